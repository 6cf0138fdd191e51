"""Answers as pages, the sheet, and print."""

from playwright.sync_api import Page, expect

from bot.web.answers import code
from tests.web.conftest import PAGES, Open
from tests.web.visitor import WORRY, ask


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


def test_the_statement_says_what_the_law_asks_for(open_page: Open) -> None:
    page = open_page("/tillganglighet")
    text = page.locator("main").inner_text()
    for said in ("Exempelkommunen", "webb@kommun.example", "delvis förenlig", "Digg", "teckenspråk", "lättare svenska"):
        assert said in text, said
    expect(page.get_by_role("link", name="digg.se/tdosanmalan")).to_have_attribute("rel", "noopener noreferrer")
    headings = page.locator("h2").all_inner_texts()
    assert {"Kända brister", "Säg till om brister", "Klaga", "Så har sidan provats"} <= set(headings)


def test_every_page_links_to_the_statement(open_page: Open) -> None:
    for path in PAGES:
        link = open_page(path).locator("footer a[href='/tillganglighet']")
        expect(link).to_have_count(1)
