"""A configuration file to a node with places, and where such a file stands."""

from __future__ import annotations

import os
from pathlib import Path

from replylint.engine.problems import RuleFileError
from replylint.engine.yaml_source import MAX_BYTES, Node

YAML_NAMES = ("replylint.yaml", ".replylint.yaml")
TOML_NAME = "pyproject.toml"
BASELINE_NAME = "replylint-baseline.json"
"""The baseline that is written where neither an option nor a file names one."""


def shown(path: Path) -> Path:
    """A path as people see it: relative to the working folder where it stands below it."""
    below = os.path.relpath(path) if path.is_absolute() else str(path)
    return path if below.startswith("..") else Path(below)


def read_config(path: Path) -> Node | None:
    """What a file says; None for a pyproject.toml without [tool.replylint].

    Raises:
        RuleFileError: it cannot be read, or is not YAML or TOML.
    """
    raw = _bytes(path)
    if path.suffix == ".toml":
        from replylint.config.toml_source import parse_toml

        node = parse_toml(raw, path)
    elif all(not line.strip() or line.lstrip().startswith(b"#") for line in raw.splitlines()):
        node = Node({}, 1, 1)
    else:
        from replylint.engine.yaml_source import parse_yaml

        node = parse_yaml(raw, path)
    if node is not None and not isinstance(node.value, dict):
        raise RuleFileError(path, "settings must be a mapping: `key: value`", node.line)
    return node


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or error
        raise RuleFileError(path, f"cannot be read: {told}") from None


def in_folder(folder: str) -> Path | None:
    """The configuration file of a folder, if it has one."""
    for name in YAML_NAMES:
        path = os.path.join(folder, name)  # noqa: PTH118 - once for each folder of a large tree
        # A link that leads nowhere was meant to be one: reading it says so.
        if os.path.isfile(path) or os.path.islink(path):  # noqa: PTH113, PTH114
            return shown(Path(path))
    path = os.path.join(folder, TOML_NAME)  # noqa: PTH118
    if os.path.isfile(path) and _sets_up(Path(path)):  # noqa: PTH113
        return shown(Path(path))
    return None


def _sets_up(path: Path) -> bool:
    """Whether a pyproject.toml has our table, or is broken and means to."""
    try:
        raw = _bytes(path)
    except RuleFileError:
        return False
    if b"tool" not in raw or b"replylint" not in raw:
        return False
    from replylint.config.toml_source import parse_toml

    try:
        return parse_toml(raw, path) is not None
    except RuleFileError:
        return b"[tool.replylint" in raw
