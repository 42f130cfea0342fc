"""Which configuration governs a file: the nearest one upwards from it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from replylint.config.settings import Config, Given, load_config
from replylint.config.source import TOML_NAME, YAML_NAMES, in_folder
from replylint.engine.problems import RuleFileError

# Paths are strings here: this runs for every file of a tree.
# ruff: noqa: PTH100, PTH112, PTH120

Loaded = Config | RuleFileError


class Configs:
    """The configurations of a run; each file is looked for and read once.

    Args:
        given: options of the command line by their key; None where not given.
        file: the one file to use (`--config`), instead of the nearest.
        isolated: use none at all (`--isolated`).

    Raises:
        RuleFileError: `file` cannot be used.
    """

    def __init__(self, given: Given, file: Path | None = None, isolated: bool = False) -> None:
        self._given = given
        self._by_folder: dict[str, Loaded] = {}
        self._fixed: Config | None = None
        if file is not None:
            self._fixed = load_config(file, given, os.getcwd())  # noqa: PTH109
        elif isolated:
            self._fixed = Config((), os.getcwd(), given)  # noqa: PTH109

    def of(self, path: str) -> Config:
        """The configuration that governs a file, a folder, or standard input ("-").

        Raises:
            RuleFileError: it cannot be used.
        """
        if self._fixed is not None:
            return self._fixed
        whole = os.path.abspath("." if path == "-" else path)
        found = self._in(whole if os.path.isdir(whole) else os.path.dirname(whole))
        if isinstance(found, RuleFileError):
            raise found
        return found

    def of_run(self, paths: Sequence[str]) -> Config:
        """The configuration of what concerns a run as a whole: that of its paths' common folder.

        Raises:
            RuleFileError: it cannot be used.
        """
        folders = [os.path.abspath("." if path == "-" else path) for path in paths]
        try:
            return self.of(os.path.commonpath(folders))
        except ValueError:  # no paths, or on two drives
            return self.of("-")

    @property
    def used(self) -> set[Config]:
        """The configurations that could be used so far."""
        found = (self._fixed, *self._by_folder.values())
        return {one for one in found if isinstance(one, Config)}

    def places(self) -> Iterator[Path]:
        """Where a file stands, or could be put, that governs something looked up so far."""
        for folder in self._by_folder:
            yield from (Path(folder, name) for name in (*YAML_NAMES, TOML_NAME))

    def _in(self, folder: str) -> Loaded:
        known = self._by_folder.get(folder)
        if known is None:
            known = self._by_folder[folder] = self._looked_up(folder)
        return known

    def _looked_up(self, folder: str) -> Loaded:
        parent = os.path.dirname(folder)
        file = in_folder(folder)
        try:
            if file is not None:
                return load_config(file, self._given)
        except RuleFileError as error:
            return error
        return Config((), folder, self._given) if parent == folder else self._in(parent)
