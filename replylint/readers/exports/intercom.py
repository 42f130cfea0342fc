"""Intercom macros and conversations.

Shapes: developers.intercom.com, "Macros" (preview) and "Conversations".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from replylint.conversation import Author, Channel
from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    Turn,
    agent_turns,
    child,
    children,
    markup_of,
    name,
    records,
    text,
    when,
)
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record

_CUSTOMERS = frozenset({"user", "lead", "contact"})
_SAID = frozenset({"comment", "open", "close", "assignment"})
_CHANNELS: dict[str, Channel] = {
    "conversation": "chat",
    "email": "email",
    "facebook": "messaging",
    "instagram": "messaging",
    "whatsapp": "messaging",
    "sms": "messaging",
    "twitter": "social",
}


def _matches(items: list[object]) -> bool:
    return any(_is_macro(one) for one in records(items, "data"))


def _is_macro(item: Record) -> bool:
    return item.get("type") == "macro" and ("body" in item or "body_text" in item)


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for macro in records(items, "data"):
        body = text(macro, "body", "body_text")
        if body is not None:
            chat = macro.get("available_on") == ["messenger"]
            own = name(macro, "id", "name")
            yield Item(body, macro.start, own, markup_of(body), "chat" if chat else None)


def _conversations_match(items: list[object]) -> bool:
    return any("conversation_parts" in one for one in records(items, "conversations", "data"))


def _conversations(items: list[object], defaults: Defaults) -> Replies:
    for conversation in records(items, "conversations", "data"):
        kind = str(child(conversation, "source").get("type"))
        channel = _CHANNELS.get(kind)
        yield from agent_turns(_turns(conversation), channel)


def _turns(conversation: Record) -> Iterator[Turn]:
    source = child(conversation, "source")
    yield from _turn(source, when(conversation.get("created_at")))
    for part in children(child(conversation, "conversation_parts"), "conversation_parts"):
        if part.get("part_type") in _SAID:
            yield from _turn(part, when(part.get("created_at")))


def _turn(part: Record, at: datetime | None) -> Iterator[Turn]:
    body = text(part, "body")
    author = child(part, "author").get("type")
    if body is not None and author is not None:
        who: Author = "customer" if author in _CUSTOMERS else "agent"
        yield Turn(who, body, part.start, name(part, "id"), at, markup_of(body))


FORMAT = Format("intercom", _matches, _replies)
CONVERSATIONS = Format("intercom-conversations", _conversations_match, _conversations)
