from __future__ import annotations

from typing import Any

import pytest

from replylint.cli.status import exit_status
from replylint.findings import DraftReport
from tests.reporters.reports import draft, finding, problem, report


@pytest.mark.parametrize(
    ("severities", "fail_on", "status"),
    [
        ([], "hint", 0),
        (["error"], "error", 1),
        (["warning", "hint"], "error", 0),
        (["hint", "warning"], "warning", 1),
        (["hint"], "warning", 0),
        (["hint"], "hint", 1),
        (["error"], "never", 0),
    ],
)
def test_status(severities: list[Any], fail_on: Any, status: int) -> None:
    one = draft()
    found = tuple(finding(one, None, severity=severity) for severity in severities)
    run = report(DraftReport(one, findings=found))
    assert exit_status(run, fail_on) == status
    assert exit_status(run, fail_on, exit_zero=True) == 0


def test_unreadable_input_is_always_two() -> None:
    run = report(problems=(problem("a", None, "b"),))
    assert exit_status(run, "never", exit_zero=True) == 2
