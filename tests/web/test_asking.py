"""Ask and be answered, with script and without it."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Open
from tests.web.visitor import DANGER, WORRY, ask


def test_a_question_is_answered_without_script(plain: Page) -> None:
    ask(plain, WORRY)
    expect(plain.locator(".du .ord")).to_have_text(WORRY)
    expect(plain.locator("#lista > .svar .text").first).not_to_be_empty()


def test_the_conversation_goes_on_without_script(plain: Page) -> None:
    ask(plain, WORRY)
    ask(plain, "Kan de se mitt nummer?")
    expect(plain.locator("#lista > li")).to_have_count(4)


@pytest.mark.parametrize("with_script", [True, False])
def test_an_emergency_card_stands_above_the_conversation_and_stays(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    ask(page, DANGER)
    ask(page, "Kan de se mitt nummer?")
    card = page.locator("#kris[role=alert] .kris").first
    expect(card).to_contain_text("112")
    expect(page.locator("#kris + .samtal #logg")).to_have_count(1)


@pytest.mark.parametrize("with_script", [True, False])
def test_the_newest_card_stands_first_and_two_at_the_most(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    for danger in (DANGER, "min man slår mig och jag är rädd", "jag vill ta livet av mig"):
        ask(page, danger)
    cards = page.locator("#kris .kris")
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("Självmordslinjen")
    expect(cards.last).to_contain_text("Kvinnofridslinjen")


@pytest.mark.parametrize("with_script", [True, False])
def test_a_card_that_comes_again_moves_to_the_top(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    for danger in ("jag vill ta livet av mig", "min man slår mig och jag är rädd", "jag vill ta livet av mig"):
        ask(page, danger)
    expect(page.locator("#kris .kris")).to_have_count(2)
    expect(page.locator("#kris .kris").first).to_contain_text("Självmordslinjen")


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
