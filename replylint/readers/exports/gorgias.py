"""Gorgias macros. Shape: developers.gorgias.com, "The Macro object"."""

from __future__ import annotations

from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    child,
    children,
    markup_of,
    name,
    records,
    text,
)
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record

_TEXT_ACTION = "setResponseText"


def _answers(macro: Record) -> list[Record]:
    actions = children(macro, "actions")
    return [child(one, "arguments") for one in actions if one.get("name") == _TEXT_ACTION]


def _matches(items: list[object]) -> bool:
    return any(_answers(macro) for macro in records(items, "data"))


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for macro in records(items, "data"):
        if macro.get("archived_datetime"):
            continue
        for answer in _answers(macro):
            body = text(answer, "body_html", "body_text")
            if body is not None:
                tag = name(macro, "language")
                own = name(macro, "id", "name")
                yield Item(body, macro.start, own, markup_of(body), language=tag)


FORMAT = Format("gorgias", _matches, _replies)
