"""The linters of a run: one for each set of rules and words that configurations ask for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.cli.failure import fail
from replylint.cli.reading import Inputs, problem_of
from replylint.config.settings import Config, EngineSettings
from replylint.conversation import Draft
from replylint.findings import InputProblem

if TYPE_CHECKING:
    from replylint.linter import Linter


class Linters:
    """Makes linters and keeps them: files with equal settings share one."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._made: dict[EngineSettings, Linter] = {}
        self._checked: set[Config] = set()

    def first(self, config: Config) -> Linter:
        """The linter of the run as a whole; exits with status 2 when it cannot be made."""
        from replylint.engine.problems import RuleFileError

        try:
            return self.of(config)
        except (RuleFileError, ValueError) as error:
            fail(error)

    def of(self, config: Config) -> Linter:
        """The linter of a configuration.

        Raises:
            RuleFileError: a rule file, or the configuration itself, names what does not exist or
                cannot be used.
            ValueError: the command line does.
        """
        from replylint.config.names import check_names

        engine = config.engine
        if engine not in self._made:
            self._made[engine] = self._linter(config)
        if config not in self._checked:
            check_names(config, self._made[engine].ruleset)
            _check_model(config, self._made[engine])
            self._checked.add(config)
        return self._made[engine]

    def _linter(self, config: Config) -> Linter:
        from replylint.config.names import check_names
        from replylint.engine.ruleset import load_rules
        from replylint.linter import Linter

        engine = config.engine
        folders = [Path(folder) for folder in engine.rules]
        try:
            return Linter(
                folders,
                select=engine.select,
                ignore=engine.ignore,
                lists=dict(engine.lists),
                thresholds=dict(engine.thresholds),
                model=engine.model,
                lang=self._lang,
            )
        except ValueError:
            check_names(config, load_rules(folders))  # tells it with its place, if it has one
            raise


def _check_model(config: Config, linter: Linter) -> None:
    """Raise RuleFileError, with its place, at a pipeline that cannot be used by what it says."""
    from replylint.language.pipeline import PipelineError

    stated = config.stated("model")
    if not stated or "model" in config.given:
        return
    try:
        _ = linter.tool
    except PipelineError as error:
        raise stated[-1].problem(str(error)) from None


Shares = list[tuple["Linter", list[int]]]


def shared_out(
    inputs: Inputs, drafts: Sequence[Draft], linters: Linters
) -> tuple[Shares, tuple[InputProblem, ...]]:
    """Each linter with the numbers of its drafts, and the configurations that cannot be used."""
    from replylint.engine.problems import RuleFileError

    shares: dict[Linter, list[int]] = {}
    problems: list[InputProblem] = []
    for number, draft in enumerate(drafts):
        try:
            shares.setdefault(linters.of(inputs.files[draft.path].config), []).append(number)
        except RuleFileError as error:
            if (problem := problem_of(error)) not in problems:
                problems.append(problem)
    return list(shares.items()), tuple(problems)
