"""Salesforce quick text: rows of a table, or records as the command line tool exports them.

Fields: developer.salesforce.com, "QuickText".
"""

from __future__ import annotations

from replylint.conversation import Channel
from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    child,
    flag,
    markup_of,
    name,
    records,
    text,
)
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record

_OTHER_FIELDS = frozenset({"Category", "Channel", "FolderName", "IsInsertable", "Shortcode"})
_CHANNELS: dict[str, Channel] = {
    "email": "email",
    "live agent": "chat",
    "live chat": "chat",
    "messaging": "messaging",
    "social": "social",
}


def _is_quick_text(item: Record) -> bool:
    typed = child(item, "attributes").get("type") == "QuickText"
    return "Message" in item and (typed or ("Name" in item and bool(_OTHER_FIELDS & item.keys())))


def _matches(items: list[object]) -> bool:
    return any(_is_quick_text(one) for one in records(items, "records"))


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for quick in records(items, "records"):
        message = text(quick, "Message")
        if message is None or not flag(quick, "IsInsertable", True):
            continue
        own = name(quick, "Id", "Name")
        channel = _CHANNELS.get(str(quick.get("Channel", "")).strip().lower())
        yield Item(message, quick.start, own, markup_of(message), channel)


FORMAT = Format("salesforce", _matches, _replies)
