"""`github`: workflow commands, which GitHub Actions turns into annotations on the files.

Escapes as GitHub's own toolkit does (actions/toolkit, packages/core/src/command.ts), so that
nothing in a draft can start a command or end a property.
"""

from __future__ import annotations

from replylint.findings import DraftReport, Finding, RunReport, Severity
from replylint.reporters.view import View, all_findings, item_name
from replylint.reporters.visible import one_line, visible_lines

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}


def render(report: RunReport, view: View) -> str:
    """One workflow command a finding, and one for each input that could not be read."""
    lines = [_command(draft, finding) for draft, finding in all_findings(report)]
    for problem in report.problems:
        place = {"file": _path(problem.path), "line": str(problem.line or 1)}
        lines.append(_line("error", place, problem.message.in_language(view.lang)))
    return "".join(line + "\n" for line in lines)


def _command(draft: DraftReport, finding: Finding) -> str:
    name = item_name(draft)
    properties = {
        "file": _path(draft.draft.path),
        "line": str(finding.line),
        "endLine": str(finding.end_line),
        "title": finding.rule if name is None else f"{finding.rule} ({one_line(name)})",
    }
    if finding.line == finding.end_line:  # GitHub takes columns of a single line only
        properties |= {"col": str(finding.column), "endColumn": str(finding.end_column)}
    told = f"{finding.message}\n{finding.advice}".strip()
    return _line(_LEVELS[finding.severity], properties, told)


def _line(level: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {told}::{_data(visible_lines(message))}"


def _path(path: str) -> str:
    return one_line(path.replace("\\", "/"))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
