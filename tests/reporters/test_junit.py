from __future__ import annotations

from junitparser import Error, Failure, JUnitXml

from replylint.reporters.junit import render
from tests.reporters.reports import VIEW, hostile, report, usual


def test_a_case_a_finding_and_a_good_draft() -> None:
    document = JUnitXml.fromstring(render(usual(), VIEW).encode())
    bad, good, unread = document
    assert (document.tests, document.failures, document.errors) == (4, 2, 1)
    assert [case.name for case in bad] == ["tw-17: channel-deflection", "tw-17: no-solution"]
    assert all(isinstance(case.result[0], Failure) for case in bad)
    assert "«ci scriva in privato 😀 con»" in next(iter(bad)).result[0].text
    assert [case.is_passed for case in good] == [True]
    assert isinstance(next(iter(unread)).result[0], Error)


def test_reads_back_whatever_a_draft_holds() -> None:
    document = JUnitXml.fromstring(render(hostile(), VIEW).encode())
    assert (document.tests, document.failures, document.errors) == (3, 2, 1)


def test_empty() -> None:
    assert JUnitXml.fromstring(render(report(), VIEW).encode()).tests == 0
