"""Zendesk macros, as the API gives them or one by one, and dynamic content.

Shapes: developer.zendesk.com, "Macros" and "Dynamic Content Items".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from replylint.conversation import Channel, Markup
from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    any_has,
    children,
    flag,
    markup_of,
    name,
    records,
    text,
)
from replylint.readers.inputs import Defaults
from replylint.readers.jsontext import parse_json
from replylint.readers.placed import Record, Text, record, text_at

_COMMENTS = ("comment_value_html", "comment_value")
_CHANNELS: dict[str, Channel] = {"channel:web": "email", "channel:chat": "chat"}


def _matches(items: list[object]) -> bool:
    macros = records(items, "macros", "macro")
    return any(_actions(macro) for macro in macros) or _is_bare(macros)


def _replies(items: list[object], defaults: Defaults) -> Replies:
    macros = records(items, "macros", "macro")
    if _is_bare(macros):
        start = macros[0].start
        macros = [record({"actions": list(macros)}, start, {})]
    for macro in macros:
        if flag(macro, "active", True):
            yield from _macro(macro)


def _is_bare(macros: list[Record]) -> bool:
    """Whether the file is the list of actions of one macro, as backup scripts keep them."""
    return any(macro.get("field") in _COMMENTS for macro in macros)


def _actions(macro: Record) -> list[Record]:
    """The actions, if they make a comment; in a table they are JSON inside a cell."""
    cell = macro.get("actions_json") or macro.get("actions")
    if isinstance(cell, Text) and "comment_value" in cell:
        found = records(_inside(cell))
    else:
        found = children(macro, "actions")
    return found if any(action.get("field") in _COMMENTS for action in found) else []


def _macro(macro: Record) -> Iterator[Item]:
    actions = _actions(macro)
    modes = [a for a in actions if a.get("field") == "comment_mode_is_public"]
    if any(not flag(action, "value", True) for action in modes):
        return
    fields = {action.get("field") for action in actions}
    wanted = _COMMENTS[0] if _COMMENTS[0] in fields else _COMMENTS[1]
    own = name(macro, "id", "title")
    comments = [action for action in actions if action.get("field") == wanted]
    for number, action in enumerate(comments, 1):
        reply, channel = _value(action)
        if reply is None:
            continue
        markup: Markup = "html" if wanted == _COMMENTS[0] else markup_of(reply)
        several = f"{own}#{channel or number}" if own and len(comments) > 1 else own
        yield Item(reply, macro.start, several, markup, channel)


def _value(action: Record) -> tuple[Text | None, Channel | None]:
    """The text of a comment action: a string, or a pair of channel and string."""
    value = action.get("value")
    if isinstance(value, list) and len(value) == 2 and isinstance(value[1], Text):
        return value[1], _CHANNELS.get(str(value[0]))
    return (value if isinstance(value, Text) else None), None


def _inside(cell: Text) -> list[object]:
    """The JSON that a cell of a table holds, its strings placed in the table's file."""
    value = _moved(parse_json(cell), cell)
    return value if isinstance(value, list) else [value]


def _moved(value: object, cell: Text) -> object:
    if isinstance(value, Text):
        start = cell.to_file().to_source(value.start, value.start)[0]
        return text_at(
            value, start, partial(lambda one: one.to_file().after(cell.to_file()), value)
        )
    if isinstance(value, Record):
        return record({key: _moved(one, cell) for key, one in value.items()}, cell.start, {})
    return [_moved(one, cell) for one in value] if isinstance(value, list) else value


def _content_matches(items: list[object]) -> bool:
    found = records(items, "items", "item")
    return any(any_has(children(item, "variants"), "content") for item in found)


def _content(items: list[object], defaults: Defaults) -> Replies:
    """Every active variant; a piece that macros include, hence a fragment."""
    for item in records(items, "items", "item"):
        for variant in children(item, "variants"):
            content = text(variant, "content")
            if content is not None and flag(variant, "active", True):
                own = name(variant, "id") or name(item, "id", "name")
                markup = markup_of(content)
                yield Item(content, variant.start, own, markup, fragment=True)


MACROS = Format("zendesk-macros", _matches, _replies)
DYNAMIC_CONTENT = Format("zendesk-dynamic-content", _content_matches, _content)
