"""The `[tool.replylint]` table of a pyproject.toml, each value with its line.

The TOML reader of the standard library gives no places; they are found again by the lines on which
headers and keys stand. A value whose line is not found has its parent's.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from replylint.engine.problems import RuleFileError
from replylint.engine.yaml_source import MAX_BYTES, Node

_TABLE = ("tool", "replylint")
_PART = r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
_DOTTED = rf"(?:{_PART})(?:[ \t]*\.[ \t]*(?:{_PART}))*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_LINE = re.compile(r"\(at line (\d+)")

Place = tuple[str | int, ...]


def parse_toml(raw: bytes, path: Path) -> Node | None:
    """The table as a node; None when the file has no such table.

    Raises:
        RuleFileError: the file is not TOML, or too large.
    """
    if b"replylint" not in raw:
        return None
    if len(raw) > MAX_BYTES:
        raise RuleFileError(path, f"larger than {MAX_BYTES} bytes")
    try:
        text = raw.decode("utf-8")
        table: Any = _loads(text)
        for part in _TABLE:
            table = table.get(part) if isinstance(table, dict) else None
        lines = _lines(text)
        return None if table is None else _node(table, _TABLE, lines, lines.get(_TABLE, 1))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RuleFileError(path, "not UTF-8: save the file as UTF-8", line) from None
    except RecursionError:
        raise RuleFileError(path, "nested too deeply") from None
    except ValueError as error:
        place = _LINE.search(str(error))
        told = _LINE.split(str(error))[0].strip()
        raise RuleFileError(path, f"not TOML: {told}", int(place[1]) if place else None) from None


def _loads(text: str) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads(text)


def _node(value: Any, place: Place, lines: dict[Place, int], line: int) -> Node:
    line = lines.get(place, line)
    if isinstance(value, dict):
        pairs: list[tuple[str | int, Any]] = list(value.items())
    else:
        pairs = list(enumerate(value)) if isinstance(value, list) else []
    children = {key: _node(inside, (*place, key), lines, line) for key, inside in pairs}
    keys = {str(key): (child.line, 1) for key, child in children.items()}
    return Node(value, line, 1, children=children, keys=keys if isinstance(value, dict) else {})


def _lines(text: str) -> dict[Place, int]:
    """The place of each header and key → its line."""
    found: dict[Place, int] = {}
    arrays: Counter[Place] = Counter()
    current: Place = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            current = _parts(header[2])
            if header[1] == "[[":
                arrays[current] += 1
                found.setdefault(current, number)
                current = (*current, arrays[current] - 1)
            found.setdefault(current, number)
        elif key := _KEY.match(line):
            parts = _parts(key[1])
            for length in range(1, len(parts) + 1):
                found.setdefault((*current, *parts[:length]), number)
    return found


def _parts(dotted: str) -> Place:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))
