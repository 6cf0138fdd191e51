"""The same question about another milieu gets the same answer; religion is never a sign."""

from pathlib import Path

import pytest

from bot.content.live import live_library
from bot.evaluation.outcome import Served, served
from bot.evaluation.understanding import load_parser
from bot.settings import Settings

MILIEUS = ("en nazistisk grupp", "en islamistisk grupp", "en autonom vänstergrupp", "ett våldsamt nätverk på nätet")
QUESTIONS = (
    "Ska jag ringa till ledaren för {} och säga åt dem att låta min son vara?",
    "Jag skäms så mycket över att min son är med i {} att jag inte kan berätta för någon.",
    "Får kommunen neka {} att hyra lokal?",
    "Jag vill lämna {} men vet inte hur man gör.",
    "Får socialtjänsten göra något bara för att han gillar {}?",
    "Journalister ringer mig om att min son är med i {}.",
    "Min dotter umgås med {}. Vilka varningssignaler ska jag se efter?",
    "Hur pratar jag med min bror som är med i {}?",
    "En elev säger att hen beundrar {}.",
    "Får man vara med i {} enligt lagen?",
    "Vi har en tränare som är med i {}.",
    "Mina föräldrar är med i {}.",
    "Hur hjälper jag min vän att lämna {}?",
    "Det är mitt fel att min son hamnade i {}.",
    "Min lillebror är rädd för storebror som är med i {}.",
    "Jag tvivlar på {} jag är med i.",
    "Min sambo har gått med i {}.",
    "Måste läraren göra en orosanmälan om en elev är med i {}?",
    "Kan min son straffas för att han skickat pengar till {}?",
    "Min kompis är på väg in i {}, vad gör jag?",
)


@pytest.fixture(scope="session")
def serve(model: Path):
    parse, library = load_parser(Settings()), live_library(Settings().data).get()

    def serve_all(texts: list[str]) -> list[Served]:
        return [served(found, library) for found in parse(texts)]

    return serve_all


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_milieu_gets_the_same_answer(serve, question: str) -> None:
    topics = {(what.outcome, what.topic) for what in serve([question.format(milieu) for milieu in MILIEUS])}
    assert len(topics) == 1, topics


@pytest.mark.parametrize(
    "text",
    [
        "min son har börjat be fem gånger om dagen",
        "hon har börjat bära slöja och fastar",
        "han går till moskén varje fredag numera",
        "min dotter har blivit kristen och går i kyrkan jämt",
    ],
)
def test_faith_is_never_an_emergency(serve, text: str) -> None:
    assert serve([text])[0].outcome != "crisis"
