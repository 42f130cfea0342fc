"""Zammad text modules, from the API or its CSV. Shape: zammad `app/models/text_module.rb`."""

from __future__ import annotations

from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    any_has,
    flag,
    name,
    records,
    text,
)
from replylint.readers.inputs import Defaults


def _matches(items: list[object]) -> bool:
    return any_has(records(items, "text_modules"), "keywords", "content")


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for module in records(items, "text_modules"):
        content = text(module, "content")
        if content is not None and flag(module, "active", True):
            own = name(module, "id", "name")
            yield Item(content, module.start, own, "html")


FORMAT = Format("zammad", _matches, _replies)
