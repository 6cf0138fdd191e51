"""Run an action in this process, without writing the conversation as JSON and without a schema for our own answer."""

from collections.abc import Sequence
from typing import Any, overload

from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.action_runner import ActionRunner


class LocalAction(RemoteAction):
    """An action of actions/. It sees the conversation as over HTTP, but each event is written only when it is read."""

    action_endpoint: ActionRunner

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        """Return what the action did: its messages first, then its events."""
        seen = tracker.current_state() | {"events": EventsAsRead(tracker.events)}
        done = await self.action_endpoint.request(json={"next_action": self.name(), "tracker": seen})
        said = await self._utter_responses(done["responses"], output_channel, nlg, tracker)
        return [*said, *deserialise_events(done["events"])]


class EventsAsRead(Sequence[dict[str, Any]]):
    """Events as the SDK knows them, each made when it is asked for: an action reads the latest turns only."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events

    def __len__(self) -> int:
        return len(self._events)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, index: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        fields: dict[str, Any] = self._events[index].as_dict()
        return fields
