"""What is kept of a conversation while it goes on: in this process, or in Redis for several."""

from bot.memory.conversation import Conversation, Memory
from bot.memory.local import LocalMemory
from bot.settings import Settings

__all__ = ["Conversation", "LocalMemory", "Memory", "make_memory"]


def make_memory(settings: Settings) -> Memory:
    """Return the memory that the settings ask for: Redis where a URL is given, else this process."""
    if not settings.redis_url:
        return LocalMemory(settings)
    from bot.memory.shared import RedisMemory

    return RedisMemory(settings)
