"""How long the customer has waited, from what the customer wrote to the answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from replylint.conversation import Message
from replylint.engine.customer import is_mere_thanks
from replylint.engine.messages import read_each

if TYPE_CHECKING:
    from replylint.engine.context import Context


def waited_hours(context: Context) -> float | None:
    """Hours from the first message still unanswered to the reply or the moment of the check.

    A mere thanks starts no clock. None where a time is missing, or where only one of the two says
    its zone; 0 where nothing waits for an answer.
    """
    now = context.conversation.reply_at
    if not unanswered(context):
        return 0.0
    if now is None or all(message.at is None for message in unanswered(context)):
        return None
    waiting = _needing_answer(context)
    if not waiting:
        return 0.0
    first = waiting[0].at
    if first is None or (first.tzinfo is None) != (now.tzinfo is None):
        return None
    return _hours(first, now)


def _needing_answer(context: Context) -> list[Message]:
    waiting = unanswered(context)
    readings = read_each(waiting, context.texts)
    return [
        message
        for message, reading in zip(waiting, readings, strict=True)
        if message.text.strip() and not is_mere_thanks(reading.acts, message.text)
    ]


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
