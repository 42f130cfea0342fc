"""YAML whose strings know where they stand in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import yaml

from replylint.offsets import OffsetMap, stretch
from replylint.readers.encoding import without_surrogates
from replylint.readers.inputs import UnreadableError
from replylint.readers.placed import Items, Record, Text, Unit, align, record, text_at

MAX_DEPTH = 100
MAX_ALIASES = 1000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.resolver.Resolver()
_BLOCK = ("|", ">")
_TRUE = frozenset({"true", "yes", "on"})
_NUMBERS: dict[str, Callable[[str], float]] = {"int": int, "float": float}
_DOUBLE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n[ \t]*|[\n\r][ \t]*|.)|[^\\\s]+|\s+",
    re.S,
)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_SINGLE = re.compile(r"''|'|[^'\s]+|\s+")
_WORD = re.compile(r"\S+")
_SIMPLE = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029", "\t": "\t",
}  # fmt: skip


def parse_yaml(text: str, shift: int = 0) -> Items:
    """The documents of `text`; strings are Text, mappings Record, placed `shift` further on.

    Times stay strings; keys are always strings; tags are ignored, so that nothing is ever built.

    Raises:
        UnreadableError: not YAML, nested too deeply, or with too many aliases.
    """
    try:
        return _Builder(text, shift).documents()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "broken"
        offset = shift + min(mark.index, len(text)) if mark else None
        raise UnreadableError(
            f"YAML non valido («{what}»); controlli i rientri, e le virgolette ai testi con «:»",
            f"not valid YAML: {what}",
            offset,
        ) from None


def without_scalars(text: str) -> str:
    """`text`, as long as it is, with blanks for each `#` of a scalar: what is left are comments.

    Nothing is left of what is no YAML.
    """
    pieces: list[str] = []
    at = 0
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.ScalarToken):
                low, high = token.start_mark.index, token.end_mark.index
                if token.style in _BLOCK:  # a comment may stand beside its header
                    low = text.find("\n", low, high) + 1 or low
                pieces += text[at:low], text[low:high].replace("#", " ")
                at = high
    except yaml.YAMLError:
        return ""
    return "".join(pieces) + text[at:]


class _Builder:
    """Builds values from the events of one stream, counting depth and aliases as it goes."""

    def __init__(self, text: str, shift: int) -> None:
        self.text = text
        self.shift = shift
        self.events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        self.anchors: dict[str, object] = {}
        self.aliases = 0

    def documents(self) -> Items:
        found = Items()
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.anchors.clear()
                root = next(self.events)
                found.add(self.value(root, 0), self.shift + root.start_mark.index)
        return found

    def value(self, event: Any, depth: int) -> object:
        start = event.start_mark.index
        if depth > MAX_DEPTH:
            raise UnreadableError(
                f"lo YAML ha più di {MAX_DEPTH} livelli; lo semplifichi",
                f"YAML nested more than {MAX_DEPTH} deep",
                self.shift + start,
            )
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if isinstance(event, yaml.ScalarEvent):
            made = self.scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            made = self.mapping(self.shift + start, depth)
        else:
            made = self.sequence(depth)
        if event.anchor:
            self.anchors[event.anchor] = made
        return made

    def alias(self, event: Any) -> object:
        self.aliases += 1
        if event.anchor not in self.anchors or self.aliases > MAX_ALIASES:
            raise UnreadableError(
                f"alias «*{event.anchor}» sconosciuto, o troppi alias; scriva il testo per esteso",
                f'alias "*{event.anchor}" unknown, or too many of them',
                self.shift + event.start_mark.index,
            )
        return self.anchors[event.anchor]

    def mapping(self, start: int, depth: int) -> Record:
        values: dict[str, object] = {}
        places: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if key is None:
                self.value(event, depth + 1)
            event = next(self.events)
            value = self.value(event, depth + 1)
            if key is not None:
                values[key] = value
                places[key] = self.shift + event.start_mark.index
        return record(values, start, places)

    def sequence(self, depth: int) -> Items:
        values = Items()
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.add(self.value(event, depth + 1), self.shift + event.start_mark.index)
        return values

    def scalar(self, event: Any) -> object:
        if event.implicit[0] and event.tag is None:
            tag = _RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)
            kind = tag.rpartition(":")[2]
            if kind == "null":
                return None
            if kind == "bool":
                return event.value.lower() in _TRUE
            if kind in _NUMBERS:
                with suppress(ValueError):
                    return _NUMBERS[kind](event.value)
        return self.string(event)

    def string(self, event: Any) -> Text:
        low, high = event.start_mark.index, event.end_mark.index
        if event.anchor or event.tag:
            named = _PROPERTIES.match(self.text, low, high)
            low = named.end() if named else low
        raw = self.text[low:high]
        locate = partial(_locate, event.value, event.style or "", raw, self.shift + low)
        skipped = _skipped(event.style or "", raw)
        return text_at(without_surrogates(event.value), self.shift + low + skipped, locate)


def _skipped(style: str, raw: str) -> int:
    """How many characters of a scalar's raw text come before its first own character."""
    if style in ("'", '"'):
        return 1
    if style in _BLOCK:
        header = raw.find("\n") + 1
        return header + len(raw[header:]) - len(raw[header:].lstrip())
    return 0


def _locate(value: str, style: str, raw: str, start: int) -> OffsetMap:
    """The map of a YAML scalar, given its raw text with quotation marks or block header."""
    low = _skipped(style, raw)
    high = len(raw) - 1 if style in ("'", '"') else len(raw)
    if raw[low:high] == value:
        return stretch(start + low, len(value))
    return align(value, _units(style, raw[low:high], start + low), start + low, start + high)


def _units(style: str, raw: str, start: int) -> Iterator[Unit]:
    if style not in ("'", '"'):
        for word in _WORD.finditer(raw):
            yield word.group(), start + word.start(), start + word.end()
        return
    for match in (_DOUBLE if style == '"' else _SINGLE).finditer(raw):
        written = match.group()
        escape = written[0] == "\\" if style == '"' else written == "''"
        yield _decoded(written) if escape else written, start + match.start(), start + match.end()


def _decoded(escape: str) -> str:
    """The character that an escape of a quoted scalar stands for; '' for a joined line."""
    if escape == "''":
        return "'"
    if escape[1] in "xuU":
        return without_surrogates(chr(int(escape[2:], 16)))
    return _SIMPLE.get(escape[1], "")
