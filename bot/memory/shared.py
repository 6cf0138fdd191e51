"""The memory of several processes: in Redis, in its memory only, each key with its last second set when it is written.

Times are Redis's own, so that a worker whose clock is wrong neither ends a conversation early nor keeps it too long.
"""

import json
from typing import Any

from redis.asyncio import Redis

from bot.errors import MemoryFull
from bot.memory.conversation import Conversation
from bot.memory.keys import OPEN, conversation_key, ticket_key, tracker_key, turn_key
from bot.memory.link import RedisLink
from bot.memory.local import GRACE_SECONDS, TICKET_SECONDS
from bot.settings import Settings

# A turn that takes longer than its time limit and this has died with its process.
TURN_GRACE_SECONDS = 5


class RedisMemory:
    """Keeps conversations in Redis. A conversation is two keys: what the channel knows, and the tracker."""

    is_shared = True

    def __init__(self, settings: Settings) -> None:
        self._link = RedisLink(settings.redis_url)
        self._limit, self._idle_seconds = settings.max_conversations, settings.idle_seconds
        self._max_age_seconds = settings.max_age_seconds
        self._turn_seconds = int(settings.answer_seconds) + TURN_GRACE_SECONDS

    async def start(self, conversation: Conversation) -> None:
        """Open a conversation. Raise MemoryFull if there is no room."""
        async with self._link.reach() as redis:
            now = await _now(redis)
            if await redis.zcount(OPEN, now, "+inf") >= self._limit:
                raise MemoryFull()
            conversation.ends = now + self._max_age_seconds
            pipe = redis.pipeline()
            pipe.set(conversation_key(conversation.sender_id), _as_text(conversation))
            pipe.set(tracker_key(conversation.sender_id), "")
            self._let_live(pipe, conversation.sender_id, now, self._idle_seconds)
            await pipe.execute()

    async def find(self, sender_id: str) -> Conversation | None:
        """Return an open conversation and let it live on, or None if it is over."""
        async with self._link.reach() as redis:
            text, time = await redis.pipeline(transaction=False).get(conversation_key(sender_id)).time().execute()
            now = _seconds(time)
            conversation = Conversation(sender_id, **json.loads(text)) if text else None
            if conversation is None or conversation.ends <= now:
                return None
            seconds = min(self._idle_seconds, conversation.ends - now)
            pipe = redis.pipeline(transaction=False)
            self._let_live(pipe, sender_id, now, seconds)
            await pipe.execute()
            return conversation

    async def forget(self, sender_id: str) -> None:
        """Drop all of a conversation now."""
        async with self._link.reach() as redis:
            await _drop(redis, sender_id)

    async def forget_words(self, conversation: Conversation) -> None:
        """Drop what was said, and let the conversation go on from nothing."""
        conversation.start_anew()
        await self.keep_tracker(conversation.sender_id, "")

    async def tracker(self, sender_id: str) -> str | None:
        """Return the tracker kept last, as text, or None."""
        async with self._link.reach() as redis:
            return await redis.get(tracker_key(sender_id)) or None

    async def keep_tracker(self, sender_id: str, tracker: Any) -> None:
        """Keep the tracker, unless the conversation is over: only a key that exists is written."""
        async with self._link.reach() as redis:
            await redis.set(tracker_key(sender_id), tracker, xx=True, keepttl=True)

    async def begin_turn(self, sender_id: str) -> bool:
        """Claim the conversation for a turn; return whether it was free."""
        async with self._link.reach() as redis:
            return bool(await redis.set(turn_key(sender_id), "", nx=True, ex=self._turn_seconds))

    async def end_turn(self, conversation: Conversation) -> None:
        """Free the conversation, and count the turn."""
        conversation.turns += 1
        async with self._link.reach() as redis:
            pipe = redis.pipeline(transaction=False)
            pipe.set(conversation_key(conversation.sender_id), _as_text(conversation), xx=True, keepttl=True)
            pipe.delete(turn_key(conversation.sender_id))
            await pipe.execute()

    async def use_once(self, ticket: str) -> bool:
        """Return whether this is the ticket's first use, in any of the processes."""
        async with self._link.reach() as redis:
            return bool(await redis.set(ticket_key(ticket), "", nx=True, ex=TICKET_SECONDS))

    async def count(self) -> int:
        """Return how many conversations are open, in all processes together."""
        async with self._link.reach() as redis:
            return int(await redis.zcount(OPEN, await _now(redis), "+inf"))

    async def sweep(self) -> int:
        """Take what is over off the list; drop, and count, what Redis should have dropped by itself and has not."""
        async with self._link.reach() as redis:
            over = await redis.zrangebyscore(OPEN, "-inf", await _now(redis) - GRACE_SECONDS)
            overdue = [id_ for id_ in over if await redis.exists(conversation_key(id_), tracker_key(id_))]
            for sender_id in over:
                await _drop(redis, sender_id)
            return len(overdue)

    async def check(self) -> None:
        """Return if Redis answers and writes nothing to disk."""
        async with self._link.reach(anew=True) as redis:
            await redis.ping()

    def _let_live(self, pipe: Any, sender_id: str, now: float, seconds: float) -> None:
        for key in (conversation_key(sender_id), tracker_key(sender_id)):
            pipe.pexpire(key, int(1000 * seconds))
        pipe.zadd(OPEN, {sender_id: now + seconds})
        pipe.expire(OPEN, self._max_age_seconds)


def _as_text(conversation: Conversation) -> str:
    return json.dumps({name: value for name, value in vars(conversation).items() if name != "sender_id"})


async def _now(redis: Redis) -> float:
    return _seconds(await redis.time())


def _seconds(time: tuple[int, int]) -> float:
    return time[0] + time[1] / 1_000_000


async def _drop(redis: Redis, sender_id: str) -> None:
    pipe = redis.pipeline()
    pipe.delete(conversation_key(sender_id), tracker_key(sender_id), turn_key(sender_id))
    pipe.zrem(OPEN, sender_id)
    await pipe.execute()
