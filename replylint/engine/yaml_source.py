"""YAML read safely: plain values only, within limits, each with its line and column.

Only what a rule file needs is read: strings, numbers, `true`/`false`, `null`, lists and mappings.
Other plain words stay strings, so that *no*, *on* and *sì* can stand in a word list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from replylint.engine.problems import RuleFileError, quoted

if TYPE_CHECKING:
    from yaml.events import Event

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_NODES = 60_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file and where it stands (1-based); `keys` are the places of its keys."""

    value: Any
    line: int
    column: int
    size: int = 1
    children: dict[str | int, Node] = field(default_factory=dict)
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def find(self, path: tuple[str | int, ...]) -> Node:
        """The node at `path`; parts of the path that name nothing here are passed over."""
        node = self
        for part in path:
            node = node.children.get(part, node)
        return node


def parse_yaml(raw: bytes, path: Path | str) -> Node:
    """Read one YAML document; `path` is for messages.

    Raises:
        RuleFileError: not UTF-8, not YAML, beyond the limits, or a key given twice.
    """
    if len(raw) > MAX_BYTES:
        raise RuleFileError(path, f"larger than {MAX_BYTES} bytes: split the file")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RuleFileError(path, "not UTF-8: save the file as UTF-8", line) from error
    try:
        return _Builder(path, yaml.parse(text, Loader=_Loader)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise RuleFileError(path, f"not YAML: {error.problem or error.context}", *place) from error
    except yaml.YAMLError as error:
        raise RuleFileError(path, "not YAML: a character that YAML does not allow") from error


class _Builder:
    """Builds nodes from parser events, so that limits hold before anything grows."""

    def __init__(self, path: Path | str, events: Iterator[Event]) -> None:
        self._path = path
        self._events = events
        self._anchors: dict[str, Node] = {}
        self._nodes = 0

    def document(self) -> Node:
        events = self._events
        next(events)
        start = next(events)
        if isinstance(start, yaml.StreamEndEvent):
            raise self._problem(start, "the file is empty")
        root = self._node(next(events), 1)
        next(events)
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._problem(after, "one YAML document a file: a second one begins here")
        return root

    def _node(self, event: Event, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self._problem(event, f"nested deeper than {MAX_DEPTH} levels")
        if isinstance(event, yaml.AliasEvent):
            node = self._aliased(event)
        else:
            node = self._fresh(event, depth)
        return node

    def _fresh(self, event: Any, depth: int) -> Node:
        if event.tag is not None and event.tag != "!":
            raise self._problem(event, f"the tag {quoted(event.tag)} is not allowed here")
        self._count(event, 1)
        if isinstance(event, yaml.ScalarEvent):
            node = Node(_scalar(event), *_place(event))
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(event, depth)
        else:
            node = self._mapping(event, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _aliased(self, event: Any) -> Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            raise self._problem(event, f"the alias {quoted(event.anchor)} names no anchor above")
        self._count(event, node.size)
        return node

    def _count(self, event: Event, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise self._problem(event, f"more than {MAX_NODES} values: split the file")

    def _sequence(self, start: Event, depth: int) -> Node:
        children: dict[str | int, Node] = {}
        for index, event in enumerate(iter(self._events)):
            if isinstance(event, yaml.SequenceEndEvent):
                break
            children[index] = self._node(event, depth + 1)
        values = [child.value for child in children.values()]
        return Node(values, *_place(start), _size(children), children)

    def _mapping(self, start: Event, depth: int) -> Node:
        children: dict[str | int, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise self._problem(event, "a key must be a plain word")
            key: str = event.value
            if key in keys:
                raise self._problem(event, f"the key {quoted(key)} is given twice")
            keys[key] = _place(event)
            children[key] = self._node(next(self._events), depth + 1)
        values = {key: child.value for key, child in children.items()}
        return Node(values, *_place(start), _size(children), children, keys)

    def _problem(self, event: Event, message: str) -> RuleFileError:
        return RuleFileError(self._path, message, *_place(event))


def _size(children: dict[str | int, Node]) -> int:
    return 1 + sum(child.size for child in children.values())


def _place(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _scalar(event: Any) -> str | int | float | bool | None:
    text: str = event.value
    if event.style:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
