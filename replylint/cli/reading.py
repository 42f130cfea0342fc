"""Reads the inputs of a command, each under its configuration; tells what could not be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from replylint import readers
from replylint.bilingual import Bilingual
from replylint.cli.failure import say
from replylint.config.find import Configs
from replylint.config.settings import Config, Settings
from replylint.config.source import BASELINE_NAME, YAML_NAMES
from replylint.conversation import Draft
from replylint.engine.problems import RuleFileError
from replylint.findings import InputProblem
from replylint.reporters.strings import Lang

if TYPE_CHECKING:
    from replylint.gitdiff import Changes

_OURS = frozenset((*YAML_NAMES, BASELINE_NAME))


@dataclass(frozen=True, slots=True)
class Governed:
    """What governs a file: its configuration, and what that comes to for this file."""

    config: Config
    settings: Settings


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the paths of a command hold.

    Attributes:
        files: every file that was looked into, with what governs it.
        left_out: what those files hold besides, which did not change (`--diff`).
    """

    drafts: tuple[Draft, ...]
    problems: tuple[InputProblem, ...]
    files: Mapping[str, Governed]
    left_out: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class Picked:
    """Which of the files and drafts that the paths name are meant.

    Attributes:
        changes: only what changed; None for all.
        as_walked: files named are treated like those of a folder.
    """

    changes: Changes | None = None
    as_walked: bool = False

    def files(
        self, found: Iterable[readers.FoundFile | InputProblem]
    ) -> Iterator[readers.FoundFile | InputProblem]:
        """Of what was found, what is meant; a problem where git cannot tell."""
        for each in found:
            if isinstance(each, InputProblem):
                yield each
                continue
            meant = readers.as_walked(each) if self.as_walked else each
            try:
                if meant is not None and (self.changes is None or self.changes.has(meant)):
                    yield meant
            except readers.UnreadableError as error:
                yield InputProblem(each.path, None, error.message)

    def items(
        self,
        found: readers.FoundFile,
        defaults: readers.Defaults,
        items: Iterator[readers.Read],
    ) -> Iterator[readers.Read | readers.LeftOut]:
        """Of what a file holds, what is meant."""
        return items if self.changes is None else self.changes.of(found, defaults, items)


def read_inputs(
    paths: Iterable[str],
    defaults: readers.Defaults,
    configs: Configs,
    lang: Lang,
    quiet: bool = False,
    picked: Picked | None = None,
) -> Inputs:
    """All drafts of the paths; problems and (unless `quiet`) notices are told on standard error."""
    drafts: list[Draft] = []
    left_out: list[Draft] = []
    problems: list[InputProblem] = []
    files: dict[str, Governed] = {}
    for item in _read(paths, defaults, configs, files, picked or Picked()):
        if isinstance(item, Draft):
            drafts.append(item)
            continue
        if isinstance(item, readers.LeftOut):
            left_out.append(item.draft)
            continue
        if isinstance(item, InputProblem):
            if item in problems:
                continue
            problems.append(item)
        elif quiet:
            continue
        say(item.in_language(lang))
    return Inputs(tuple(drafts), tuple(problems), files, tuple(left_out))


def _read(
    paths: Iterable[str],
    defaults: readers.Defaults,
    configs: Configs,
    files: dict[str, Governed],
    picked: Picked,
) -> Iterator[readers.Read | readers.LeftOut]:
    """What the files hold; a configuration that cannot be used is a problem of its own."""
    for found in picked.files(readers.find_files(paths)):
        if isinstance(found, InputProblem):
            yield found
            continue
        if os.path.basename(found.path) in _OURS:  # noqa: PTH119 - for every file of a tree
            continue
        try:
            config = configs.of(found.path)
            if not found.named and config.excludes(found.path):
                continue
            settings = config.settings(found.path)
        except RuleFileError as error:
            yield problem_of(error)
            continue
        files[found.path] = Governed(config, settings)
        its_defaults = settings.defaults(defaults)
        yield from picked.items(found, its_defaults, readers.read_file(found, its_defaults))


def problem_of(error: RuleFileError) -> InputProblem:
    """A rule or configuration file that cannot be used, as a problem of the run.

    Those who write such files are told in English, whatever the language of the run.
    """
    return InputProblem(error.path, error.line, Bilingual(error.message, error.message))
