"""The baseline as the commands use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from replylint.cli.failure import fail
from replylint.cli.reading import Inputs
from replylint.cli.session import Judged, Session
from replylint.findings import RunReport
from replylint.suppression.baseline import Baseline, at_stake, compare
from replylint.suppression.baseline_file import BaselineError, read_baseline


def known_findings(session: Session) -> Baseline | None:
    """The baseline that an option or the configuration names; None when neither does.

    Exits with status 2 when it cannot be read.
    """
    path = session.config.value("baseline")
    return None if path is None else baseline_of(Path(path))


def baseline_of(file: Path) -> Baseline:
    """The baseline that a file holds; exits with status 2 when it cannot be read."""
    try:
        return read_baseline(file)
    except BaselineError as error:
        fail(error)


def without_known(done: Judged, known: Baseline, judge: Callable[[Inputs], Judged]) -> RunReport:
    """The report of a run without what the baseline holds.

    `judge` is asked about drafts that the run left out, where it depends on what they still have.
    """
    drafts, left_out = done.report.drafts, done.inputs.left_out
    unchanged = at_stake(drafts, known, left_out)
    asked = replace(done.inputs, drafts=unchanged, problems=())
    owners = judge(asked).report.drafts if unchanged else ()
    compared = compare(drafts, known, done.read, left_out, owners)
    counts = replace(done.report.not_reported, known=len(compared.known), moved=compared.moved)
    return replace(done.report, drafts=compared.reports, not_reported=counts)
