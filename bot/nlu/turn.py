"""One turn in the light of the one before: what was offered and asked, and what a short reply then means."""

from dataclasses import dataclass, field
from typing import Any

from bot.content.follow_ups import FollowUps, bare
from bot.content.short import is_unreal, question_topic, talk_topic
from bot.content.swedish import normalise, stems
from bot.content.who import is_only_about, is_only_writer, person_in
from bot.nlu.before import Turn

ANSWER, WHO, CORRECTION, BACK, HOURS = "svar", "vem", "rattelse", "tillbaka", "tid"
MORE, PLAINER, NO, NOT_SURE, CALL_ME = "mer", "forstar_inte", "nej", "osaker", "ring_mig"
BY_PHRASE = {"mer": MORE, "tid": HOURS, "tillbaka": BACK, "enklare": PLAINER, "nej": NO, "ring_mig": CALL_ME}
SKIP = "hoppa_over"
NOT_UNDERSTOOD = {"oklart", "okant", "utanfor"}
SMALL = {"i", "pa", "om", "med", "det", "var", "gallde", "galler", "ar"}
MAX_TITLE_WORDS = 6
# «Vet inte» picks the reply that says so, where there is one: «Ja, eller jag är osäker».
_UNSURE = "osäker"
_MARKS = set("?!. ")


@dataclass(frozen=True)
class Said:
    """What a message means: the intent, and what is added to the understanding."""

    intent: str
    found: dict[str, Any] = field(default_factory=dict)


def closed(text: str, turn: Turn, words: FollowUps) -> Said | None:
    """Return what a message means that is one of the known phrases, whole; such a message is no emergency."""
    said = words.trimmed(text)
    place = words.picks.get(said, 0)
    if place and abs(place) <= len(turn.offered):
        return _picked(turn.offered[place - 1 if place > 0 else place][0], turn)
    kind = words.phrases.get(said) or words.phrases.get(bare(text))
    if set(text) <= _MARKS:
        kind = "enklare"
    if turn.card and is_unreal(text, words):
        kind = NO
    return _phrase(kind, turn) or _question(text, turn, words) or _who(text, turn, words) or _area(text, words)


def _phrase(kind: str | None, turn: Turn) -> Said | None:
    """Return what one of the known phrases means after this turn."""
    if kind in (SKIP, NOT_SURE) and turn.question:
        return (titled(_UNSURE, turn) if kind == NOT_SURE else None) or Said(ANSWER, {"answer": None, "skipped": True})
    if kind == NOT_SURE and turn.card:
        return Said(NOT_SURE, {"offered": []})
    if kind in BY_PHRASE and kind not in (NO, CALL_ME) and turn.question:
        return Said(ANSWER, {"again": True})
    if kind in BY_PHRASE and not (kind == NO and turn.question):
        return Said(BY_PHRASE[kind], {"offered": [], "denied": kind == NO})
    return None


def _question(text: str, turn: Turn, words: FollowUps) -> Said | None:
    """Return the topic of a short question that is a whole message."""
    topic = question_topic(text, words, reader=turn.reader, card=turn.card)
    topic = topic or talk_topic(text, turn.understanding.get("known"), words)
    return Said(topic, {"offered": []}) if topic else None


def guided(text: str, intent: str, turn: Turn) -> Said | None:
    """Return the reply to a guide's question; None for a question that can be answered by itself."""
    if intent in (MORE, PLAINER):
        return Said(ANSWER, {"again": True})
    if text.rstrip().endswith("?") and intent not in NOT_UNDERSTOOD:
        return None
    found = titled(text, turn)
    yes_or_no = [id_ for id_, _ in turn.offered if id_.endswith(f"_{intent}")]
    return found or Said(ANSWER, {"answer": yes_or_no[0] if yes_or_no else None})


def titled(text: str, turn: Turn) -> Said | None:
    """Return the one offered choice whose title holds every word of the message."""
    wanted = set(stems(normalise(text)))
    if not 0 < len(wanted) <= MAX_TITLE_WORDS or max(map(len, wanted)) < 4:
        return None
    fitting = [id_ for id_, title in turn.offered if wanted <= set(stems(normalise(title)))]
    return _picked(fitting[0], turn) if len(fitting) == 1 else None


def _picked(id_: str, turn: Turn) -> Said:
    return Said(ANSWER, {"answer": id_}) if turn.question else Said(id_, {"offered": []})


def _who(text: str, turn: Turn, words: FollowUps) -> Said | None:
    meant = words.corrected(text)
    for said in (text, meant or ""):
        persons = person_in(said, words)
        if len(persons) == 1 and is_only_about(said, persons[0], words):
            return Said(ANSWER, {"answer": None, "named": True}) if turn.pending else Said(WHO, {"offered": []})
        if is_only_writer(said, words):
            return Said(WHO, {"offered": []})
    return None


def _area(text: str, words: FollowUps) -> Said | None:
    meant = words.corrected(text)
    area = " ".join(word for word in (meant or "").split() if word not in SMALL)
    return Said(CORRECTION, {"area": list(words.areas[area])}) if area in words.areas else None
