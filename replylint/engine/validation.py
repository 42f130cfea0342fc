"""Values of a YAML file into the schema's dataclasses, by pydantic; problems with their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from replylint.engine import schema, schema_rules
from replylint.engine.problems import RuleFileError, quoted
from replylint.engine.yaml_source import Node
from replylint.suggestions import did_you_mean

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")

KINDS: dict[str, Any] = {
    "rule": schema_rules.Rule,
    "act": schema.Act,
    "gauge": schema.Gauge,
    "lists": schema.Lists,
    "thresholds": schema.Thresholds,
    "groups": schema_rules.Groups,
}

_WITH_HOMES = {"rule": "a rule", "act": "an act", "gauge": "a gauge"}
_MAPPING: Any = {"coerce_numbers_to_str": True}
_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")
_MISSING = ("missing", "missing_keyword_only_argument", "missing_argument")


def validate(kind: str, node: Node, path: Path | str) -> Any:
    """The dataclass that a file of this kind holds (for lists, thresholds and groups: a mapping).

    Raises:
        RuleFileError: the first thing in the file that the schema does not allow.
    """
    from pydantic import ValidationError

    try:
        return _adapter(kind).validate_python(node.value)
    except ValidationError as error:
        _check_home(kind, node, path)
        problems = error.errors(include_url=False)
        raise _problem(min(problems, key=_weight), node, path) from None
    except RecursionError:
        raise RuleFileError(path, "nested too deeply") from None


def _check_home(kind: str, node: Node, path: Path | str) -> None:
    """Raise RuleFileError where a file that is no good as what its folder makes it is another."""
    other = next((each for each in _WITH_HOMES if each in node.keys), kind)
    if kind in _WITH_HOMES and kind not in node.keys and other != kind:
        raise RuleFileError(
            path,
            f"this is {_WITH_HOMES[other]}, not {_WITH_HOMES[kind]}: a rules folder holds rules"
            " itself, acts in acts/ and gauges in gauges/",
            *node.keys[other],
        )


def json_schema() -> dict[str, Any]:
    """One JSON Schema for every kind of rule file."""
    from pydantic import TypeAdapter

    inputs = [(kind, "validation", _adapter(kind)) for kind in KINDS]
    refs, definitions = TypeAdapter.json_schemas(cast(Any, inputs), title="replylint rule files")
    one_of = [refs[(kind, "validation")] for kind in KINDS]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **definitions,
        "oneOf": one_of,
    }


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    found = KINDS[kind]
    return TypeAdapter(found) if is_dataclass(found) else TypeAdapter(found, config=_MAPPING)


def _weight(problem: ErrorDetails) -> int:
    """Unknown keys first, what is missing last: it is mostly what was misspelt."""
    if problem["type"] in _UNKNOWN_KEY:
        return 0
    return 2 if problem["type"] in _MISSING else 1


def _problem(problem: ErrorDetails, root: Node, path: Path | str) -> RuleFileError:
    location = problem["loc"]
    node = root.find(location)
    key = str(location[-1]) if location else ""
    kind = problem["type"]
    if kind in _UNKNOWN_KEY:
        parent = root.find(location[:-1])
        line, column = parent.keys.get(key, (parent.line, parent.column))
        known = _keys_like(parent.value)
        hint = "" if key in known else did_you_mean(key, known)  # of another part, if it is there
        return RuleFileError(path, f"unknown key {quoted(key)}{hint}", line, column)
    return RuleFileError(path, _message(problem, key), node.line, node.column)


def _message(problem: ErrorDetails, key: str) -> str:
    kind, given = problem["type"], problem["input"]
    context: Mapping[str, Any] = problem.get("ctx") or {}
    if kind in _MISSING:
        return f"the key {quoted(key)} is missing"
    if kind == "literal_error":
        return f"{quoted(given)} is none of {context['expected']}{_nearest(given, context)}"
    if kind == "string_pattern_mismatch":
        return f"{quoted(given)} is no name: lower-case letters and digits, joined by hyphens"
    if kind == "too_short":
        return f"{quoted(key)} needs at least {context['min_length']}"
    if kind == "value_error":
        return str(context["error"])
    text = problem["msg"]
    shown = f", not {quoted(given)}" if isinstance(given, str | int | float) else ""
    return f"{text[:1].lower()}{text[1:]}{shown}"


def _nearest(given: object, context: Mapping[str, Any]) -> str:
    expected = str(context["expected"]).replace(" or ", ", ").split(", ")
    return did_you_mean(str(given), [word.strip("'") for word in expected])


def _keys_like(value: object) -> list[str]:
    """The keys of the schema's part that shares most keys with a mapping."""
    given = set(value) if isinstance(value, dict) else set()
    return max(_known_keys(), key=lambda keys: len(given.intersection(keys)), default=[])


def _known_keys() -> Iterator[list[str]]:
    for part in _parts(schema.Strict):
        yield [name.rstrip("_") for name in part.__dataclass_fields__]


def _parts(part: Any) -> Iterator[Any]:
    yield part
    for below in part.__subclasses__():
        yield from _parts(below)
