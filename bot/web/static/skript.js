'use strict';
/* Everything works without this file. With it: no reload, no history, a blank screen at once on exit. */
(() => {
  const find = (id) => document.getElementById(id);
  const frame = window.top === window ? null : window.top;
  const others = window.BroadcastChannel ? new BroadcastChannel('ut') : null;
  const SHIFTS = 3, SHIFT_WINDOW = 5000, WARN = 8 * 60e3, WIPE = 2 * 60e3, SLOW = 7000, TIMEOUT = 14000;
  let token = '', leaving = false;
  document.documentElement.classList.add('skript');

  // --- Leave ---
  function blank() {
    document.body.classList.add('tom');
    document.body.replaceChildren();
  }
  function forget() {
    if (token) fetch('/api/conversations', { method: 'DELETE', keepalive: true, headers: { Authorization: 'Bearer ' + token } }).catch(() => {});
    token = '';
  }
  function leave(event) {
    if (event) event.preventDefault();
    if (leaving) return;
    leaving = true;
    const carried = document.querySelector('[name=token]');
    token = token || (carried ? carried.value : '');
    blank();
    forget();
    if (others && event) others.postMessage('ut');
    (frame || window).location.replace(location.origin + '/ut');
  }
  if (others) others.onmessage = () => leave();
  const exit = find('ut');
  exit.addEventListener('click', leave);

  let shifts = 0, since = 0, alone = false;
  document.addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!alone) shifts = 0;
  });
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    alone = false;
    const now = Date.now();
    shifts = now - since < SHIFT_WINDOW ? shifts + 1 : 1;
    since = now;
    if (shifts >= SHIFTS) return leave(event);
    const words = find('ord-skift').dataset;
    find('skift').textContent = shifts === 1 ? words.skift : words.skift1;
    setTimeout(() => { if (Date.now() - since >= SHIFT_WINDOW && find('skift')) { find('skift').textContent = ''; shifts = 0; } }, SHIFT_WINDOW);
  });

  // One history entry for the whole site: after the exit, Back leads past us.
  document.addEventListener('click', (event) => {
    const link = event.target.closest ? event.target.closest('a[href^="/"]') : null;
    if (!link || link === exit || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank') return;
    event.preventDefault();
    location.replace(link.href);
  });
  addEventListener('pagehide', () => { if (!submitting) { forget(); blank(); } });
  addEventListener('pageshow', (event) => { if (event.persisted) { blank(); location.reload(); } });
  let submitting = false;

  const print = find('skriv-ut');
  if (print) print.addEventListener('click', () => window.print());

  // --- Chat ---
  const form = find('skriv');
  if (!form) return;
  const field = find('fraga'), list = find('lista'), state = find('lage'), send = form.querySelector('button');
  const words = find('ord').dataset;
  const copy = (id) => find('mall-' + id).content.cloneNode(true);
  let busy = false, plain = false;
  token = form.elements.token.value;

  const links = new Map([...find('mall-lank').content.children].map((link) => [link.textContent, link]));
  const escaped = [...links.keys()].sort((a, b) => b.length - a.length).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp('(?<![\\w@/.-])((?:[Rr]ing )?)(' + escaped.join('|') + ')(?![\\w@/]|-\\w|\\.\\w)', 'g');
  const rtl = new Set(['ar', 'fa', 'he', 'ku', 'ps', 'ur']);

  function line(parent, text) {
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const link = links.get(match[2]).cloneNode(true);
      const phone = link.protocol === 'tel:';
      const start = match.index + (phone ? 0 : match[1].length);
      parent.append(text.slice(end, start));
      end = match.index + match[0].length;
      link.textContent = text.slice(start, end);
      if (phone && !match[1]) link.setAttribute('aria-label', 'Ring ' + match[2]);
      parent.append(link);
    }
    parent.append(text.slice(end));
  }
  function write(parent, text) {
    for (const paragraph of text.trim().split(/\n\s*\n/)) {
      let block = null;
      for (const raw of paragraph.split('\n')) {
        const item = raw.startsWith('– ');
        if (!block || (block.localName === 'ul') !== item) parent.append(block = document.createElement(item ? 'ul' : 'p'));
        else if (!item) block.append(document.createElement('br'));
        const target = item ? block.appendChild(document.createElement('li')) : block;
        line(target, item ? raw.slice(2).trim() : raw.trim());
      }
    }
  }
  function day(iso) {
    const [year, month, date] = iso.split('-');
    return Number(date) + ' ' + words.man.split(' ')[month - 1] + ' ' + year;
  }
  function source(list, from) {
    const item = list.appendChild(document.createElement('li'));
    const away = /^https?:\/\//.test(from.url);
    if (!away && !from.url.startsWith('/')) return void (item.textContent = from.title);
    const link = item.appendChild(document.createElement('a'));
    link.href = from.url;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = from.title + ' ';
    if (away) link.append(copy('annan'));
  }
  function speak(part, language) {
    if (language !== 'sv') part.lang = language;
    part.dir = rtl.has(language) ? 'rtl' : 'ltr';
  }
  function article(reply) {
    const made = copy('artikel').firstElementChild;
    const [title, text, more, sources, human, choices] = ['h3', '.text', '.mer', '.kallor', '.manniska', '.val'].map((part) => made.querySelector(part));
    made.classList.add(reply.kind);
    speak(made, reply.language);
    if (reply.title) title.textContent = reply.title; else title.remove();
    write(text, reply.text);
    if (reply.more) write(more.querySelector('.text'), reply.more); else more.remove();
    if (reply.human) {
      write(human.firstElementChild, reply.human.text);
      write(human.querySelector('.text'), reply.human.more);
    } else human.remove();
    if (reply.question) choices.firstElementChild.textContent = words.svara;
    if (!reply.sources.length) sources.remove();
    else {
      const checked = reply.sources[0].checked, note = sources.querySelector('.kontrollerat');
      if (checked) note.querySelector('span').textContent = day(checked); else note.remove();
      reply.sources.forEach((from) => source(sources.querySelector('ul'), from));
    }
    if (!reply.choices.length) choices.remove();
    for (const choice of reply.choices) {
      const button = choices.appendChild(document.createElement('button'));
      button.type = 'button';
      button.value = choice.id;
      button.textContent = choice.title;
    }
    return made;
  }
  function card(reply) {
    const [heading, ...rest] = reply.text.trim().split('\n');
    const made = copy('kris').firstElementChild;
    made.dataset.topic = reply.topic + reply.language;
    speak(made, reply.language);
    line(made.querySelector('h2'), heading);
    for (const text of rest) if (text.trim()) line(made.appendChild(document.createElement('p')), text);
    return made;
  }
  function pointer(reply) {
    const made = copy('se-kris').firstElementChild;
    made.firstElementChild.append(reply.text.trim().split('\n')[0]);
    if (reply.language !== 'sv') made.lang = reply.language;
    return made;
  }
  // The newest cards first, two at the most: the way to help must not be pushed below the fold.
  function raise(cards) {
    const box = find('kris'), made = cards.map(card), topics = made.map((one) => one.dataset.topic);
    const old = [...box.children].filter((one) => !topics.includes(one.dataset.topic) && !one.classList.contains('lugn'));
    box.replaceChildren(...[...made, ...old].slice(0, 2));
  }
  function show(replies) {
    const asked = list.lastElementChild.getBoundingClientRect(), near = asked.bottom > 0 && asked.top < innerHeight;
    const answer = copy('svar').firstElementChild, cards = replies.filter((reply) => reply.kind === 'crisis' && reply.topic);
    for (const reply of replies) {
      if (reply.kind === 'crisis' && !reply.topic) {
        const calm = copy('lugn');
        line(calm.querySelector('p'), reply.text.split('\n')[0]);
        find('kris').replaceChildren(calm);
      }
      answer.append(cards.includes(reply) ? pointer(reply) : article(reply));
    }
    if (cards.length) raise(cards);
    if (find('senast')) find('senast').removeAttribute('id');
    answer.id = 'senast';
    find('nytt').firstElementChild.hash = 'senast';
    list.append(answer);
    find('nytt').hidden = Boolean(near || cards.length);
    if (cards.length) find('kris').scrollIntoView();
    else if (near) answer.previousElementSibling.scrollIntoView();
    state.textContent = cards.length ? words.kris : near ? words.klart : words.nytt;
  }
  function say(text) {
    const mine = copy('du').firstElementChild;
    mine.querySelector('.ord').textContent = text;
    list.append(mine);
    find('samtal-rubrik').classList.remove('dold');
    document.body.classList.add('pagar');
    form.after(document.querySelector('.verktyg'));
    mine.scrollIntoView({ block: 'nearest' });
    keepOpen();
    return mine;
  }
  // Another page in this tab would end the conversation, which lives in this page only.
  function keepOpen() {
    for (const link of document.querySelectorAll('.huvud a, .fot a[href^="/"], .sidospalt a')) {
      if (link.target) continue;
      link.target = '_blank';
      link.rel = 'noopener';
      link.append(copy('flik'));
    }
  }
  function fault(id) {
    const box = find('fel');
    box.replaceChildren(copy(id));
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', 'fel rad');
    state.textContent = '';
  }
  function wait(on) {
    busy = on;
    field.readOnly = on;
    for (const button of [send, ...document.querySelectorAll('.val button')]) {
      if (on) button.setAttribute('aria-disabled', 'true'); else button.removeAttribute('aria-disabled');
    }
  }
  async function call(path, body) {
    const headers = { 'Content-Type': 'application/json' };
    if (token) headers.Authorization = 'Bearer ' + token;
    const answer = await fetch('/api/' + path, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(TIMEOUT) });
    if (!answer.ok) throw Object.assign(new Error(), { status: answer.status });
    return answer.json();
  }
  async function start(reader) {
    token = '';
    token = (await call('conversations', reader ? { reader } : {})).token;
  }
  async function ask(body, text, reader) {
    if (busy) return;
    find('fel').replaceChildren();
    field.removeAttribute('aria-invalid');
    field.setAttribute('aria-describedby', 'rad');
    wait(true);
    state.textContent = words.skriver;
    const slow = setTimeout(() => { state.textContent = words.vantar; }, SLOW);
    const mine = say(text);
    let over = false;
    try {
      if (!token) await start(reader);
      let reply;
      try {
        reply = await call('messages', body);
      } catch (error) {
        if (error.status !== 401) throw error;
        over = true;
        while (mine.previousElementSibling) mine.previousElementSibling.remove();
        find('kris').replaceChildren();
        await start(reader);
        reply = await call('messages', body);
      }
      if (body.text) field.value = '';
      if (reply.heard) mine.querySelector('.ord').textContent = reply.heard;
      show(reply.messages);
      if (over) state.textContent = words.slut + ' ' + state.textContent;
    } catch (error) {
      mine.remove();
      find('samtal-rubrik').classList.toggle('dold', !list.childElementCount);
      document.body.classList.toggle('pagar', Boolean(list.childElementCount));
      plain = error.status !== 413;
      if (!field.value && body.choice) field.value = text;
      fault(plain ? 'fel' : 'langt');
    } finally {
      clearTimeout(slow);
      wait(false);
      awake();
    }
  }
  document.addEventListener('submit', (event) => {
    const sent = event.target;
    if (sent.id === 'rensa') { if (busy) return void event.preventDefault(); event.preventDefault(); clear(words.rensad); field.focus(); return; }
    if (!sent.hasAttribute('data-chatt')) return;
    if (plain) { form.elements.token.value = token; submitting = true; return; }
    event.preventDefault();
    const choice = event.submitter && event.submitter.value, reader = sent.elements.roll ? sent.elements.roll.value : '';
    if (choice) { ask({ choice }, event.submitter.textContent, reader); return; }
    const text = field.value.trim();
    if (!text) { fault('tomt'); field.focus(); return; }
    ask({ text }, text, reader);
  });
  list.addEventListener('click', (event) => {
    const button = event.target.closest('.val button[type=button]');
    if (button) ask({ choice: button.value }, button.textContent, '');
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (!busy) form.requestSubmit();
  });
  find('nytt').addEventListener('click', () => { find('nytt').hidden = true; });

  // --- Clear, by hand or when nobody is there ---
  function clear(why) {
    forget();
    list.replaceChildren();
    for (const id of ['kris', 'fel', 'tid']) find(id).replaceChildren();
    field.value = '';
    find('nytt').hidden = true;
    find('samtal-rubrik').classList.add('dold');
    document.body.classList.remove('pagar');
    state.textContent = why;
    clearTimeout(timer);
  }
  let timer = 0;
  function awake() {
    clearTimeout(timer);
    if (find('tid').childElementCount) return;
    timer = setTimeout(warn, WARN);
  }
  function warn() {
    if (!list.childElementCount && !field.value) return;
    find('tid').replaceChildren(copy('behall'));
    find('tid').querySelector('button').addEventListener('click', () => { find('tid').replaceChildren(); field.focus(); awake(); });
    timer = setTimeout(() => clear(words.borta), WIPE);
  }
  for (const kind of ['keydown', 'pointerdown', 'scroll']) addEventListener(kind, awake, { passive: true });
  document.addEventListener('visibilitychange', () => {
    document.body.classList.toggle('dolj', document.hidden && find('dolj').checked);
  });
})();
