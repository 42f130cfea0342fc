"""One run over some paths: configuration, drafts, linters and reports, up to what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from replylint.cli.configuring import found_configs, run_config
from replylint.cli.context import looked_at
from replylint.cli.failure import fail, say
from replylint.cli.linters import Linters, shared_out
from replylint.cli.linting import named, selected, told_in_one_line
from replylint.cli.progress import tracked
from replylint.cli.reading import Inputs, read_inputs
from replylint.cli.rulebook import rule_cards
from replylint.cli.treatment import Treatment
from replylint.config.find import Configs
from replylint.config.settings import Config, FailOn, Given
from replylint.conversation import Draft
from replylint.engine.problems import quoted
from replylint.findings import DraftReport, NotReported, RunReport
from replylint.readers import FORMATS, Defaults
from replylint.reporters.strings import strings
from replylint.reporters.view import RuleCard
from replylint.suggestions import did_you_mean

if TYPE_CHECKING:
    from replylint.cli.running import Running
    from replylint.linter import Linter


_OPTIONS = {
    "min_severity": "min-severity",
    "fail_on": "fail-on",
    "lang": "lang",
    "model": "model",
    "input_format": "input-format",
}
_SEVERAL = {"rules": "rules", "agent": "agents"}


def given(context: typer.Context) -> Given:
    """The options of a command that overrule settings, by the key of the setting.

    Lists of rules may hold commas; what was not given is left out. Exits with status 2 at a format
    that does not exist, and at a choice of no rules.
    """
    options = context.params
    _check_format(options.get("input_format"))
    found: dict[str, Any] = {key: options.get(name) for name, key in _OPTIONS.items()}
    found["select"] = selected(options.get("select"))
    found["ignore"] = named(options.get("ignore")) or None
    for name, key in _SEVERAL.items():
        found[key] = tuple(map(str, options.get(name) or ())) or None
    baseline = options.get("baseline")
    found["baseline"] = None if baseline is None else str(baseline)
    return {key: value for key, value in found.items() if value is not None}


def _check_format(asked: str | None) -> None:
    if asked is not None and asked not in FORMATS:
        hint = did_you_mean(asked.casefold(), FORMATS)
        fail(f"--input-format: no format {quoted(asked)}{hint}; known: {', '.join(FORMATS)}")


@dataclass(frozen=True, slots=True)
class Session:
    """A run before anything is judged.

    Attributes:
        config: the configuration of the run as a whole.
    """

    paths: Sequence[str]
    configs: Configs
    config: Config
    linters: Linters
    first: Linter

    @property
    def lang(self) -> Any:
        """The language of messages."""
        return self.config.value("lang")

    def beside(self) -> Iterator[Path]:
        """What it rests on so far, beside the drafts: settings, rules, known findings.

        Folders of rules are named too, and settings that are not there: either may come to be.
        """
        baseline = self.config.value("baseline")
        if baseline is not None:
            yield Path(baseline)
        yield from self.configs.places()
        for config in self.configs.used:
            yield from config.files
            for folder in map(Path, config.value("rules")):
                yield from (folder, *folder.rglob("*"))


def open_session(
    paths: Sequence[str], context: typer.Context, config: Path | None, isolated: bool
) -> Session:
    """Find the configuration and make the linter; exits with status 2 where that fails."""
    configs = found_configs(given(context), config, isolated)
    whole = run_config(configs, paths)
    linters = Linters(whole.value("lang"))
    return Session(paths, configs, whole, linters, linters.first(whole))


@dataclass(frozen=True, slots=True)
class Judged:
    """What a run came to.

    Attributes:
        report: without what is suppressed; the baseline is not looked at yet.
        cards: the rules of all linters.
    """

    report: RunReport
    inputs: Inputs
    cards: dict[str, RuleCard]

    @property
    def read(self) -> set[str]:
        """The files that could be read."""
        return set(self.inputs.files) - {problem.path for problem in self.report.problems}

    @property
    def fail_on(self) -> dict[str, FailOn]:
        """What makes each file fail."""
        return {path: each.settings.fail_on for path, each in self.inputs.files.items()}


def judged(
    session: Session,
    defaults: Defaults,
    running: Running,
    *,
    now: datetime | None = None,
    quiet: bool = False,
    before: Callable[[Inputs], None] = lambda inputs: None,
) -> Judged:
    """Read and judge all drafts of a session; `before` sees the inputs first.

    Exits with status 2 where rules or the pipeline are unusable.
    """
    inputs = read_inputs(
        session.paths, defaults, session.configs, session.lang, quiet, running.picked
    )
    before(inputs)
    return judged_inputs(session, inputs, running, now=now, quiet=quiet)


def judged_inputs(
    session: Session,
    inputs: Inputs,
    running: Running,
    *,
    now: datetime | None = None,
    quiet: bool = False,
) -> Judged:
    """Judge drafts that were read for a session; exits as `judged` does."""
    drafts = tuple(looked_at(inputs.drafts, now))
    shares, problems = shared_out(inputs, drafts, session.linters)
    for problem in problems:
        say(problem.in_language(session.lang))
    cards = _cards([session.first, *(checker for checker, _ in shares)], session.lang)
    treatment = Treatment(cards)
    with told_in_one_line():
        checked = _checked(shares, drafts, running)
        wanted = tracked(checked, len(drafts), strings(session.lang).checking, wanted=not quiet)
        reports = {
            number: treatment.of(report, inputs.files[report.draft.path].settings, rules)
            for number, report, rules in wanted
        }
        tool = session.first.tool
    not_reported = NotReported(treatment.suppressed, idle=treatment.suppressor.idle())
    ordered = tuple(reports[number] for number in sorted(reports))
    report = RunReport(tool, ordered, (*inputs.problems, *problems), not_reported)
    return Judged(report, inputs, cards)


def _cards(checkers: Sequence[Linter], lang: Any) -> dict[str, RuleCard]:
    cards: dict[str, RuleCard] = {}
    for checker in dict.fromkeys(checkers):
        cards.update(rule_cards(checker.ruleset, lang))
    return cards


def _checked(
    shares: Sequence[tuple[Linter, list[int]]], drafts: Sequence[Draft], running: Running
) -> Iterator[tuple[int, DraftReport, frozenset[str]]]:
    """Each draft's number and report, with the rules that were judged."""
    for checker, numbers in shares:
        rules = frozenset(rule.rule for rule in checker.rules)
        reports = running.check(checker, [drafts[number] for number in numbers])
        for number, report in zip(numbers, reports, strict=True):
            yield number, report, rules
