"""How long the customer has waited, by the clock of the contract (failure-cases.md, "Time")."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from replylint.conversation import Message

if TYPE_CHECKING:
    from replylint.engine.context import Context


def waited_hours(context: Context) -> float | None:
    """Hours from the first message still unanswered to the reply or the moment of the check.

    None where a time is missing; 0 where nothing waits for an answer.
    """
    waiting = unanswered(context)
    if not waiting:
        return 0.0
    first, now = waiting[0].at, context.conversation.reply_at
    if first is None or now is None or (first.tzinfo is None) != (now.tzinfo is None):
        return None
    return _hours(first, now)


def _hours(start: datetime, end: datetime) -> float:
    return max(0.0, (end - start).total_seconds() / 3600)


def unanswered(context: Context) -> tuple[Message, ...]:
    """The customer's messages since an agent last answered; automatic receipts are no answer."""
    waiting: list[Message] = []
    automatic = iter(reversed(context.automatic))
    for message in reversed(context.conversation.thread):
        if message.author == "agent":
            if next(automatic):
                continue
            break
        waiting.append(message)
    return tuple(reversed(waiting))
