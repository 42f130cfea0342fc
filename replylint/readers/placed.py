"""Strings, mappings and lists that remember where in their file they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from replylint.conversation import Conversation, Draft, Markup
from replylint.offsets import FilePlaces, OffsetMap, OffsetMapBuilder, Segment, line_starts, stretch

# A run of characters and the stretch of the file that they stand for: as long, if they stand there
# as they are; else of another length, and then the run is one character.
Unit = tuple[str, int, int]


class Text(str):
    """A string of a file.

    Attributes:
        start: offset of its first character in the file's text.
    """

    __slots__ = ("_locate", "start")

    start: int
    _locate: Callable[[], OffsetMap]

    def to_file(self) -> OffsetMap:
        """The map from this string's characters to the file's; computed when asked for."""
        return self._locate()

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Another process gets a plain string: the file stays behind."""
        return str, (str(self),)


class Record(dict[str, object]):
    """A mapping of a file.

    Attributes:
        start: offset of its beginning in the file's text.
        places: key → offset of its value.
    """

    __slots__ = ("places", "start")

    start: int
    places: dict[str, int]

    def at(self, key: str) -> int:
        """Where the value of `key` stands; where the mapping begins, if it has no such key."""
        return self.places.get(key, self.start)


class Items(list[object]):
    """A list of a file.

    Attributes:
        starts: offset of each of its values in the file's text.
    """

    __slots__ = ("starts",)

    starts: list[int]

    def __init__(self) -> None:
        super().__init__()
        self.starts = []

    def add(self, value: object, start: int) -> None:
        """Add a value that stands at `start`."""
        self.append(value)
        self.starts.append(start)


def text_at(value: str, start: int, locate: Callable[[], OffsetMap] | None = None) -> Text:
    """`value`, found at `start`; without `locate` it stands there as it is."""
    text = Text(value)
    text.start = start
    text._locate = locate or (lambda: stretch(start, len(value)))
    return text


def record(values: dict[str, object], start: int, places: dict[str, int]) -> Record:
    """A mapping that begins at `start` and whose values stand at `places`."""
    made = Record(values)
    made.start = start
    made.places = places
    return made


def joined(pieces: Iterable[tuple[Text, int, int]]) -> Text:
    """One string out of slices (text, from, to), each still knowing its own place."""
    slices = [(text, low, high) for text, low, high in pieces if high > low]
    value = "".join(text[low:high] for text, low, high in slices)
    if not slices:
        return text_at("", 0)

    def locate() -> OffsetMap:
        segments: list[Segment] = []
        at = 0
        for text, low, high in slices:
            window = OffsetMap((Segment(0, high - low, low, high - low),)).after(text.to_file())
            segments.extend(
                Segment(at + s.target, s.target_length, s.source, s.source_length, s.whole)
                for s in window.segments
            )
            at += high - low
        return OffsetMap(tuple(segments))

    first, low, _ = slices[0]
    return text_at(value, first.to_file().to_source(low, low)[0], locate)


_RUN = re.compile(r"\s+|\S+")


def align(value: str, units: Iterable[Unit], start: int, end: int) -> OffsetMap:
    """The map of a scalar whose line breaks and indentation the file's format folded.

    Characters other than white space correspond one by one and in order to those of the units;
    white space corresponds to whatever white space stands between them. Should that fail, the
    string maps as a whole to file[start:end].
    """
    solid = [unit for unit in units if unit[0] and not unit[0].isspace()]
    if "".join(value.split()) != "".join(unit[0] for unit in solid):
        return OffsetMap((Segment(0, len(value), start, end - start, True),))
    solid.reverse()
    builder = OffsetMapBuilder()
    at = start
    for run in _RUN.finditer(value):
        word = run.group()
        if word[0].isspace():
            until = solid[-1][1] if solid else max(at, end)
            builder.add(word, at, None if until - at == len(word) else until - at)
        else:
            at = _add_word(builder, len(word), solid)
    return builder.build()[1] if value else stretch(start, 0)


def _add_word(builder: OffsetMapBuilder, length: int, solid: list[Unit]) -> int:
    """Add a word of `length` characters, taken from the end of `solid`; gives where it ends."""
    at = 0
    while length:
        text, low, high = solid.pop()
        if len(text) != high - low:
            builder.add(text, low, high - low)
            length, at = length - len(text), high
            continue
        taken = text[:length]
        builder.add(taken, low)
        length, at = length - len(taken), low + len(taken)
        if len(taken) < len(text):
            solid.append((text[len(taken) :], at, high))
    return at


@dataclass(frozen=True)
class SourceFile:
    """One input as it was read: the path as the user named it and its decoded text."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which its lines begin."""
        return line_starts(self.text)

    def line(self, offset: int) -> int:
        """The 1-based line in which `offset` stands."""
        return FilePlaces(OffsetMap(), self.line_starts).place(offset, offset)[0]

    def draft(self, conversation: Conversation, reply: Text, start: int, markup: Markup) -> Draft:
        """A draft of this file: its reply, and the offset at which its item begins."""
        places = FilePlaces(reply.to_file(), self.line_starts)
        return Draft(conversation, self.path, self.line(start), markup, places)
