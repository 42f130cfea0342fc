"""The exit status of a check."""

from __future__ import annotations

from typing import Literal

from replylint.cli.failure import USAGE
from replylint.findings import SEVERITIES, RunReport

FailOn = Literal["error", "warning", "hint", "never"]


def exit_status(report: RunReport, fail_on: FailOn, exit_zero: bool = False) -> int:
    """0: nothing at or above `fail_on`; 1: findings; 2: an input could not be read."""
    if report.problems:
        return USAGE
    if exit_zero or fail_on == "never":
        return 0
    failing = SEVERITIES[SEVERITIES.index(fail_on) :]
    found = any(f.severity in failing for draft in report.drafts for f in draft.findings)
    return int(found)
