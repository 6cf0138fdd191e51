"""By keyboard alone: where the focus is, that it shows, and what the keys do."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Open
from tests.web.visitor import WORRY, ask


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


def test_enter_while_composing_does_not_send(page: Page) -> None:
    page.fill("#fraga", "日本")
    page.evaluate(
        "document.getElementById('fraga').dispatchEvent(new KeyboardEvent('keydown',"
        " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))"
    )
    expect(page.locator("#lista > li")).to_have_count(0)


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


def test_a_whole_chat_by_keyboard_alone(page: Page) -> None:
    keys = page.keyboard
    keys.press("Tab")
    keys.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till frågan")).to_be_focused()
    keys.press("Enter")
    expect(page.locator("#fraga")).to_be_focused()
    keys.type(WORRY)
    keys.press("Enter")
    choice = page.locator("#senast .val button").first
    choice.wait_for()
    for _ in range(40):
        keys.press("Shift+Tab")
        if choice.evaluate("(one) => one === document.activeElement"):
            break
    keys.press("Enter")
    expect(page.locator("#lista > .svar")).to_have_count(2)
    keys.press("Control+Home")
    page.locator("#ut").focus()
    keys.press("Enter")
    expect(page).to_have_title("Neutral")
