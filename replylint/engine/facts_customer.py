"""Facts of the customer's messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.engine.customer import is_mere_thanks
from replylint.engine.fact import UNKNOWN, FactValue

if TYPE_CHECKING:
    from replylint.engine.context import Context
    from replylint.findings import CustomerReading


def customer(context: Context) -> FactValue:
    """Whether there is a message of the customer that nobody has answered."""
    if context.customer is not None:
        return True
    return False if context.conversation.thread else UNKNOWN


def customer_kind(context: Context, *, heard: bool = False) -> FactValue:
    """What the customer's messages are; "none" of the kinds is a value too.

    `heard`, here and below: as they were heard before the case as a whole is known.
    """
    reading = _reading(context, heard)
    return UNKNOWN if reading is None else reading.kind or "none"


def customer_tone(context: Context, *, heard: bool = False) -> FactValue:
    """How the customer's messages sound."""
    reading = _reading(context, heard)
    return UNKNOWN if reading is None else reading.tone.value


def customer_thanks_only(context: Context, *, heard: bool = False) -> FactValue:
    """Whether the customer thanks or praises, and neither complains nor asks for anything."""
    reading = _reading(context, heard)
    if context.customer is None or reading is None:
        return UNKNOWN
    if reading.kind in ("complaint", "request"):
        return False
    return is_mere_thanks(context.customer.acts, context.customer.text.content)


def _reading(context: Context, heard: bool) -> CustomerReading | None:
    return context.heard if heard else context.customer_reading
