"""Zendesk ticket comments: alone, in their ticket, or one ticket a line.

Shape: developer.zendesk.com, "Ticket Comments". An agent is who is not the requester; where the
file does not name the requester, the author of the first comment is taken to be.
"""

from __future__ import annotations

from collections.abc import Iterator

from replylint.conversation import Author, Channel
from replylint.readers.exports.common import (
    Format,
    Replies,
    Turn,
    agent_turns,
    any_has,
    child,
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

_CHANNELS: dict[str, Channel] = {
    "email": "email",
    "web": "email",
    "chat": "chat",
    "native_messaging": "messaging",
    "whatsapp": "messaging",
    "sms": "messaging",
    "twitter": "social",
    "facebook": "social",
}


def _tickets(items: list[object]) -> list[tuple[Record, list[Record]]]:
    """Each ticket with its comments; a bare list of comments is one ticket."""
    found = records(items, "tickets")
    if any_has(found, "author_id", "public") and found:
        return [(found[0], found)]
    return [(ticket, children(ticket, "comments")) for ticket in found if "comments" in ticket]


def _matches(items: list[object]) -> bool:
    return any(any_has(comments, "author_id") for _, comments in _tickets(items))


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for ticket, comments in _tickets(items):
        public = [one for one in comments if flag(one, "public", True)]
        via = next((str(child(one, "via").get("channel")) for one in public), "")
        yield from agent_turns(_turns(ticket, public, defaults), _CHANNELS.get(via))


def _turns(ticket: Record, comments: list[Record], defaults: Defaults) -> Iterator[Turn]:
    roles = {name(user, "id"): user.get("role") for user in children(ticket, "users")}
    requester = name(ticket, "requester_id") or name(child(ticket, "ticket"), "requester_id")
    authors = {name(one, "author_id") for one in comments}
    if requester is None and comments and authors.isdisjoint(defaults.agents):
        requester = name(comments[0], "author_id")
    for comment in comments:
        said = text(comment, "plain_body", "body", "html_body")
        if said is None:
            continue
        author = name(comment, "author_id")
        if author in roles:
            customer = roles[author] == "end-user"
        elif requester is not None:
            customer = author == requester
        else:
            customer = author not in defaults.agents
        who: Author = "customer" if customer else "agent"
        at = when(comment.get("created_at"))
        yield Turn(who, said, comment.start, name(comment, "id"), at, markup_of(said))


FORMAT = Format("zendesk-comments", _matches, _replies)
