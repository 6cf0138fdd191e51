"""The conversation tests: a name that does not exist makes a test that cannot fail for the right reason."""

from collections.abc import Iterator

from bot.content.check.checked_file import CheckedFile
from bot.content.check.fault import Fault, nearest
from bot.content.check.project import Project
from bot.content.check.rules import known_actions
from bot.content.check.source_file import Key

OF_RASA = ("action_listen", "action_default_fallback", "action_session_start", "action_restart")


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each test story with an unknown intent or action, or with another's name."""
    intents = project.domain.source.content["intents"] if project.domain.is_sound("intents") else []
    actions = [*known_actions(project), *OF_RASA]
    titles: dict[str, str] = {}
    for file in project.stories:
        for index, story in enumerate(file.source.content["stories"] if file.is_sound("stories") else []):
            if story["story"] in titles:
                wrong = f"ett samtal med samma namn finns i {titles[story['story']]}"
                yield file.source.fault(wrong, "Skriv en mening som bara gäller det här", "stories", index, "story")
            titles.setdefault(story["story"], file.source.name)
            for number, step in enumerate(story["steps"]):
                keys = ("stories", index, "steps", number)
                yield from _known(file, step.get("intent"), intents, "intent", keys)
                yield from _known(file, step.get("action"), actions, "action", keys)


def _known(file: CheckedFile, name: str | None, known: list[str], kind: str, keys: tuple[Key, ...]) -> Iterator[Fault]:
    if name is not None and name not in known:
        mend = nearest(str(name), known, otherwise="Skriv ett ämne i data/, eller utter_ och ämnets namn")
        yield file.source.fault(f"'{name}' finns inte", mend, *keys, kind)
