"""Layers merged, and what they come to for one file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from replylint.config.keys import KEYS
from replylint.config.layers import Layer, Stated, load_layers
from replylint.conversation import Channel
from replylint.engine.problems import quoted
from replylint.findings import Severity
from replylint.readers.inputs import Defaults

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FailOn = Literal["error", "warning", "hint", "never"]
Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What a linter is made of; files with equal ones share it."""

    rules: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    thresholds: tuple[tuple[str, float], ...] = ()
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings that hold for one file.

    Attributes:
        hidden: rules that are judged but not reported here (an override's `ignore`).
    """

    engine: EngineSettings = EngineSettings()
    hidden: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    min_severity: Severity = "warning"
    fail_on: FailOn = "error"
    channel: Channel | None = None
    public: bool | None = None
    fragment: bool = False
    agents: tuple[str, ...] = ()
    input_format: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    require_reason: bool = False

    def defaults(self, given: Defaults) -> Defaults:
        """What the readers assume: what the command line gave, filled up from the settings."""
        return replace(
            given,
            channel=given.channel or self.channel,
            public=self.public if given.public is None else given.public,
            fragment=self.fragment,
            agents=self.agents,
            input_format=self.input_format,
            fields=self.fields,
        )


class Config:
    """One file's configuration: its layers merged, and the options of the command line on top.

    Args:
        layers: the farthest first; none for the built-in settings.
        root: the folder that patterns are relative to.
        given: options of the command line by their key; None where not given.
        file: the nearest file, for people.
    """

    def __init__(
        self, layers: Sequence[Layer], root: str, given: Given, file: Path | None = None
    ) -> None:
        self.file = file
        self.given = {key: value for key, value in given.items() if value is not None}
        self._layers = layers
        self._root = root
        self._made: dict[tuple[int, ...], Settings] = {}

    @property
    def files(self) -> set[Path]:
        """The files it was read from: its own, and those that this one extends."""
        stated = {one.file for layer in self._layers for one in layer.values()}
        return stated if self.file is None else stated | {self.file}

    def stated(self, name: str) -> list[Stated]:
        """What the layers state of a key, the farthest first; only the nearest if it replaces."""
        found = [layer[name] for layer in self._layers if name in layer]
        return found[-1:] if KEYS[name].kind.joins == "replaces" else found

    def value(self, name: str) -> Any:
        """The value of a key: of the layers, joined, and of the command line."""
        key = KEYS[name]
        values = [stated.value for stated in self.stated(name)]
        if key.kind.joins == "replaces":
            return self.given.get(name, values[-1] if values else key.default)
        if key.kind.joins == "adds":
            return tuple(item for value in values for item in value) + self.given.get(name, ())
        return _updated(values)

    @cached_property
    def _globs(self) -> dict[str, GitIgnoreSpec | None]:
        return {name: self._spec(name, self.value(name)) for name in ("exclude", "fragment")}

    @cached_property
    def _overrides(self) -> list[tuple[GitIgnoreSpec | None, dict[str, Any]]]:
        return [
            (self._spec("overrides", override["files"]), override)
            for override in self.value("overrides")
        ]

    def _spec(self, name: str, patterns: Sequence[str]) -> GitIgnoreSpec | None:
        if not patterns:
            return None
        from pathspec import GitIgnoreSpec

        for pattern in patterns:
            try:
                GitIgnoreSpec.from_lines([pattern])
            except ValueError:
                told = f"{quoted(pattern)} is no pattern of the .gitignore kind"
                raise self.stated(name)[-1].problem(told) from None
        return GitIgnoreSpec.from_lines(patterns)

    def excludes(self, path: str) -> bool:
        """Whether a walk leaves the file out."""
        spec = self._globs["exclude"]
        return spec is not None and _matches(spec, self._relative(path))

    def settings(self, path: str) -> Settings:
        """What holds for the file at `path` ("-" for standard input)."""
        relative = self._relative(path)
        matched = tuple(
            index for index, (spec, _) in enumerate(self._overrides) if _matches(spec, relative)
        )
        fragment = _matches(self._globs["fragment"], relative)
        key = (*matched, -1) if fragment else matched
        if key not in self._made:
            self._made[key] = self._settings([self._overrides[i][1] for i in matched], fragment)
        return self._made[key]

    def matching(self, path: str) -> list[tuple[Stated, int]]:
        """The overrides for the file at `path`: what states them, and their number there."""
        relative = self._relative(path)
        numbered = [
            (one, index) for one in self.stated("overrides") for index in range(len(one.value))
        ]
        pairs = zip(numbered, self._overrides, strict=True)
        return [place for place, (spec, _) in pairs if _matches(spec, relative)]

    def _relative(self, path: str) -> str | None:
        """The path as patterns see it; None when it lies outside of their folder."""
        patterns = self._overrides or any(self._globs.values())
        if path == "-" or not patterns:
            return None
        whole = os.path.abspath(path)  # noqa: PTH100 - for every file of a tree
        below = whole[len(self._root) :].lstrip(os.sep)
        inside = whole == os.path.join(self._root, below)  # noqa: PTH118
        folder = "/" if path.endswith(os.sep) else ""
        return below.replace(os.sep, "/") + folder if inside else None

    def _settings(self, overrides: Sequence[Mapping[str, Any]], fragment: bool) -> Settings:
        def nearest(name: str) -> Any:
            found = [override[name] for override in overrides if name in override]
            return found[-1] if found and name not in self.given else self.value(name)

        in_part = [override["fragment"] for override in overrides if "fragment" in override]
        return Settings(
            engine=self.engine,
            hidden=frozenset(rule for each in overrides for rule in each.get("ignore", ())),
            severities=_updated([self.value("severities"), *_all(overrides, "severities")]),
            min_severity=self.value("min-severity"),
            fail_on=nearest("fail-on"),
            channel=nearest("channel"),
            public=nearest("public"),
            fragment=in_part[-1] if in_part else fragment,
            agents=self.value("agents"),
            input_format=self.value("input-format"),
            fields=tuple(self.value("fields").items()),
            require_reason=self.value("require-reason"),
        )

    @cached_property
    def engine(self) -> EngineSettings:
        """What a linter of this configuration is made of."""
        lists = self.value("lists")
        return EngineSettings(
            rules=self.value("rules"),
            select=self.value("select"),
            ignore=self.value("ignore"),
            lists=tuple(sorted(lists.items())),
            thresholds=tuple(sorted(self.value("thresholds").items())),
            model=self.value("model"),
        )


def _updated(values: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Mappings on top of one another; lists of words under one name are joined."""
    merged: dict[str, Any] = {}
    for value in values:
        for name, item in value.items():
            before = merged.get(name)
            merged[name] = (*before, *item) if isinstance(before, tuple) else item
    return merged


def _all(overrides: Sequence[Mapping[str, Any]], name: str) -> list[Mapping[str, Any]]:
    return [override[name] for override in overrides if name in override]


def _matches(spec: GitIgnoreSpec | None, path: str | None) -> bool:
    return spec is not None and path is not None and spec.match_file(path)


def load_config(file: Path, given: Given, root: str | None = None) -> Config:
    """The configuration of a file; patterns are relative to `root`, else to its folder.

    Raises:
        RuleFileError: a file that cannot be used, with its place.
    """
    folder = os.path.dirname(os.path.abspath(file)) if root is None else root  # noqa: PTH100,PTH120
    return Config(load_layers(file), folder, given, file)
