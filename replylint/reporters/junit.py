"""`junit`: JUnit's XML; a suite a file, a case a draft that is fine or a finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from replylint.findings import DraftReport, Finding, InputProblem, RunReport
from replylint.reporters.view import View
from replylint.reporters.xml import document, element, set_text


def render(report: RunReport, view: View) -> str:
    """A `testsuites` document."""
    suites = [_suite(path, list(group), view) for path, group in _by_path(report)]
    suites += [_unread(problem, view) for problem in report.problems]
    root = element(
        None,
        "testsuites",
        name="replylint",
        tests=_total(suites, "tests"),
        failures=_total(suites, "failures"),
        errors=_total(suites, "errors"),
    )
    root.extend(suites)
    return document(root)


def _by_path(report: RunReport) -> Iterator[tuple[str, Iterator[DraftReport]]]:
    return groupby(report.drafts, key=lambda draft: draft.draft.path)


def _total(suites: list[Element], name: str) -> int:
    return sum(int(suite.get(name, "0")) for suite in suites)


def _suite(path: str, drafts: list[DraftReport], view: View) -> Element:
    failures = sum(len(draft.findings) for draft in drafts)
    fine = sum(not draft.findings for draft in drafts)
    suite = element(
        None, "testsuite", name=path, tests=failures + fine, failures=failures, errors=0, skipped=0
    )
    for draft in drafts:
        if not draft.findings:
            _case(suite, draft, draft.draft.id, draft.draft.line)
        for finding in draft.findings:
            _failure(suite, draft, finding, view)
    return suite


def _case(suite: Element, draft: DraftReport, name: str, line: int) -> Element:
    return element(
        suite, "testcase", name=name, classname=draft.draft.path, file=draft.draft.path, line=line
    )


def _failure(suite: Element, draft: DraftReport, finding: Finding, view: View) -> None:
    case = _case(suite, draft, f"{draft.draft.id}: {finding.rule}", finding.line)
    failure = element(case, "failure", message=finding.message, type=finding.severity)
    told = [f"{draft.draft.path}:{finding.line}:{finding.column}", finding.message]
    if finding.quote is not None:
        told.append(f"«{finding.quote}»")
    told += [finding.advice, view.source(finding.source)]
    set_text(failure, "\n".join(line for line in told if line))


def _unread(problem: InputProblem, view: View) -> Element:
    suite = element(None, "testsuite", name=problem.path, tests=1, failures=0, errors=1, skipped=0)
    case = element(suite, "testcase", name=problem.path, classname=problem.path)
    element(case, "error", message=problem.message.in_language(view.lang), type="unreadable")
    return suite
