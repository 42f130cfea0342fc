"""The formats that are known, and the choice among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from replylint.conversation import Draft, Markup
from replylint.readers import conversations
from replylint.readers.inputs import (
    Defaults,
    Notice,
    NotRecognisedError,
    UnreadableError,
    did_you_mean,
)
from replylint.readers.placed import SourceFile
from replylint.readers.plain import read_plain
from replylint.readers.sniff import items_of, markup_of

_MARKUPS: tuple[Markup, ...] = get_args(Markup)

FORMATS: tuple[str, ...] = (*_MARKUPS, conversations.NAME)


def read_source(file: SourceFile, defaults: Defaults) -> Iterator[Draft | Notice | UnreadableError]:
    """What one file holds; its format is the one asked for, else the one its content shows.

    Raises:
        UnreadableError: the file as a whole cannot be read.
    """
    asked = defaults.input_format
    if asked is not None and asked not in FORMATS:
        hint = did_you_mean(asked, FORMATS)
        raise UnreadableError(f'no input format "{asked}"{hint}; known: {", ".join(FORMATS)}')
    for markup in _MARKUPS:
        if asked == markup:
            yield read_plain(file, markup, defaults)
            return
    items = items_of(file)
    if items is None:
        yield read_plain(file, markup_of(file), defaults)
        return
    yield from _read_items(file, items, defaults)


def _read_items(
    file: SourceFile, items: list[object | UnreadableError], defaults: Defaults
) -> Iterator[Draft | Notice | UnreadableError]:
    values = [item for item in items if not isinstance(item, UnreadableError)]
    yield from (item for item in items if isinstance(item, UnreadableError))
    if defaults.input_format == conversations.NAME or conversations.matches(values):
        yield from conversations.drafts(file, values, defaults)
    elif values:
        raise NotRecognisedError(
            'no replies in a known form; a conversation has a "reply" (see the documentation of '
            "the input formats)"
        )
