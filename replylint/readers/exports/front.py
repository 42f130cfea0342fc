"""Front message templates. Shape: dev.frontapp.com, "Message templates"."""

from __future__ import annotations

from replylint.readers.exports.common import Format, Item, Replies, name, records, text
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record

_ENVELOPES = ("_results",)


def _is_template(item: Record) -> bool:
    known = str(item.get("id", "")).startswith("rsp_") or "is_available_for_all_inboxes" in item
    return "body" in item and (known or {"name", "subject", "attachments"} <= item.keys())


def _matches(items: list[object]) -> bool:
    return any(_is_template(one) for one in records(items, *_ENVELOPES))


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for template in records(items, *_ENVELOPES):
        body = text(template, "body")
        if body is not None:
            yield Item(body, template.start, name(template, "id", "name"), "html")


FORMAT = Format("front", _matches, _replies)
