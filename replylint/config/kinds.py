"""Kinds of values a setting may have: how each is read, and its JSON Schema.

A hand-made reader rather than pydantic, whose import costs more than a run with cached findings.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from replylint.engine.problems import RuleFileError, quoted
from replylint.engine.yaml_source import Node
from replylint.figures import is_above_zero
from replylint.suggestions import did_you_mean

Joins = Literal["replaces", "adds", "updates"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value.

    Attributes:
        read: the value of a node of the file at a path; raises RuleFileError with the place.
        schema: its JSON Schema.
        joins: what a file's value does to that of the file it extends.
    """

    read: Callable[[Node, Path], Any]
    schema: dict[str, Any]
    joins: Joins = "replaces"


@dataclass(frozen=True, slots=True)
class Key:
    """A setting: its name, its kind, and what it does, in English."""

    name: str
    kind: Kind
    about: str
    default: object = None
    required: bool = False


def wrong(node: Node, file: Path, message: str) -> RuleFileError:
    """The problem with a value, with its place."""
    return RuleFileError(file, message, node.line, node.column)


def _expected(node: Node, file: Path, what: str, hint: str = "") -> RuleFileError:
    given = node.value
    scalar = isinstance(given, str | int | float)
    shown = quoted(given) if scalar else _KINDS.get(type(given), "a date or time")
    return wrong(node, file, f"must be {what}, not {shown}{hint}")


_KINDS: dict[type, str] = {dict: "a mapping", list: "a list", type(None): "nothing"}


def _under(name: str, kind: Kind, node: Node, file: Path) -> Any:
    """The value of a key; a problem with it is told with the key's name."""
    try:
        return kind.read(node, file)
    except RuleFileError as error:
        told = f"{quoted(name)[1:-1]}: {error.message}"
        raise RuleFileError(error.path, told, error.line, error.column) from None


def flag() -> Kind:
    """True or false."""

    def read(node: Node, file: Path) -> bool:
        if not isinstance(node.value, bool):
            raise _expected(node, file, "true or false")
        return node.value

    return Kind(read, {"type": "boolean"})


def choice(words: Sequence[str]) -> Kind:
    """One of a few words."""

    def read(node: Node, file: Path) -> str:
        if node.value not in words or not isinstance(node.value, str):
            hint = did_you_mean(str(node.value), words)
            raise _expected(node, file, f"one of {', '.join(words)}", hint)
        return node.value

    return Kind(read, {"enum": list(words)})


def text() -> Kind:
    """A string; a number is taken as one."""
    return Kind(_text, {"type": ["string", "number"], "minLength": 1})


def _text(node: Node, file: Path) -> str:
    value = node.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise _expected(node, file, "a text")
    return value


def number() -> Kind:
    """A number above zero."""

    def read(node: Node, file: Path) -> float:
        if not is_above_zero(node.value):
            raise _expected(node, file, "a number above 0")
        return float(node.value)

    return Kind(read, {"type": "number", "exclusiveMinimum": 0})


def path() -> Kind:
    """A path, relative to the folder of the file that gives it."""
    return Kind(_path, text().schema)


def _path(node: Node, file: Path) -> str:
    return os.path.normpath(file.parent / _text(node, file))


def model() -> Kind:
    """The name of an installed pipeline or, with a slash or a leading dot, a path."""

    def read(node: Node, file: Path) -> str:
        given = _text(node, file)
        return _path(node, file) if "/" in given or given.startswith(".") else given

    return Kind(read, text().schema)


def several(one: Kind, joins: Joins = "adds", empty: str | None = None) -> Kind:
    """A list of values of a kind, or a single one; `empty` is why it may not be empty."""

    def read(node: Node, file: Path) -> tuple[Any, ...]:
        if node.value == [] and empty is not None:
            raise wrong(node, file, empty)
        if isinstance(node.value, list):
            return tuple(one.read(child, file) for child in node.children.values())
        return (one.read(node, file),)

    many: dict[str, Any] = {"type": "array", "items": one.schema}
    if empty is not None:
        many["minItems"] = 1
    return Kind(read, {"anyOf": [one.schema, many]}, joins)


def table(of: Kind, names: Sequence[str] | None = None) -> Kind:
    """A mapping from names (any, or of a few) to values of a kind."""

    def read(node: Node, file: Path) -> dict[str, Any]:
        if not isinstance(node.value, dict):
            raise _expected(node, file, "a mapping")
        if names is not None:
            check_keys(node, names, file)
        return {str(n): _under(str(n), of, child, file) for n, child in node.children.items()}

    if names is None:
        schema: dict[str, Any] = {"type": "object", "additionalProperties": of.schema}
    else:
        properties = dict.fromkeys(names, of.schema)
        schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return Kind(read, schema, "updates")


def records(keys: Mapping[str, Key]) -> Kind:
    """A list of mappings with these keys."""

    def one(node: Node, file: Path) -> dict[str, Any]:
        if not isinstance(node.value, dict):
            raise _expected(node, file, "a mapping")
        found = read_keys(node, keys, file)
        for key in keys.values():
            if key.required and key.name not in found:
                raise wrong(node, file, f"the key '{key.name}' is missing")
        return found

    def read(node: Node, file: Path) -> tuple[dict[str, Any], ...]:
        if not isinstance(node.value, list):
            raise _expected(node, file, "a list of mappings")
        return tuple(one(child, file) for child in node.children.values())

    return Kind(read, {"type": "array", "items": object_schema(keys)}, "adds")


def read_keys(node: Node, keys: Mapping[str, Key], file: Path) -> dict[str, Any]:
    """The values of a mapping's keys. Raises RuleFileError for what is unknown or wrong."""
    check_keys(node, keys, file)
    return {name: _under(name, keys[name].kind, node.children[name], file) for name in node.value}


def check_keys(node: Node, known: Sequence[str] | Mapping[str, Key], file: Path) -> None:
    """Raise RuleFileError at the first key that is not known."""
    for name in node.value:
        if name not in known:
            line, column = node.keys.get(name, (node.line, node.column))
            hint = did_you_mean(name, known) or f"; known: {', '.join(known)}"
            raise RuleFileError(file, f"unknown key {quoted(name)}{hint}", line, column)


def object_schema(keys: Mapping[str, Key]) -> dict[str, Any]:
    """The JSON Schema of a mapping with these keys and no others."""
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {
            key.name: {"description": key.about, **key.kind.schema} for key in keys.values()
        },
        "additionalProperties": False,
    }
    required = [key.name for key in keys.values() if key.required]
    return {**schema, "required": required} if required else schema
