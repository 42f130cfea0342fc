"""`concise`: one line a finding, `path:line:col: severity rule message`; clickable, greppable."""

from __future__ import annotations

from replylint.findings import RunReport
from replylint.reporters.view import View, all_findings
from replylint.reporters.visible import inert, one_line


def render(report: RunReport, view: View) -> str:
    """One line a finding; severities keep their English names, which scripts look for."""
    lines = (
        f"{one_line(draft.draft.path)}:{finding.line}:{finding.column}: "
        f"{finding.severity} {finding.rule} {one_line(finding.message)}\n"
        for draft, finding in all_findings(report)
    )
    return inert("".join(lines))
