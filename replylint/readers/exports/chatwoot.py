"""Chatwoot canned responses and conversation messages, both in Markdown.

Shapes: chatwoot swagger, `canned_response` and `message`.
"""

from __future__ import annotations

from collections.abc import Iterator

from replylint.conversation import Author, Channel
from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    Turn,
    agent_turns,
    any_has,
    children,
    flag,
    name,
    records,
    text,
    when,
)
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record

# 2 is what happened ("assigned to …"), 3 a form the machine sent.
_AUTHORS: dict[str, Author] = {
    "0": "customer",
    "incoming": "customer",
    "1": "agent",
    "outgoing": "agent",
}
_CHANNELS: dict[str, Channel] = {
    "Channel::WebWidget": "chat",
    "Channel::Email": "email",
    "Channel::Whatsapp": "messaging",
    "Channel::Sms": "messaging",
    "Channel::TwilioSms": "messaging",
    "Channel::Telegram": "messaging",
    "Channel::FacebookPage": "messaging",
    "Channel::Instagram": "messaging",
    "Channel::TwitterProfile": "social",
}


def _matches(items: list[object]) -> bool:
    return any_has(records(items, "payload", "canned_responses"), "short_code", "content")


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for response in records(items, "payload", "canned_responses"):
        content = text(response, "content")
        if content is not None:
            own = name(response, "id", "short_code")
            yield Item(content, response.start, own, "markdown")


def _conversations(items: list[object]) -> list[tuple[Record | None, list[Record]]]:
    """Each conversation with its messages; a bare list of messages is one conversation."""
    found = records(items, "payload")
    if any_has(found, "message_type", "content"):
        return [(None, found)]
    return [(one, children(one, "messages")) for one in found if "messages" in one]


def _messages_match(items: list[object]) -> bool:
    return any(
        any_has(messages, "message_type", "content") for _, messages in _conversations(items)
    )


def _messages(items: list[object], defaults: Defaults) -> Replies:
    for conversation, messages in _conversations(items):
        channel = _CHANNELS.get(str(conversation.get("channel"))) if conversation else None
        yield from agent_turns(_turns(messages), channel)


def _turns(messages: list[Record]) -> Iterator[Turn]:
    for message in messages:
        content = text(message, "content")
        author = _AUTHORS.get(str(message.get("message_type")))
        if content is None or author is None or flag(message, "private", False):
            continue
        at = when(message.get("created_at"))
        yield Turn(author, content, message.start, name(message, "id"), at, "markdown")


FORMAT = Format("chatwoot", _matches, _replies)
MESSAGES = Format("chatwoot-messages", _messages_match, _messages)
