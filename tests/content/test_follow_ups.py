"""Short messages, replies to the bot's questions, and cards in two languages."""

from tests.content.conftest import SmallProject

WORDS = "data/uppfoljning.yml"
CARD = "data/akut/egen_sjalvmordstanke.yml"
UNKNOWN = "data/system/okant.yml"
OPTIONS = '      svar:\n      - {id: ett, titel: "Ett", amnen: [blir_arg]}\n      - {id: ett, titel: "Två"}\n'


def test_a_field_that_leads_to_a_missing_topic_is_caught(project: SmallProject) -> None:
    project.replace(WORDS, "skolan: [skolans_ansvar]", "skolan: [skolans_ansvr]")
    project.expect(WORDS, "skolan:", "'skolans_ansvr' finns inte", "skolans_ansvar")


def test_a_topic_for_a_person_nobody_knows_is_caught(project: SmallProject) -> None:
    project.replace(WORDS, "skolans_ansvar: [son]", "skolans_ansvar: [sonn]")
    project.expect(WORDS, "skolans_ansvar: [sonn", "'sonn' finns inte")


def test_a_short_question_that_leads_to_a_missing_topic_is_caught(project: SmallProject) -> None:
    project.replace(WORDS, "amne: {alla: skolans_ansvar}", "amne: {alla: skolans_ansvr}")
    project.expect(WORDS, "vem_ringer_jag:", "'skolans_ansvr' finns inte", "skolans_ansvar")


def test_a_short_question_for_nobody_in_particular_needs_a_topic(project: SmallProject) -> None:
    project.replace(WORDS, "amne: {alla: skolans_ansvar}", "amne: {skola: skolans_ansvar}")
    project.expect(WORDS, "vem_ringer_jag:", "'alla' saknas")


def test_a_talk_with_a_person_nobody_knows_is_caught(project: SmallProject) -> None:
    project.replace(WORDS, "  amne: skolans_ansvar\n", "  amne: skolans_ansvar\n  undantag: {sonn: blir_arg}\n")
    project.expect(WORDS, "undantag: {sonn", "'sonn' finns inte")


def test_two_replies_with_one_name_are_caught(project: SmallProject) -> None:
    project.replace(UNKNOWN, "      kallor: []\n", OPTIONS + "      kallor: []\n")
    project.expect(UNKNOWN, "Två", "svaret 'ett' finns redan")


def test_a_reply_that_leads_to_a_missing_topic_is_caught(project: SmallProject) -> None:
    options = OPTIONS.replace("blir_arg", "blir_argt").replace('id: ett, titel: "Två"', 'id: tva, titel: "Två"')
    project.replace(UNKNOWN, "      kallor: []\n", options + "      kallor: []\n")
    project.expect(UNKNOWN, "Ett", "'blir_argt' finns inte")


def test_a_card_in_one_language_only_is_caught(project: SmallProject) -> None:
    project.replace(
        CARD, "      kort_en: |\n        Call {sos_telefon} now if you are afraid that you may take your life.\n", ""
    )
    project.replace(CARD, "        Go to someone who can be with you.\n", "")
    project.expect(CARD, "metadata:", "båda språken", "kort_en")


def test_an_english_card_that_does_not_begin_with_the_number_is_caught(project: SmallProject) -> None:
    project.replace(CARD, "Call {sos_telefon} now if", "If")
    project.expect(CARD, "kort_en:", "börjar inte med numret", "Call")
