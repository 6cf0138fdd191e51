"""Usable by everyone: screen readers, keyboard, zoom, contrast, motion."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.conftest import Open
from tests.web.screenshots import STATES, WORRY, ask

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALL = {"viewport": {"width": 320, "height": 256}}
RUN_AXE = "(tags) => axe.run({ runOnly: tags }).then((r) => r.violations.map((v) => [v.id, v.nodes[0].html]))"


@pytest.mark.parametrize("state", [name for name, (_, how, _) in STATES.items() if how.get("java_script_enabled", 1)])
def test_axe_finds_no_violations(open_page: Open, axe: str, state: str) -> None:
    path, options, prepare = STATES[state]
    # Trusted Types would refuse axe's own script; nothing else is switched off.
    page = open_page(path, **{**options, "bypass_csp": True})
    prepare(page)
    page.evaluate(axe)
    assert page.evaluate(RUN_AXE, TAGS) == []


def test_the_page_has_language_landmarks_and_one_heading_of_the_first_level(page: Page) -> None:
    assert page.locator("html").get_attribute("lang") == "sv"
    for landmark in ("header", "main", "footer", "h1"):
        expect(page.locator(landmark)).to_have_count(1)


def test_the_log_stands_before_the_first_message_and_has_a_name(page: Page) -> None:
    expect(page.get_by_role("log", name="Samtalet")).to_have_count(1)


def test_an_answer_is_added_in_one_piece_and_last(page: Page) -> None:
    page.evaluate(
        """() => { window.added = []; new MutationObserver((seen) => seen.forEach((one) => added.push(
        [...one.addedNodes].map((n) => n.className + (n === n.parentNode.lastElementChild ? ' last' : ''))
        .join()))).observe(document.getElementById('logg'), { childList: true, subtree: true }) }"""
    )
    ask(page, WORRY)
    assert [one.split()[0] for one in page.evaluate("added")] == ["du", "svar"]
    assert page.evaluate("added").pop() == "svar last"


@pytest.mark.parametrize("by", ["Enter", "button"])
def test_focus_stays_when_an_answer_comes(page: Page, by: str) -> None:
    page.fill("#fraga", WORRY)
    page.focus("#fraga" if by == "Enter" else "#skriv button")
    page.keyboard.press("Enter")
    page.locator("#lista > .svar").wait_for()
    expect(page.locator("#fraga" if by == "Enter" else "#skriv button")).to_be_focused()


def test_focus_stays_on_a_chosen_question_and_its_words_are_in_the_log(page: Page) -> None:
    page.click(".ingangar summary >> nth=0")
    button = page.locator(".ingangar button").first
    button.focus()
    page.keyboard.press("Enter")
    page.locator("#lista > .svar").wait_for()
    expect(button).to_be_focused()
    expect(page.locator("#lista .ord")).to_have_text(button.inner_text())


def test_the_status_says_that_an_answer_is_being_written_and_then_that_it_is_there(page: Page) -> None:
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#lage[role=status]")).to_have_text("Svar skrivs", timeout=300)
    expect(page.locator("#skriv button")).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#fraga")).to_have_js_property("readOnly", True)
    page.keyboard.press("Enter")
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator("#lage")).to_have_text("Svar klart")


def test_waiting_long_is_said_softly(page: Page) -> None:
    page.clock.install()
    page.reload()
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#lage")).to_have_text("Svar skrivs")
    page.clock.fast_forward(7_100)
    expect(page.locator("#lage")).to_have_text("Svar skrivs fortfarande")


def test_an_empty_question_gets_help_and_the_number(page: Page) -> None:
    page.click("#skriv button")
    alert = page.locator("#fel[role=alert]")
    expect(alert).to_contain_text("Skriv något i rutan först")
    expect(alert.locator("a[href='tel:+4620100200']")).to_have_count(1)
    assert "fel" in (page.locator("#fraga").get_attribute("aria-describedby") or "")


def test_too_long_a_question_keeps_its_text(page: Page) -> None:
    page.fill("#fraga", "a" * 1200)
    page.click("#skriv button")
    expect(page.locator("#fel")).to_contain_text("för mycket text")
    expect(page.locator("#fraga")).to_have_value("a" * 1200)


def test_each_message_says_in_words_who_sent_it(page: Page) -> None:
    ask(page, WORRY)
    expect(page.locator("#lista .avsandare")).to_have_text(["Du", "Automatiskt svar"])


def test_messages_are_not_tab_stops(page: Page) -> None:
    ask(page, WORRY)
    assert page.locator("#logg [tabindex='0'], #logg li[tabindex='0']").count() == 0


@pytest.mark.parametrize("path", ["/", "/svar", "/kontakter", "/om", "/finns-inte"])
def test_the_number_is_a_link_with_a_name_on_every_page(open_page: Open, path: str) -> None:
    page = open_page(path, java_script_enabled=False)
    link = page.get_by_role("link", name="Ring 020-100 200").first
    assert link.get_attribute("href") == "tel:+4620100200"
    expect(page.locator("meta[name=format-detection]")).to_have_attribute("content", "telephone=no")


def test_enter_while_composing_does_not_send(page: Page) -> None:
    page.fill("#fraga", "日本")
    page.evaluate(
        "document.getElementById('fraga').dispatchEvent(new KeyboardEvent('keydown',"
        " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))"
    )
    expect(page.locator("#lista > li")).to_have_count(0)


@pytest.mark.parametrize("path", ["/", "/svar/tecken", "/kontakter", "/infor-samtalet"])
def test_nothing_scrolls_sideways_at_400_percent(open_page: Open, path: str) -> None:
    page = open_page(path, **SMALL)
    if path == "/":
        ask(page, WORRY)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_is_stuck_over_the_text_on_a_low_screen(open_page: Open) -> None:
    page = open_page("/", **SMALL)
    ask(page, WORRY)
    for part in (".topp", ".skriv"):
        expect(page.locator(part)).to_have_css("position", "static")


@pytest.mark.parametrize("size", [(320, 256), (390, 844), (1280, 720)])
def test_what_has_focus_is_never_hidden(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("/", viewport={"width": size[0], "height": size[1]})
    ask(page, WORRY)
    page.evaluate("window.scrollTo(0, 0)")
    page.focus("#ut")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(IN_VIEW), page.evaluate("document.activeElement.outerHTML")


IN_VIEW = """() => { const one = document.activeElement; if (one === document.body) return true;
    const b = one.getClientRects()[0]; const y = Math.min(Math.max(b.top + b.height / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(b.left + Math.min(b.width / 2, 20), y);
    return b.bottom > 0 && b.top < innerHeight && (top === one || one.contains(top) || top.contains(one)) }"""


def test_focus_is_visible(page: Page) -> None:
    page.keyboard.press("Tab")
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(width.removesuffix("px")) >= 2


def test_the_main_controls_are_at_least_44_pixels_high(page: Page) -> None:
    for control in ("#ut", "#skriv button", "#rensa button", ".nummer a >> nth=0"):
        box = page.locator(control).bounding_box()
        assert box is not None and box["height"] >= 43.5, control


def test_text_spacing_of_the_readers_own_hides_nothing(open_page: Open) -> None:
    page = open_page("/", viewport={"width": 800, "height": 844}, bypass_csp=True)
    page.add_style_tag(content="* { line-height: 1.5; letter-spacing: .12em; word-spacing: .16em; }")
    page.add_style_tag(content="html { font-size: 200%; }")
    ask(page, WORRY)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_moves(page: Page) -> None:
    ask(page, WORRY)
    assert page.evaluate("document.getAnimations().length") == 0
    expect(page.locator("html")).to_have_css("scroll-behavior", "auto")


def test_high_contrast_keeps_the_edges(open_page: Open) -> None:
    page = open_page("/", forced_colors="active")
    ask(page, WORRY)
    for part in ("#ut", ".svar article", ".du .ord", "#skriv button"):
        expect(page.locator(part).first).not_to_have_css("border-top-width", "0px")


def test_dark_follows_the_system(open_page: Open) -> None:
    page = open_page("/", color_scheme="dark")
    expect(page.locator("html")).to_have_css("background-color", "rgb(18, 25, 29)")


def test_one_who_reads_further_up_is_told_and_not_moved(open_page: Open) -> None:
    page = open_page("/", viewport={"width": 390, "height": 500})
    ask(page, WORRY)
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", "Kan de se mitt nummer?")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    page.evaluate("window.scrollTo(0, 0)")
    held[0].continue_()
    page.locator("#nytt").wait_for()
    assert page.evaluate("scrollY") == 0
    expect(page.locator("#lage")).to_contain_text("Ett nytt svar")


@pytest.mark.parametrize("words", ["ابني 020-100 200", "پسرم 020-100 200"])
def test_right_to_left_words_find_their_own_direction(page: Page, words: str) -> None:
    ask(page, words)
    expect(page.locator(".du .ord")).to_have_attribute("dir", "auto")
    assert page.evaluate("getComputedStyle(document.querySelector('.du .ord')).direction") == "rtl"
    expect(page.locator("#fraga")).to_have_attribute("dir", "auto")


def test_the_exit_mirrors(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.evaluate("document.documentElement.dir = 'rtl'")
    box = page.locator("#ut").bounding_box()
    assert box is not None and box["x"] < 640


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("sv", "ltr")])
def test_what_is_shown_says_its_language_and_direction(page: Page, language: str, direction: str) -> None:
    reply = {"kind": "language", "topic": None, "title": "T", "more": "", "choices": [], "sources": [], "human": None}
    reply |= {"text": "In danger: call 112.", "language": language}
    page.route("**/api/messages", lambda route: route.fulfill(json={"messages": [reply]}))
    ask(page, "Hello")
    shown = page.locator("#senast article")
    expect(shown).to_have_attribute("dir", direction)
    assert shown.get_attribute("lang") == (None if language == "sv" else language)


@pytest.mark.parametrize("with_script", [True, False])
def test_an_english_card_is_marked_as_english(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    ask(page, "my brother has a gun and he wants to kill someone today")
    expect(page.locator("#kris .kris").first).to_have_attribute("lang", "en")
    expect(page.locator("#kris .kris").first).to_contain_text("Call 112")


@pytest.mark.parametrize("path", ["/", "/svar/tecken", "/kontakter"])
def test_what_is_seen_is_part_of_what_is_spoken(open_page: Open, path: str) -> None:
    page = open_page(path)
    if path == "/":
        ask(page, WORRY)
    for named in page.locator("a[aria-label], button[aria-label]").all():
        assert named.inner_text() in (named.get_attribute("aria-label") or "")


def test_axe_finds_no_violations_while_waiting(open_page: Open, axe: str) -> None:
    page = open_page("/", bypass_csp=True)
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    page.locator("#lista > .du").wait_for()
    page.evaluate(axe)
    assert page.evaluate(RUN_AXE, TAGS) == []
