"""Two questions in one message are both answered, or the other is one tap away."""

import pytest

from tests.channel.talk import talk, topics
from tests.conftest import Server


@pytest.mark.parametrize(
    ("said", "both"),
    [
        ("kostar det något och är man anonym?", ["kostnad", "ser_de_mitt_nummer"]),
        ("ska jag anmäla min elev och hur pratar jag med föräldrarna?", ["skolans_ansvar", "prata_med_vardnadshavare"]),
        ("när har ni öppet och kostar det något", ["oppettider", "kostnad"]),
        ("vem driver orostelefonen och har ni tystnadsplikt?", ["vem_driver", "tystnadsplikt"]),
        ("vilka tecken finns det och hur pratar jag med honom?", ["tecken", "prata_vid_middagsbordet"]),
        ("syns samtalet på räkningen och ser ni mitt nummer", ["telefonrakning", "ser_de_mitt_nummer"]),
        ("vad händer när jag ringer och vilka språk har ni?", ["vad_hander_nar_jag_ringer", "sprak"]),
        ("är hakkors olagligt och kan jag anmäla kontot", ["hakkors", "anmala_konto"]),
        ("kan jag chatta? är jag anonym?", ["chatta_med_manniska", "ser_de_mitt_nummer"]),
    ],
)
def test_both_are_answered(server: Server, said: str, both: list[str]) -> None:
    [messages] = talk(server, said)
    assert topics(messages) == both


@pytest.mark.parametrize(
    "said", ["min son är arg och vill inte prata", "är det sant att han och hans vänner kan resa?"]
)
def test_one_question_with_an_and_is_one(server: Server, said: str) -> None:
    [messages] = talk(server, said)
    assert messages[0]["title"] != "Två frågor"


def test_an_emergency_in_one_of_two_questions_wins(server: Server) -> None:
    [messages] = talk(server, "kostar det något att ringa och vad gör jag, min bror siktar på mig med en pistol?")
    assert messages[0]["kind"] == "crisis"
