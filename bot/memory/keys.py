"""What things are called in Redis."""

PREFIX = "orosboten"
# Every open conversation, by the second it is over.
OPEN = f"{PREFIX}:open"


def conversation_key(sender_id: str) -> str:
    """Return where the channel's part of a conversation is."""
    return f"{PREFIX}:conversation:{sender_id}"


def tracker_key(sender_id: str) -> str:
    """Return where what was said is."""
    return f"{PREFIX}:tracker:{sender_id}"


def turn_key(sender_id: str) -> str:
    """Return what is there while a turn is being answered."""
    return f"{PREFIX}:turn:{sender_id}"


def ticket_key(number: str) -> str:
    """Return what is there once a ticket is used."""
    return f"{PREFIX}:ticket:{number}"
