"""JSON and JSON Lines whose strings know where they stand in the file."""

from __future__ import annotations

import json
import re
from functools import partial
from json.decoder import scanstring  # type: ignore[attr-defined]

from replylint.offsets import OffsetMap, OffsetMapBuilder, stretch
from replylint.readers.encoding import without_surrogates
from replylint.readers.inputs import UnreadableError
from replylint.readers.placed import Items, Record, Text, record, text_at

MAX_DEPTH = 200

_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"[^\s,\]}]+")
_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = re.compile(_PAIR + r"|\\u[0-9a-fA-F]{4}|\\.")


def parse_json(text: str, start: int = 0, end: int | None = None) -> object:
    """The value that stands in text[start:end]; its strings are Text, its objects Record.

    Raises:
        UnreadableError: not JSON, or nested too deeply.
    """
    piece = text[start:end]
    try:
        json.loads(piece)
    except json.JSONDecodeError as error:
        raise UnreadableError(
            f"JSON non valido («{error.msg}»); controlli virgolette, virgole e parentesi",
            f"not valid JSON: {error.msg}",
            start + error.pos,
        ) from None
    except (RecursionError, ValueError):
        raise UnreadableError(
            "il JSON ha troppi livelli, o un numero troppo lungo; lo semplifichi",
            "JSON nested too deeply, or with a number too long",
            start,
        ) from None
    return _Scanner(text).value(_SPACE.match(text, start).end(), 0)[0]  # type: ignore[union-attr]


def json_lines(text: str) -> tuple[Items, list[UnreadableError]]:
    """The values of the lines that are not blank, and an error for each line that is broken."""
    good, broken = Items(), []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            try:
                good.add(parse_json(text, start, end), start)
            except UnreadableError as error:
                broken.append(error)
        start = end + 1
    return good, broken


class _Scanner:
    """Reads text that is known to be valid JSON; every method gives (value, offset after it)."""

    def __init__(self, text: str) -> None:
        self.text = text

    def value(self, at: int, depth: int) -> tuple[object, int]:
        if depth > MAX_DEPTH:
            raise UnreadableError(
                f"il JSON ha più di {MAX_DEPTH} livelli; lo semplifichi",
                f"JSON nested more than {MAX_DEPTH} deep",
                at,
            )
        first = self.text[at]
        if first == '"':
            return self.string(at)
        if first == "{":
            return self.mapping(at, depth)
        if first == "[":
            return self.array(at, depth)
        end = _SCALAR.match(self.text, at).end()  # type: ignore[union-attr]
        return json.loads(self.text[at:end]), end

    def string(self, at: int) -> tuple[Text, int]:
        value, end = scanstring(self.text, at + 1, False)
        raw = self.text[at + 1 : end - 1]
        if "\\" not in raw:
            return text_at(value, at + 1), end
        return text_at(without_surrogates(value), at + 1, partial(_unescaped, raw, at + 1)), end

    def mapping(self, at: int, depth: int) -> tuple[Record, int]:
        values: dict[str, object] = {}
        places: dict[str, int] = {}
        start, at = at, self.skip(at + 1)
        while self.text[at] != "}":
            key, at = self.string(at)
            at = self.skip(self.skip(at) + 1)
            places[str(key)] = at
            values[str(key)], at = self.value(at, depth + 1)
            at = self.next(at)
        return record(values, start, places), at + 1

    def array(self, at: int, depth: int) -> tuple[Items, int]:
        values = Items()
        at = self.skip(at + 1)
        while self.text[at] != "]":
            start = at
            value, at = self.value(at, depth + 1)
            values.add(value, start)
            at = self.next(at)
        return values, at + 1

    def skip(self, at: int) -> int:
        return _SPACE.match(self.text, at).end()  # type: ignore[union-attr]

    def next(self, at: int) -> int:
        at = self.skip(at)
        return self.skip(at + 1) if self.text[at] == "," else at


def _unescaped(raw: str, start: int) -> OffsetMap:
    """The map of a JSON string, given what stands between its quotation marks."""
    builder = OffsetMapBuilder()
    at = 0
    for escape in _ESCAPE.finditer(raw):
        builder.add(raw[at : escape.start()], start + at)
        builder.add("?", start + escape.start(), len(escape.group()))
        at = escape.end()
    builder.add(raw[at:], start + at)
    return builder.build()[1] if raw else stretch(start, 0)
