"""Facts of the customer's messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.engine.customer import is_mere_thanks
from replylint.engine.fact import UNKNOWN, FactValue

if TYPE_CHECKING:
    from replylint.engine.context import Context


def customer(context: Context) -> FactValue:
    """Whether there is a message of the customer that nobody has answered."""
    if context.customer is not None:
        return True
    return False if context.conversation.thread else UNKNOWN


def customer_kind(context: Context) -> FactValue:
    """What the customer's messages are; "none" of the kinds is a value too."""
    reading = context.customer_reading
    return UNKNOWN if reading is None else reading.kind or "none"


def customer_tone(context: Context) -> FactValue:
    """How the customer's messages sound."""
    reading = context.customer_reading
    return UNKNOWN if reading is None else reading.tone.value


def customer_thanks_only(context: Context) -> FactValue:
    """Whether the customer thanks or praises, and neither complains nor asks for anything."""
    if context.customer is None or context.customer_reading is None:
        return UNKNOWN
    if context.customer_reading.kind in ("complaint", "request"):
        return False
    return is_mere_thanks(context.customer.acts, context.customer.text.content)
