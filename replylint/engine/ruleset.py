"""Folders of rule files into one checked rule set."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.engine.problems import RuleFileError, quoted
from replylint.engine.schema import Act, Gauge
from replylint.engine.schema_rules import Group, Rule
from replylint.suggestions import did_you_mean

if TYPE_CHECKING:
    from replylint.engine.yaml_source import Node

_SINGLE_FILES = {"lists.yaml": "lists", "thresholds.yaml": "thresholds", "groups.yaml": "groups"}
_FOLDERS = {"acts": "act", "gauges": "gauge"}


@dataclass(frozen=True)
class RuleSet:
    """Everything that rule files say, by id.

    Attributes:
        files: the file each part comes from, by (kind, id).
        hash: changes when any file changes.
    """

    acts: dict[str, Act] = field(default_factory=dict)
    gauges: dict[str, Gauge] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    thresholds: dict[str, float] = field(default_factory=dict)
    files: dict[tuple[str, str], str] = field(default_factory=dict)
    hash: str = ""

    def path_of(self, kind: str, name: str) -> str:
        """The file an act, gauge, rule, list, group or threshold comes from."""
        return self.files.get((kind, name), f"{name}.yaml")

    @cached_property
    def parts(self) -> dict[str, dict[str, Any]]:
        """The mappings above by kind."""
        return {
            "act": self.acts,
            "gauge": self.gauges,
            "rule": self.rules,
            "lists": self.lists,
            "groups": self.groups,
            "thresholds": self.thresholds,
        }


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file of a rules folder: what kind it is of, and its bytes."""

    path: Path
    kind: str
    raw: bytes


def packaged_rules() -> Path:
    """The folder of the rules that ship: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_rules(extra: Sequence[Path] = ()) -> RuleSet:
    """Load the rules that ship and those of further folders; a later file replaces an earlier id.

    Raises:
        RuleFileError: a folder or a file that cannot be used, in one line.
    """
    from replylint.engine import rule_cache

    files = [file for folder in (packaged_rules(), *extra) for file in rule_files(folder)]
    digest = content_hash(files)
    key = _with_places(digest, files)
    cached = rule_cache.load(key)
    if cached is not None:
        return cached
    ruleset = build_ruleset(files, digest)
    rule_cache.save(key, ruleset)
    return ruleset


def content_hash(files: Sequence[RuleFile]) -> str:
    """A hash of the files' kinds, names, order and contents: the same wherever they lie."""
    digest = hashlib.sha256()
    for file in files:
        head = f"{file.kind}\0{len(file.raw)}\0".encode() + os.fsencode(file.path.name)
        digest.update(head + b"\0" + file.raw)
    return digest.hexdigest()[:16]


def _with_places(digest: str, files: Sequence[RuleFile]) -> str:
    """A hash of a rule set and of where its files lie, which what is kept of it names."""
    places = b"\0".join(os.fsencode(file.path) for file in files)
    return hashlib.sha256(digest.encode() + places).hexdigest()[:16]


def build_ruleset(files: Sequence[RuleFile], digest: str = "") -> RuleSet:
    """Validate files and check that what they refer to exists. Raises RuleFileError."""
    from replylint.engine.references import check_references
    from replylint.engine.validation import validate
    from replylint.engine.yaml_source import parse_yaml

    ruleset = RuleSet(hash=digest)
    nodes: dict[tuple[str, str], Node] = {}
    for file in files:
        root = parse_yaml(file.raw, file.path)
        found = validate(file.kind, root, file.path)
        for name, part, node in _named(file.kind, found, root):
            if file.kind not in _SINGLE_FILES.values() and name != file.path.stem:
                raise RuleFileError(
                    file.path,
                    f"{file.kind}: {quoted(name)} must stand in a file named {name}.yaml",
                    node.find((file.kind,)).line,
                    node.find((file.kind,)).column,
                )
            ruleset.parts[file.kind][name] = part
            ruleset.files[file.kind, name] = str(file.path)
            nodes[file.kind, name] = node
    check_references(ruleset, nodes)
    return ruleset


def _named(kind: str, found: Any, root: Node) -> Iterator[tuple[str, Any, Node]]:
    if kind in _SINGLE_FILES.values():
        for name, part in found.items():
            yield name, part, root.find((name,))
    else:
        yield getattr(found, kind), found, root


def rule_files(folder: Path) -> list[RuleFile]:
    """The rule files of a folder, in a fixed order; anything else in it is an error."""
    if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises where it may not look
        raise RuleFileError(folder, "no such folder of rules")
    try:
        paths = list(_walk(folder, folder))
    except OSError as error:
        raise RuleFileError(folder, f"cannot be read: {error.strerror or error}") from error
    found = [RuleFile(path, _kind(path, folder), _bytes(path)) for path in paths]
    order = (*_SINGLE_FILES.values(), *_FOLDERS.values(), "rule")
    return sorted(found, key=lambda file: (order.index(file.kind), str(file.path)))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RuleFileError(path, f"cannot be read: {error.strerror or error}") from error


def _walk(folder: Path, root: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == "__pycache__":
            continue
        if path.is_dir():
            if folder != root or path.name not in _FOLDERS:
                raise RuleFileError(
                    path, f"unknown folder: rules have acts/ and gauges/{_near(path.name)}"
                )
            yield from _walk(path, root)
        else:
            yield path


def _near(name: str) -> str:
    return did_you_mean(name, _FOLDERS)


def _kind(path: Path, root: Path) -> str:
    if path.suffix != ".yaml":
        raise RuleFileError(path, "a rules folder holds only .yaml files: rename it or move it")
    if path.parent != root:
        return _FOLDERS[path.parent.name]
    return _SINGLE_FILES.get(path.name, "rule")
