"""What each kind of file in data/ and tests/conversations/ must look like, and nothing else."""

from bot.content.check.leaves import anything, day, flag, identifier, one_of, text
from bot.content.check.shape import Shape, entries, list_of, mapping

READERS = ("anhorig", "ung", "skola", "proffs", "lamna")
AUDIENCES = (*READERS, "alla")
REVIEWS = ("tider", "lag", "råd")
OWN_WORDS = ("samspel", "system")
PLAIN_GROUPS = ("akut", "tecken", "samtal", "anhorig", "ung", "lamna")
TRUST = ("H", "M", "L", "X")
VERSION = {"version": one_of("3.1")}


def topic_shape(group: str) -> Shape:
    """Return the shape of a topic file. The bot's own phrases have no examples, and a rule only if they need one."""
    rules = list_of(_rule(), at_least=1)
    parts = VERSION | {"responses": entries(_answers(group), at_least=1)}
    if group == "system":
        return mapping(parts, optional={"rules": rules})
    examples = mapping({"intent": identifier(), "examples": text()})
    return mapping(parts | {"nlu": list_of(examples, at_least=1), "rules": rules})


def facts_shape() -> Shape:
    """Return the shape of data/fakta.yml."""
    fact = mapping(
        {"om": text(), "kalla": identifier(), "kontrollerad": day(), "tillit": one_of(*TRUST)},
        optional={
            "varde": text(),
            "tider": entries(text(), any_name=True, at_least=1),
            "helgdagar": one_of("stängt", "öppet"),
            "uppgift_fran": day(partial=True),
            "giltig_till": day(),
            "efter": text(),
        },
    )
    return mapping({"fakta": entries(fact), "kontakter": entries(_contact())})


def sources_shape() -> Shape:
    """Return the shape of data/kallor.yml."""
    address = text(r"(https?://[^\s…]+|/[^\s…]*)", like='"https://www.gnosjo.se/nyhetsarkiv", utan mellanslag och «…»')
    source = {"titel": text(), "utgivare": text(), "url": address, "datum": day(partial=True, unknown=True)}
    return mapping({"kallor": entries(mapping(source))})


def lexicon_shape() -> Shape:
    """Return the shape of a file in data/lexikon/."""
    return mapping({"begrepp": entries(mapping({"om": text(), "former": list_of(text(), at_least=1)}))})


def emergency_shape() -> Shape:
    """Return the shape of data/kris.yml. An empty group of `krav` would never be met, and no groups always."""
    names = list_of(identifier())
    needs = list_of(list_of(identifier(), at_least=1), at_least=1)
    rule = mapping({"amne": identifier(), "krav": needs}, optional={"inte": names, "annars_inget": flag()})
    return mapping({"dampande": names, "regler": entries(rule)})


def follow_ups_shape() -> Shape:
    """Return the shape of data/uppfoljning.yml."""
    words, names = list_of(text(), at_least=1), list_of(identifier())
    person = mapping({"ord": words, "din": text(), "min": text()}, optional={"kon": one_of("han", "hon"), "en": flag()})
    topics = mapping({"alla": identifier()}, optional={name: identifier() for name in (*READERS, "akut")})
    question = mapping({"ord": words, "amne": topics}, optional={"fragetecken": flag()})
    talk = mapping({"uttryck": words, "amne": identifier()}, optional={"undantag": entries(identifier())})
    return mapping(
        {
            "uttryck": entries(words),
            "inte_pa_riktigt": words,
            "fragor": entries(question),
            "prata_med": talk,
            "order": words,
            "bedoms": words,
            "val": entries(words, any_name=True),
            "rattelser": words,
            "omraden": entries(names, any_name=True),
            "utfyllnad": words,
            "personer": entries(person),
            "skriver": entries(words),
            "agodelar": words,
            "om_nagon": names,
            "bara_for": entries(names),
        }
    )


def stories_shape() -> Shape:
    """Return the shape of a file in tests/conversations/."""
    names = ("intent", "user", "action", "slot_was_set", "entities", "checkpoint", "or", "active_loop", "bot")
    step = mapping({}, optional={name: anything for name in names})
    story = mapping({"story": text(), "steps": list_of(step, at_least=1)})
    return mapping(VERSION | {"stories": list_of(story, at_least=1)})


def domain_shape() -> Shape:
    """Return the shape of domain.yml: names only. Responses there would silently replace those in data/."""
    names = {"intents": list_of(identifier()), "actions": list_of(identifier()), "slots": entries(anything)}
    return mapping(VERSION | names, optional={"session_config": anything, "entities": anything})


def _names() -> Shape:
    return list_of(identifier(), at_least=1)


def _rule() -> Shape:
    step = mapping({}, optional={"intent": identifier(), "action": identifier()})
    return mapping({"rule": text(), "steps": list_of(step, at_least=2)})


def _answers(group: str) -> Shape:
    condition = mapping({"type": one_of("slot"), "name": one_of("lasare"), "value": one_of(*READERS)})
    conditions = {"condition": list_of(condition, at_least=1)}
    own = {"las_mer": text(), "lattlast": text(), "kallor": list_of(identifier())}
    first = mapping({"text": text(), "metadata": _metadata(group)}, optional=conditions)
    variant = mapping({"text": text()}, optional=conditions | {"metadata": mapping({}, optional=own)})
    return list_of(first, rest=variant, at_least=1)


def _metadata(group: str) -> Shape:
    optional = {"las_mer": text(), "lattlast": text(), "kort": text(), "kort_en": text()}
    option = mapping({"id": identifier(), "titel": text()}, optional={"amnen": _names(), "person": identifier()})
    optional["svar"] = list_of(option, at_least=1)
    expected: dict[str, Shape] = {}
    review = {
        "kontrollerad": day(),
        "granskning": one_of(*REVIEWS),
        "for": list_of(one_of(*AUDIENCES), at_least=1),
        "relaterade": list_of(identifier(), at_least=1),
    }
    (optional if group in OWN_WORDS else expected).update(review)
    if group in PLAIN_GROUPS:
        expected["lattlast"] = optional.pop("lattlast")
    return mapping({"titel": text(), "kallor": list_of(identifier())}, expected=expected, optional=optional)


def _contact() -> Shape:
    facts = {name: identifier() for name in ("telefon", "webb", "tider")}
    needed = {"namn": text(), "for": text(), "kalla": identifier(), "kontrollerad": day(), "tillit": one_of(*TRUST)}
    return mapping(
        needed | {"malgrupp": list_of(one_of(*AUDIENCES), at_least=1)},
        optional=facts | {"kostnad": text(), "anonymitet": text(), "akut": flag()},
    )
