"""Freshdesk canned responses and ticket conversations.

Shapes: developers.freshdesk.com, "Canned Responses" and "Conversations".
"""

from __future__ import annotations

from collections.abc import Iterator

from replylint.conversation import Author
from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    Turn,
    agent_turns,
    any_has,
    children,
    flag,
    markup_of,
    name,
    records,
    text,
    when,
)
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record

_ENVELOPES = ("canned_responses", "responses")


def _matches(items: list[object]) -> bool:
    return any_has(records(items, *_ENVELOPES), "content_html")


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for response in records(items, *_ENVELOPES):
        content = text(response, "content_html")
        plain = text(response, "content")
        own = name(response, "id", "title")
        if content is not None:
            yield Item(content, response.start, own, "html")
        elif plain is not None:
            yield Item(plain, response.start, own, markup_of(plain))


def _tickets(items: list[object]) -> list[tuple[Record | None, list[Record]]]:
    """Each ticket with its conversations; a bare list of them is one ticket without its text."""
    found = records(items)
    if any_has(found, "incoming", "private"):
        return [(None, found)]
    return [(one, children(one, "conversations")) for one in found if "conversations" in one]


def _conversations_match(items: list[object]) -> bool:
    return any(any_has(entries, "incoming", "private") for _, entries in _tickets(items))


def _conversations(items: list[object], defaults: Defaults) -> Replies:
    for ticket, entries in _tickets(items):
        yield from agent_turns(_turns(ticket, entries))


def _turns(ticket: Record | None, entries: list[Record]) -> Iterator[Turn]:
    first = text(ticket, "description_text", "description") if ticket is not None else None
    if ticket is not None and first is not None:
        at = when(ticket.get("created_at"))
        yield Turn("customer", first, ticket.start, None, at, markup_of(first))
    for entry in entries:
        said = text(entry, "body_text", "body")
        if said is None or flag(entry, "private", False):
            continue
        author: Author = "customer" if flag(entry, "incoming", False) else "agent"
        at = when(entry.get("created_at"))
        yield Turn(author, said, entry.start, name(entry, "id"), at, markup_of(said))


FORMAT = Format("freshdesk", _matches, _replies)
CONVERSATIONS = Format("freshdesk-conversations", _conversations_match, _conversations)
