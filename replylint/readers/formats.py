"""The formats that are known, and the choice among them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from replylint.conversation import MARKUPS, Draft
from replylint.readers import conversations
from replylint.readers.exports import EXPORTS, generic
from replylint.readers.exports.common import Format
from replylint.readers.exports.drafts import drafts
from replylint.readers.inputs import (
    Defaults,
    Notice,
    NotRecognisedError,
    UnreadableError,
)
from replylint.readers.placed import SourceFile
from replylint.readers.plain import read_plain
from replylint.readers.sniff import Data, data_of, markup_of, may_hold_replies

FORMATS: tuple[str, ...] = (*MARKUPS, conversations.NAME, *(one.name for one in EXPORTS))


def read_source(file: SourceFile, defaults: Defaults) -> Iterator[Draft | Notice | UnreadableError]:
    """What one file holds; its format is the one asked for, else the one its content shows.

    Raises:
        UnreadableError: the file as a whole cannot be read.
    """
    asked = defaults.input_format
    for markup in MARKUPS:
        if asked == markup:
            yield read_plain(file, markup, defaults)
            return
    data = _data(file, defaults)
    if data is None and asked is None:
        yield read_plain(file, markup_of(file), defaults)
    elif data is None:
        raise UnreadableError(
            f"non sono dati come quelli del formato «{asked}»; ne scelga un altro (--input-format)",
            f'not the data that the input format "{asked}" is made of',
        )
    elif not data.items and data.broken:
        yield from data.broken
    elif data.table:
        # Last, since of a table that turns out to hold no replies no row is of interest.
        yield from chain(_read_data(file, data, defaults), data.broken)
    else:
        yield from chain(data.broken, _read_data(file, data, defaults))


def _data(file: SourceFile, defaults: Defaults) -> Data | None:
    """What a data file holds; one that is broken may still show that it holds no replies."""
    try:
        data = data_of(file)
    except NotRecognisedError:
        raise
    except UnreadableError as error:
        data = Data([], [error])
    if data is None or data.items or not data.broken:
        return data
    if defaults.input_format or defaults.fields or may_hold_replies(file):
        return data
    first = data.broken[0]
    raise NotRecognisedError(first.message.it, first.message.en, first.offset)


def _read_data(
    file: SourceFile, data: Data, defaults: Defaults
) -> Iterator[Draft | Notice | UnreadableError]:
    asked = defaults.input_format
    if not data.items:
        raise _not_recognised()
    if asked == conversations.NAME or (asked is None and _are_conversations(data, defaults)):
        yield from conversations.drafts(file, data.sound, defaults)
        return
    chosen = _export(data.items, defaults)
    if chosen is not None and asked is not None and not chosen.matches(data.items):
        yield from _as_asked(file, chosen, data, defaults)
    elif chosen is not None:
        yield from drafts(file, chosen.replies(data.sound, defaults), defaults)
    else:
        raise _not_recognised()


def _not_recognised() -> NotRecognisedError:
    return NotRecognisedError(
        "nessuna risposta in una forma nota; una conversazione ha «reply», un elenco di"
        " risposte «text» (o indichi il formato con --input-format)",
        'no replies in a known form; a conversation has a "reply", a list of replies a "text"'
        " (or say which with --input-format)",
    )


def _as_asked(
    file: SourceFile, chosen: Format, data: Data, defaults: Defaults
) -> Iterator[Draft | Notice | UnreadableError]:
    """What a format finds in data that does not look like its own."""
    found = list(drafts(file, chosen.replies(data.sound, defaults), defaults))
    if not found and not data.broken:
        raise UnreadableError(
            f"nessuna risposta nel formato «{chosen.name}»; ne scelga un altro (--input-format)",
            f'no replies in the form of the input format "{chosen.name}"',
        )
    yield from found


def _are_conversations(data: Data, defaults: Defaults) -> bool:
    return not data.table and not defaults.fields and conversations.matches(data.items)


def _export(items: list[object], defaults: Defaults) -> Format | None:
    """The format asked for, the user's own (a field map), or the first that the keys fit."""
    if defaults.input_format is not None:
        return next(one for one in EXPORTS if one.name == defaults.input_format)
    if generic.matches_with(items, defaults):
        return generic.FORMAT
    return next((one for one in EXPORTS if one.matches(items)), None)
