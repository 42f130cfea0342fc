"""Facts of where and when: channel, readers, thread, waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.engine.fact import UNKNOWN, FactValue, or_unknown
from replylint.engine.waiting import waited_hours

if TYPE_CHECKING:
    from replylint.engine.context import Context


def channel(context: Context) -> FactValue:
    """Where the reply will appear."""
    return or_unknown(context.conversation.channel)


def public(context: Context) -> FactValue:
    """Whether others can read the reply, as far as its context says."""
    return or_unknown(context.conversation.is_public)


def fragment(context: Context) -> FactValue:
    """Whether it is a piece of a library that is never sent alone."""
    return context.conversation.fragment


def macro(context: Context) -> FactValue:
    """Whether it is reusable text."""
    return context.conversation.macro


def thread(context: Context) -> FactValue:
    """Whether there are earlier messages."""
    return True if context.conversation.thread else UNKNOWN


def history(context: Context) -> FactValue:
    """Whether anything is known of what was said before: messages, or data declared as given."""
    given = any(topic.subject == "data" for topic in context.conversation.about)
    return True if given or context.conversation.thread else UNKNOWN


def wait_hours(context: Context) -> FactValue:
    """How long the customer has waited."""
    return or_unknown(waited_hours(context))


def wait_counted(context: Context) -> FactValue:
    """The hours waited, twice as many for a complaint except by email: its limits are halved."""
    hours = waited_hours(context)
    if hours is None:
        return UNKNOWN
    complaint = context.fact("customer.kind") == "complaint"
    return 2 * hours if complaint and context.conversation.channel != "email" else hours


def first_agent_message(context: Context) -> FactValue:
    """A channel without a thread counts as a first message; an automatic receipt as none."""
    conversation = context.conversation
    if not conversation.thread and conversation.channel is None:
        return UNKNOWN
    return all(context.automatic)
