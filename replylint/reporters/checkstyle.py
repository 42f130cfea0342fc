"""`checkstyle`: Checkstyle's XML, which many CI servers and editors read."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from replylint.findings import RunReport, Severity
from replylint.reporters.view import View, all_findings
from replylint.reporters.xml import document, element

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "info"}


def render(report: RunReport, view: View) -> str:
    """One `file` element a path, with an `error` element a finding."""
    root = element(None, "checkstyle", version="4.3")
    files: dict[str, Element] = {}

    def file(path: str) -> Element:
        if path not in files:
            files[path] = element(root, "file", name=path)
        return files[path]

    for draft, finding in all_findings(report):
        element(
            file(draft.draft.path),
            "error",
            line=finding.line,
            column=finding.column,
            severity=_LEVELS[finding.severity],
            message=f"{finding.message} {finding.advice}".strip(),
            source=f"replylint.{finding.rule}",
        )
    for problem in report.problems:
        element(
            file(problem.path),
            "error",
            line=problem.line or 1,
            severity="error",
            message=problem.message.in_language(view.lang),
            source="replylint.input",
        )
    return document(root)
