"""Validated rule sets kept in the user's cache folder, so that each is validated once.

Keyed by a hash of every rule file with its place, and by one of the code that checks them. A cache
that cannot be read or written, or that is not what was written, is as good as none. What is kept is
JSON: reading it back runs no code and needs neither YAML nor pydantic.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.codehash import code_hash
from replylint.engine import schema, schema_rules
from replylint.userfiles import cache_folder, read_whole, write_whole

if TYPE_CHECKING:
    from replylint.engine.ruleset import RuleSet

_CLASS_KEY = ""
_AS_WRITTEN = "pattern"
_KEEP = 8
_PARTS = ("acts", "gauges", "rules", "lists", "groups", "thresholds")


def load(key: str) -> RuleSet | None:
    """The rule set of that key, if it is kept."""
    from replylint.engine.ruleset import RuleSet

    try:
        check, _, text = read_whole(_file(key)).partition("\n")
        if check != _checksum(text):
            return None
        kept = json.loads(text, object_hook=_object)
        return RuleSet(
            acts=kept["acts"],
            gauges=kept["gauges"],
            rules=kept["rules"],
            lists=_tuples(kept["lists"]),
            groups=kept["groups"],
            thresholds=kept["thresholds"],
            files={(kind, name): path for kind, name, path in kept["files"]},
            hash=kept["hash"],
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def save(key: str, ruleset: RuleSet) -> None:
    """Keep a rule set, all or nothing; the oldest of many are dropped."""
    kept = {name: getattr(ruleset, name) for name in _PARTS}
    files = [[kind, name, path] for (kind, name), path in ruleset.files.items()]
    text = json.dumps(_plain({**kept, "files": files, "hash": ruleset.hash}), ensure_ascii=False)
    with suppress(OSError):
        path = _file(key)
        write_whole(path, f"{_checksum(text)}\n{text}")
        _drop_oldest(path.parent)


def _file(key: str) -> Path:
    try:
        return cache_folder() / f"rules-{key}-{code_hash()[:16]}.json"
    except RuntimeError as error:
        raise OSError("no home folder") from error


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _drop_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("rules-*.json"), key=lambda path: path.stat().st_mtime)
    for path in kept[:-_KEEP]:
        path.unlink(missing_ok=True)


def _plain(value: Any) -> Any:
    """Dataclasses as mappings that name their class and leave defaults out."""
    if is_dataclass(value):
        given = (
            (field.name, getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != _default(field)
        )
        plain = {name: _plain(item) for name, item in given}
        return {_CLASS_KEY: type(value).__name__, **plain}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


@cache
def _classes() -> dict[str, type[Any]]:
    return {
        name: found
        for module in (schema, schema_rules)
        for name, found in vars(module).items()
        if isinstance(found, type) and issubclass(found, schema.Strict)
    }


def _object(value: dict[str, Any]) -> Any:
    name = value.pop(_CLASS_KEY, None)
    return value if name is None else _classes()[name](**_tuples(value))


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    """Lists as tuples, also inside mappings; spaCy's patterns stay as they were written."""
    return {name: item if name == _AS_WRITTEN else _tuple(item) for name, item in values.items()}


def _tuple(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return _tuples(value) if isinstance(value, dict) else value
