"""Ask, read, choose and search: with script, without it, and when it breaks."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, Route, expect

from bot.content.library import Library
from bot.content.live import LiveLibrary
from bot.content.opening import opening_at
from bot.web.answers import code
from bot.web.text import blocks, links_in, phone_href, pieces
from tests.conftest import ROOT
from tests.web.conftest import Open
from tests.web.screenshots import DANGER, WORRY, ask

FIRST_SCREEN = ["inte en människa", "Det kan bli fel", "020-100 200", "112", "Vem kan se det här?", "AI"]


def test_the_first_screen_says_what_this_is_before_anything_is_sent(plain: Page) -> None:
    text = plain.locator("body").inner_text()
    assert [said for said in FIRST_SCREEN if said not in text] == []


def test_the_safety_note_is_short(plain: Page) -> None:
    assert len(plain.locator("#sakerhet-kort").inner_text().split()) <= 40


def test_the_privacy_text_is_short(open_page: Open) -> None:
    assert len(open_page("/integritet").locator("#integritetstext").inner_text().split()) <= 120


def test_the_field_sends_nothing_to_vendors(page: Page) -> None:
    for name, value in {"spellcheck": "false", "autocomplete": "off", "writingsuggestions": "false"}.items():
        expect(page.locator("#fraga")).to_have_attribute(name, value)
    assert page.evaluate("parseFloat(getComputedStyle(document.getElementById('fraga')).fontSize)") >= 16


def test_a_question_is_answered_without_script(plain: Page) -> None:
    ask(plain, WORRY)
    expect(plain.locator(".du .ord")).to_have_text(WORRY)
    expect(plain.locator("#lista > .svar .text").first).not_to_be_empty()


def test_the_conversation_goes_on_without_script(plain: Page) -> None:
    ask(plain, WORRY)
    ask(plain, "Kan de se mitt nummer?")
    expect(plain.locator("#lista > li")).to_have_count(4)


def test_a_starting_point_works_without_script(plain: Page) -> None:
    plain.click(".ingangar summary >> nth=1")
    plain.locator(".ingangar details >> nth=1").locator("button").first.click()
    expect(plain.locator("#lista > .svar")).to_have_count(1)


def test_at_most_four_questions_are_offered_at_once(plain: Page) -> None:
    for group in plain.locator(".ingangar details").all():
        assert 1 <= group.locator("button").count() <= 4


def test_a_reader_is_met_with_their_own_questions(open_page: Open) -> None:
    page = open_page("/?roll=skola")
    expect(page.locator(".ingangar details[open] summary")).to_have_text("Jag arbetar i skolan")


@pytest.mark.parametrize("with_script", [True, False])
def test_an_emergency_card_stands_above_the_conversation_and_stays(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    ask(page, DANGER)
    ask(page, "Kan de se mitt nummer?")
    card = page.locator("#kris[role=alert] .kris").first
    expect(card).to_contain_text("112")
    expect(page.locator("#kris + .samtal #logg")).to_have_count(1)


@pytest.mark.parametrize("with_script", [True, False])
def test_a_card_that_was_denied_lowers_its_voice_and_keeps_the_number(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    ask(page, DANGER)
    ask(page, "nej, det var inte så")
    ask(page, "Kostar det något att ringa?")
    expect(page.locator("#kris .kris")).to_have_count(1)
    expect(page.locator("#kris .lugn")).to_contain_text("112")


@pytest.mark.parametrize("with_script", [True, False])
def test_an_answer_to_a_worry_holds_the_way_to_a_human(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    ask(page, WORRY)
    human = page.locator("#senast .manniska")
    expect(human).to_contain_text("020-100 200")
    human.locator("summary").click()
    expect(human.locator(".text")).to_contain_text("Texttelefoni")


@pytest.mark.parametrize("with_script", [True, False])
def test_whoever_does_not_know_where_to_begin_is_asked_four_questions(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    page.locator(".ingangar").get_by_role("button", name="Jag vet inte var jag ska börja").click()
    for choice in ("Nej, inte just nu", "Mitt syskon", "Är mycket på nätet", "Stöd för egen del"):
        page.locator("#senast").get_by_role("button", name=choice).click()
        page.locator(".du .ord", has_text=choice).wait_for()
    expect(page.locator("#senast")).to_contain_text("Det gäller ditt syskon.")
    expect(page.locator("#senast .handoff").last).to_contain_text("020-100 200")


def test_a_script_that_fails_midway_falls_back_without_losing_the_question(page: Page) -> None:
    ask(page, "Kostar det något att ringa?")
    page.route("**/api/**", lambda route: route.abort())
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#fel")).to_contain_text("020-100 200")
    expect(page.locator("#fraga")).to_have_value(WORRY)
    page.click("#skriv button")
    expect(page.locator("#lista > li")).to_have_count(4)


def test_an_answer_that_never_comes_ends_in_calm_words_and_the_number(page: Page) -> None:
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#fel")).to_contain_text("020-100 200", timeout=15_000)


def test_an_ended_conversation_starts_anew_with_a_word_about_it(page: Page) -> None:
    ask(page, "Kostar det något att ringa?")
    page.route("**/api/messages", _say_it_is_over_once())
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#lage")).to_contain_text("Det förra samtalet var slut")
    expect(page.locator("#lista > li")).to_have_count(2)


def _say_it_is_over_once() -> Callable[[Route], None]:
    told: list[bool] = []

    def answer(route: Route) -> None:
        if told:
            route.continue_()
            return
        told.append(True)
        route.fulfill(status=401, json={"error": "over"})

    return answer


def test_sources_are_named_dated_and_said_to_be_elsewhere(page: Page) -> None:
    ask(page, WORRY)
    sources = page.locator("#senast .kallor")
    expect(sources).to_contain_text("Kontrollerat")
    expect(sources.locator("a").first).to_contain_text("(annan webbplats)")
    expect(sources.locator("a").first).to_have_attribute("rel", "noopener noreferrer")


@pytest.mark.parametrize("with_script", [True, False])
def test_script_and_server_show_the_same_answer(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    ask(page, WORRY)
    shown = " ".join(page.locator("#senast .text").first.inner_text().split())
    assert SHOWN.setdefault("text", shown) == shown


SHOWN: dict[str, str] = {}


def test_answers_can_be_searched_without_the_words_in_the_address(open_page: Open) -> None:
    page = open_page("/svar", java_script_enabled=False)
    page.fill("#sok", "socialtjänsten")
    page.click(".sok button")
    expect(page.locator(".lista a").first).to_be_visible()
    assert page.url.endswith("/svar")


def test_every_answer_has_a_page_with_a_neutral_address(open_page: Open) -> None:
    page = open_page("/svar")
    links = page.locator(".lista a").all()
    assert len(links) > 80
    page.goto(page.url + "/tecken")
    assert page.url.endswith(f"/svar/{code('tecken')}")
    expect(page.locator("h1")).to_have_text("Håller mitt barn på att radikaliseras?")


def test_no_two_answers_share_an_address() -> None:
    topics = LiveLibrary(ROOT / "data").get().topics
    assert len({code(id_) for id_ in topics}) == len(topics)


def test_the_print_leaves_out_the_chat_and_keeps_the_number(page: Page) -> None:
    ask(page, WORRY)
    page.emulate_media(media="print")
    for part in ("#ut", "#skriv", "#logg", "#rensa"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("footer")).to_contain_text("020-100 200")


def test_the_sheet_is_never_sent(open_page: Open) -> None:
    page = open_page("/infor-samtalet")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.fill("#blad-1", WORRY)
    expect(page.locator("main form, main [name]")).to_have_count(0)
    page.reload()
    expect(page.locator("#blad-1")).to_have_value("")
    assert WORRY not in "".join(sent) and page.title() == "Stöd och råd – blad"


@pytest.mark.parametrize(
    ("number", "href"),
    [("020-100 200", "tel:+4620100200"), ("112", "tel:112"), ("114 14", "tel:11414"), ("116 111", "tel:116111")],
)
def test_numbers_become_links_that_can_be_called(number: str, href: str) -> None:
    assert phone_href(number) == href


def test_only_what_the_register_holds_becomes_a_link() -> None:
    links = links_in(LiveLibrary(ROOT / "data").get().facts.values())
    line = "Ring 112, inte 0200-100 200, 1123 eller javascript:x. Se bris.se och evil.se."
    assert [piece.text for piece in pieces(line, links) if piece.link] == ["Ring 112", "bris.se"]


def test_lists_and_paragraphs_are_told_apart() -> None:
    found = blocks("Ett\nTvå:\n– a\n– b\n\nTre")
    assert [(block.is_list, block.lines) for block in found] == [
        (False, ("Ett", "Två:")),
        (True, ("a", "b")),
        (False, ("Tre",)),
    ]


def test_no_template_holds_a_number_of_its_own(library: Library) -> None:
    numbers = [link.text for link in links_in(library.facts.values()).values() if link.is_phone]
    for template in Path(ROOT / "bot" / "web" / "templates").glob("*.html"):
        assert not [number for number in numbers if number in template.read_text(encoding="utf-8")], template


def test_hours_are_hidden_once_they_have_expired(library: Library) -> None:
    hours = library.facts["orostelefonen_tider"]
    assert hours.valid_until is not None
    late = datetime.combine(hours.valid_until + timedelta(days=1), datetime.min.time(), ZoneInfo("Europe/Stockholm"))
    assert not opening_at(hours, late).known
