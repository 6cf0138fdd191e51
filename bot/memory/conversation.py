"""A conversation, and what every memory can do with it."""

from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass
class Conversation:
    """One visitor's conversation. `sender_id` is Rasa's name for it; the visitor's token cannot be found from it.

    `ends` is when it is over at the latest, in seconds by the memory's own clock, which sets it.
    """

    sender_id: str
    reader: str | None = None
    turns: int = 0
    told_of_masking: bool = False
    ends: float = field(default=0.0, compare=False)

    def start_anew(self) -> None:
        """Forget how far the talk has come."""
        self.turns, self.told_of_masking = 0, False


class Memory(Protocol):
    """Keeps conversations until they are ended, idle too long or too old, and then nothing of them.

    Every method but `start` may raise MemoryUnreachable where the memory is another process.
    """

    @property
    def is_shared(self) -> bool:
        """Return whether other processes see it, so that a tracker must be text."""

    async def start(self, conversation: Conversation) -> None:
        """Open a conversation. Raise MemoryFull if there is no room: nobody is pushed out."""

    async def find(self, sender_id: str) -> Conversation | None:
        """Return an open conversation and let it live on, or None if it is over."""

    async def forget(self, sender_id: str) -> None:
        """Drop all of a conversation now."""

    async def forget_words(self, conversation: Conversation) -> None:
        """Drop what was said, and let the conversation go on from nothing."""

    async def tracker(self, sender_id: str) -> Any | None:
        """Return what was kept last, or None."""

    async def keep_tracker(self, sender_id: str, tracker: Any) -> None:
        """Keep what has been said, unless the conversation is over: it must not come back to life."""

    async def begin_turn(self, sender_id: str) -> bool:
        """Claim the conversation for a turn; return whether it was free."""

    async def end_turn(self, conversation: Conversation) -> None:
        """Free the conversation, and count the turn."""

    async def use_once(self, ticket: str) -> bool:
        """Return whether this is the ticket's first use."""

    async def count(self) -> int:
        """Return how many conversations are open."""

    async def sweep(self) -> int:
        """Drop what is over. Return how much was found that should have been gone before, which is a fault."""

    async def check(self) -> None:
        """Return if the memory works. Raise MemoryUnreachable, or ConfigurationError if it would not forget."""
