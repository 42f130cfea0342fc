"""Where each setting of a file comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from replylint.config.keys import KEYS
from replylint.config.layers import Stated
from replylint.config.settings import Config

_DEFAULT = "default"
_PLAIN = re.compile(r"[a-z][\w./*-]*")


@dataclass(frozen=True, slots=True)
class Origin:
    """A setting (or one entry of it), its value as YAML, and `file:line` of it."""

    key: str
    value: str
    origin: str


def origins(config: Config, path: str) -> Iterator[Origin]:
    """Every setting that holds for the file at `path`, overrides included.

    Of what several files or overrides add to, each part is an entry of its own.

    Raises:
        RuleFileError: a pattern that is none.
    """
    overrides = config.matching(path)
    for name, key in KEYS.items():
        stated = [*config.stated(name), *_overriding(name, overrides)]
        if name == "overrides":
            continue
        if not stated:
            yield Origin(name, _yaml(key.default), _DEFAULT)
        elif key.kind.joins == "updates":
            yield from _entries(name, stated)
        elif isinstance(stated[-1].value, tuple) and key.kind.joins == "adds":
            for one in stated:
                for index, item in enumerate(one.value):
                    yield Origin(f"{name}[]", _yaml(item), one.origin((index,)))
        else:
            yield Origin(name, _yaml(stated[-1].value), stated[-1].origin())


def _overriding(name: str, overrides: Sequence[tuple[Stated, int]]) -> Iterator[Stated]:
    for one, index in overrides:
        if name in one.value[index]:
            yield Stated(one.value[index][name], one.node.find((index, name)), one.file)


def _entries(name: str, stated: Sequence[Stated]) -> Iterator[Origin]:
    """The entries of a mapping: of each name the nearest one, of lists of words all of them."""
    for number, one in enumerate(stated):
        later = {entry for after in stated[number + 1 :] for entry in after.value}
        for entry, value in one.value.items():
            if isinstance(value, tuple) or entry not in later:
                yield Origin(f"{name}.{entry}", _yaml(value), one.origin((entry,)))


def _yaml(value: Any) -> str:
    """The value on one line: a plain word as it is, else as JSON, which is YAML too."""
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
