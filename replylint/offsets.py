"""Maps between a text and what it was made from, so that findings point at the user's own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_FEED = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the target and the stretch of the source it came from (characters).

    Stretches of equal length map one to one, unless `whole`; others (an escape, a placeholder)
    map as a whole.
    """

    target: int
    target_length: int
    source: int
    source_length: int
    whole: bool = False

    @property
    def one_to_one(self) -> bool:
        """Whether each character of the target has its own character in the source."""
        return self.target_length == self.source_length and not self.whole


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """A monotone map from offsets of a target text to offsets of its source.

    Segments are sorted, do not overlap, and together cover the target; no segments: identity.
    """

    segments: tuple[Segment, ...] = ()

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The smallest source span that covers target[start:end] (end exclusive)."""
        if not self.segments:
            return start, end
        first = self._at(start)
        low = self._source_start(first, start)
        if end <= start:
            return low, low
        last = self._at(end - 1)
        inside = end - last.target
        high = last.source + (inside if last.one_to_one else last.source_length)
        return low, max(low, high)

    def _at(self, offset: int) -> Segment:
        index = bisect_right(self.segments, offset, key=lambda segment: segment.target) - 1
        return self.segments[max(0, index)]

    @staticmethod
    def _source_start(segment: Segment, offset: int) -> int:
        inside = offset - segment.target
        if segment.one_to_one:
            return segment.source + inside
        return (
            segment.source
            if inside < segment.target_length
            else (segment.source + segment.source_length)
        )

    def after(self, earlier: OffsetMap) -> OffsetMap:
        """This map followed by `earlier`: target of this → source of `earlier`."""
        if not self.segments:
            return earlier
        if not earlier.segments:
            return self
        joined: list[Segment] = []
        for segment in self.segments:
            if not segment.one_to_one:
                end = segment.source + segment.source_length
                low, high = earlier.to_source(segment.source, end)
                joined.append(Segment(segment.target, segment.target_length, low, high - low, True))
                continue
            joined.extend(_split(segment, earlier))
        return OffsetMap(tuple(joined))


def _split(segment: Segment, earlier: OffsetMap) -> list[Segment]:
    """Cut a one-to-one segment where `earlier` changes from one of its segments to the next."""
    pieces: list[Segment] = []
    offset = 0
    while offset < segment.target_length:
        at = segment.source + offset
        under = earlier._at(at)
        left = max(1, min(under.target + under.target_length - at, segment.target_length - offset))
        low, high = earlier.to_source(at, at + left)
        whole = not under.one_to_one
        pieces.append(Segment(segment.target + offset, left, low, high - low, whole))
        offset += left
    return pieces


def stretch(source: int, length: int) -> OffsetMap:
    """The map of a text that stands in its source as it is, from `source` on."""
    return OffsetMap((Segment(0, length, source, length),))


class OffsetMapBuilder:
    """Builds a target text piece by piece while remembering where each piece came from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        # The one-to-one run that may still grow: where it begins in the target and the source.
        self._run: tuple[int, int] | None = None

    def add(self, text: str, source: int, source_length: int | None = None) -> None:
        """Append `text`, made from the characters at `source`.

        One character from each (as many as there are), or all of it from `source_length` of them.
        """
        if not text:
            return
        whole = source_length is not None
        if whole or self._run is None or source - self._run[1] != self._length - self._run[0]:
            self._end_run()
            self._run = None if whole else (self._length, source)
        if source_length is not None:
            self._segments.append(Segment(self._length, len(text), source, source_length, True))
        self._parts.append(text)
        self._length += len(text)

    def _end_run(self) -> None:
        if self._run is not None:
            target, source = self._run
            length = self._length - target
            self._segments.append(Segment(target, length, source, length))
            self._run = None

    def build(self) -> tuple[str, OffsetMap]:
        """The text and its map."""
        self._end_run()
        return "".join(self._parts), OffsetMap(tuple(self._segments))


@dataclass(frozen=True, slots=True)
class FilePlaces:
    """Turns an offset in a reply into a 1-based line and column of the file it stands in.

    Attributes:
        to_file: reply offsets → file offsets (escapes of JSON, indentation of YAML…).
        line_starts: file offset of the first character of each line; lines end at line feeds only.
    """

    to_file: OffsetMap = OffsetMap()
    line_starts: tuple[int, ...] = (0,)

    def place(self, start: int, end: int) -> tuple[int, int, int, int]:
        """(line, column, end_line, end_column) of reply[start:end]; all 1-based, end exclusive."""
        low, high = self.to_file.to_source(start, end)
        line = bisect_right(self.line_starts, low)
        end_line = bisect_right(self.line_starts, high)
        return (
            line,
            low - self.line_starts[line - 1] + 1,
            end_line,
            high - self.line_starts[end_line - 1] + 1,
        )


def line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which the lines of `text` begin; only line feeds end a line."""
    return (0, *(found.end() for found in _LINE_FEED.finditer(text)))
