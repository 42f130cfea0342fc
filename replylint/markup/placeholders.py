"""Placeholders of reusable replies ("{{nome}}", "[DATA]", "____") and the values put for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from replylint.offsets import OffsetMap, OffsetMapBuilder
from replylint.tables import read_table

# Stands for a placeholder while the markup is read: a private character, which no parser touches.
MARK = "\ue000"

_FALLBACK = re.compile(
    r"""(?:(?:default|fallback)\s*[:=]\s*|\|\|\s*)(?:["'](?P<quoted>[^"']*)["']|(?P<bare>[^%}"'|]+))"""
)
_DEFAULT_ATTRIBUTE = re.compile(r'default=(?:"|&quot;)([^"&]*)')
_WORDS = re.compile(r"[A-ZÀ-Ü]?[a-zà-ü]+|[A-ZÀ-Ü]+|\d+")
_KEY_ATTRIBUTE = re.compile(r'key=(?:"|&quot;)([^"&]*)')
_ELISION = re.compile(r"^.*['’(\"«“@](?=.)")
_LAST_WORD = re.compile(r"(\S+)\s*$")
_PLAIN_VALUE = re.compile(r"[\w][\w .,'’-]*")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder as written and what its own words say of it (None: nothing).

    Attributes:
        kind: what it stands for ("name", "date", …).
        fallback: the text its author gave for a missing value.
    """

    written: str
    kind: str | None
    fallback: str | None


@dataclass(frozen=True, slots=True)
class _Tables:
    pattern: re.Pattern[str]
    kinds: dict[str, str]
    values: dict[str, str]
    before: dict[str, str]
    unknown: str


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    data: dict[str, Any] = read_table(__file__, "placeholders.yaml")
    vocabulary = f"(?:{'|'.join(data['vocabulary'])})"
    removed = "|".join(data["removed"])
    shapes = "|".join(shape.replace("VOC", vocabulary) for shape in data["shapes"])
    return _Tables(
        pattern=re.compile(f"(?P<removed>{removed})|{shapes}"),
        kinds={word: one["kind"] for one in data["kinds"] for word in one["words"]},
        values={one["kind"]: one["value"] for one in data["kinds"]},
        before={word: kind for kind, words in data["before"].items() for word in words},
        unknown=data["unknown"],
    )


def mark(source: str) -> tuple[str, OffsetMap, dict[int, Placeholder]]:
    """`source` with a MARK for each placeholder and without template tags; the map back to it.

    The third is the placeholder of each mark, by the mark's offset in the marked text.
    """
    builder = OffsetMapBuilder()
    placeholders: dict[int, Placeholder] = {}
    at = length = 0
    for found in _tables().pattern.finditer(source):
        builder.add(source[at : found.start()], at)
        length += found.start() - at
        at = found.end()
        if found.lastgroup != "removed":
            placeholders[length] = _placeholder(found.group())
            builder.add(MARK, found.start(), len(found.group()))
            length += 1
    builder.add(source[at:], at)
    text, offsets = builder.build()
    return text, offsets, placeholders


def _placeholder(written: str) -> Placeholder:
    default = _DEFAULT_ATTRIBUTE.search(written)
    given = default.group(1) if default else None
    key = _KEY_ATTRIBUTE.search(written)
    name = key.group(1) if key else written
    found = _FALLBACK.search(name)
    if found:
        given = given or (found.group("quoted") or found.group("bare") or "").strip()
        name = name[: found.start()]
    usable = given if given and _PLAIN_VALUE.fullmatch(given) else None
    return Placeholder(written, _kind(name.removeprefix("*|").partition("|")[0]), usable)


def _kind(name: str) -> str | None:
    """What the words of a placeholder say it stands for, the last part of a path first."""
    kinds = _tables().kinds
    for part in reversed(name.split(".")):
        words = [word.lower() for word in _WORDS.findall(part)]
        for word in ("".join(words), *words):
            if word in kinds:
                return kinds[word]
    return None


def fill(
    text: str, placeholders: dict[int, Placeholder], offsets: OffsetMap
) -> tuple[str, OffsetMap]:
    """`text` with a value for each mark, and the map back to it.

    `offsets` leads from `text` to the marked text, where `placeholders` has its keys; a private
    character that was no placeholder stays.
    """
    builder = OffsetMapBuilder()
    at = 0
    while (mark_at := text.find(MARK, at)) >= 0:
        builder.add(text[at:mark_at], at)
        placeholder = placeholders.get(offsets.to_source(mark_at, mark_at + 1)[0])
        value = MARK if placeholder is None else _value(placeholder, text[:mark_at])
        builder.add(value, mark_at, 1)
        at = mark_at + 1
    builder.add(text[at:], at)
    return builder.build()


def _value(placeholder: Placeholder, before: str) -> str:
    """The value that reads best where the placeholder stands."""
    tables = _tables()
    if placeholder.fallback:
        return placeholder.fallback
    kind = placeholder.kind
    last = _LAST_WORD.search(before[-40:])
    word = _ELISION.sub("", last.group(1).lower()) if last else ""
    suggested = tables.before.get(word) or tables.before.get(word.strip(",;:"))
    if kind in (None, "person", "number") and suggested in ("name", "money"):
        kind = suggested
    value = tables.values.get(kind or suggested or "", tables.unknown)
    return value.removesuffix(" euro") if word.endswith(("€", "euro")) else value
