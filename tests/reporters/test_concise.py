from __future__ import annotations

from replylint.reporters.concise import render
from tests.reporters.reports import VIEW, hostile, report, usual


def test_one_clickable_line_a_finding() -> None:
    assert render(usual(), VIEW) == (
        "casi/risposta.txt:2:84: error channel-deflection Manda il cliente altrove.\n"
        "casi/risposta.txt:1:1: warning no-solution Manca una soluzione.\n"
    )


def test_nothing_for_nothing() -> None:
    assert render(report(), VIEW) == ""


def test_a_draft_cannot_add_lines_or_act() -> None:
    lines = render(hostile(), VIEW).splitlines()
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)
