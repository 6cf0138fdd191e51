"""Give Rasa the files in data/ through a fast YAML reader; stock Rasa reads the same files, a minute slower."""

from functools import cached_property
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.topics import split_examples, topic_files
from bot.content.yaml_file import read_yaml


class Example(Message):
    """A training example that is cheap to copy and computes its fingerprint once: Rasa asks for it thirty times."""

    @cached_property
    def _own_fingerprint(self) -> str:
        return f"{self.data[INTENT]}\0{self.data[TEXT]}"

    def fingerprint(self) -> str:
        return self._own_fingerprint

    def __hash__(self) -> int:
        return hash(self._own_fingerprint)

    def __deepcopy__(self, memo: dict[int, Any]) -> "Example":
        # Rasa copies all training data at each merge, nine times; no step takes anything away from an example.
        return self


class TopicImporter(RasaFileImporter):
    """Read examples, rules and responses of all topic files once, with libyaml."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
    ) -> None:
        super().__init__(config_file, domain_path, [])
        paths = [training_data_paths] if isinstance(training_data_paths, str) else training_data_paths or []
        self._folders = [Path(path) for path in paths if Path(path).is_dir()]
        # Test stories are few and not in data/: they are read by Rasa itself.
        self._tests = RasaFileImporter(config_file, domain_path, [p for p in paths if "test" in str(p)])
        self._contents: dict[Path, dict[str, Any]] | None = None

    def get_nlu_data(self, language: str | None = "sv") -> TrainingData:
        """Return every example of every topic."""
        examples = [
            Example(data={TEXT: text, INTENT: block["intent"]})
            for content in self._files().values()
            for block in content.get("nlu") or []
            for text in split_examples(block["examples"])
        ]
        return TrainingData(training_examples=examples)

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Return the rule of every topic."""
        steps = []
        domain = self.get_domain()
        for path, content in self._files().items():
            if content.get("rules") or content.get("stories"):
                steps += YAMLStoryReader(domain, str(path)).read_from_parsed_yaml(
                    {key: content[key] for key in ("rules", "stories") if key in content}
                )
        return StoryGraph(steps)

    def get_conversation_tests(self) -> StoryGraph:
        """Return the test stories, read by Rasa itself."""
        return self._tests.get_conversation_tests()

    def get_domain(self) -> Domain:
        """Return domain.yml together with the names of the responses in data/: what they say is read while serving."""
        responses = {name: [{TEXT: name}] for c in self._files().values() for name in c.get("responses") or {}}
        return super().get_domain().merge(Domain.from_dict({"responses": responses}))

    def _files(self) -> dict[Path, dict[str, Any]]:
        if self._contents is None:
            self._contents = {path: read_yaml(path) or {} for folder in self._folders for path in topic_files(folder)}
        return self._contents
