"""What stands on the first screen before anything is sent."""

from playwright.sync_api import Page, expect

from tests.web.conftest import Open

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
