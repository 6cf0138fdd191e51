"""Which language a message is in; Swedish when in doubt."""

import pytest

from bot.nlu.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "en elev ritar hakkors i bänken",
        "han e helt knäpp asså",
        "hej alla glada",
        "ok",
        "blurp flonk zint",
        "asdf qwer zxcv",
    ],
)
def test_swedish_without_small_words_is_swedish(text: str) -> None:
    assert language_of(text) == "sv"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("my brother has changed a lot", "en"),
        ("kardeşim için endişeleniyorum", "tr"),
        ("minun veljeni on mukana ryhmässä", "fi"),
        ("أنا قلقة على أخي", "ar"),
        ("برادرم اسلحه دارد", "fa"),
        ("waan ka welwelsanahay walaalkay", "so"),
        ("waxaan ka walwalsanahay wiilkayga", "so"),
        ("ወንድሜ አሳስቦኛል", "ti"),
    ],
)
def test_another_language_is_recognised(text: str, language: str) -> None:
    assert language_of(text) == language
