"""A configuration file and all that it extends, as layers: what each file states, and where."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from replylint.config.keys import KEYS
from replylint.config.kinds import read_keys
from replylint.config.source import YAML_NAMES, read_config, shown
from replylint.engine.problems import RuleFileError, quoted
from replylint.engine.yaml_source import Node

# ruff: noqa: PTH112, PTH113 - pathlib raises where it may not look

_MOST_FILES = 20
_SUFFIXES = (".yaml", ".yml", ".toml")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that a file gives to a key, and the node it was read from."""

    value: Any
    node: Node
    file: Path

    def origin(self, place: tuple[str | int, ...] = ()) -> str:
        """`file:line` of the value, or of a part of it."""
        return f"{self.file}:{self.node.find(place).line}"

    def problem(self, message: str, place: tuple[str | int, ...] = ()) -> RuleFileError:
        """A problem with the value, or with a part of it."""
        node = self.node.find(place)
        return RuleFileError(self.file, message, node.line, node.column)


Layer = Mapping[str, Stated]


def load_layers(file: Path) -> tuple[Layer, ...]:
    """What a file and those it extends state, the farthest first.

    Raises:
        RuleFileError: a file that cannot be used, with its place.
    """
    return tuple(_load(file, ()))


def _load(file: Path, above: tuple[str, ...]) -> list[Layer]:
    node = read_config(file)
    if node is None:
        raise RuleFileError(file, "there is no [tool.replylint] table in it")
    values = read_keys(node, KEYS, file)
    layer = {name: Stated(value, node.children[name], file) for name, value in values.items()}
    chain = (*above, os.path.realpath(file))
    layers: list[Layer] = []
    for index, name in enumerate(values.get("extends", ())):
        one = Stated(name, node.children["extends"].find((index,)), file)
        layers.extend(_extended(one, chain))
    if len(layers) > _MOST_FILES:
        raise RuleFileError(file, f"extends more than {_MOST_FILES} files")
    return [*layers, layer]


def _extended(one: Stated, chain: tuple[str, ...]) -> list[Layer]:
    """The layers of what one entry of `extends` names: a file, a folder or a package."""
    path = shown(Path(os.path.normpath(one.file.parent / one.value)))
    if os.path.isfile(path) or one.value.endswith(_SUFFIXES):
        return _file(path, one, chain)
    folder = path if os.path.isdir(path) else _package(one.value)
    if folder is None:
        told = f"extends {quoted(one.value)}: no such file, and no such installed package"
        raise one.problem(told)
    config = next((folder / each for each in YAML_NAMES if (folder / each).is_file()), None)
    layers = _file(config, one, chain) if config is not None else []
    if (folder / "rules").is_dir():
        layers.append({"rules": replace(one, value=(str(folder / "rules"),))})
    if not layers:
        raise one.problem(f"{folder} holds neither replylint.yaml nor a folder rules/")
    return layers


def _file(path: Path, one: Stated, chain: tuple[str, ...]) -> list[Layer]:
    if not os.path.isfile(path):
        raise one.problem(f"extends {quoted(path)}: no such file")
    if os.path.realpath(path) in chain:
        raise one.problem(f"extends {quoted(path)}, which extends this file: a circle")
    if len(chain) > _MOST_FILES:
        raise one.problem(f"extends more than {_MOST_FILES} files")
    return _load(path, chain)


def _package(name: str) -> Path | None:
    """The folder of an installed package, found without running any of it."""
    module = name.replace("-", "_")
    if not module.isidentifier():
        return None
    spec = PathFinder.find_spec(module)
    places = [] if spec is None else list(spec.submodule_search_locations or ())
    return Path(places[0]) if places else None
