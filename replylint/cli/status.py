"""The exit status of a check."""

from __future__ import annotations

from collections.abc import Mapping

from replylint.cli.failure import USAGE
from replylint.config.settings import FailOn
from replylint.findings import SEVERITIES, DraftReport, RunReport


def exit_status(
    report: RunReport,
    fail_on: FailOn,
    exit_zero: bool = False,
    by_path: Mapping[str, FailOn] | None = None,
) -> int:
    """0: nothing at or above `fail_on`; 1: findings; 2: an input could not be read.

    `by_path` is what holds for single files instead.
    """
    if report.problems:
        return USAGE
    if exit_zero:
        return 0
    own = by_path or {}
    return int(any(_fails(draft, own.get(draft.draft.path, fail_on)) for draft in report.drafts))


def _fails(report: DraftReport, fail_on: FailOn) -> bool:
    if fail_on == "never":
        return False
    failing = SEVERITIES[SEVERITIES.index(fail_on) :]
    return any(finding.severity in failing for finding in report.findings)
