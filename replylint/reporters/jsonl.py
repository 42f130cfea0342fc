"""`jsonl`: JSON Lines, one draft a line, each as in the `drafts` of `json`."""

from __future__ import annotations

from replylint.findings import RunReport
from replylint.reporters.json import draft_output, dumps
from replylint.reporters.view import View


def render(report: RunReport, view: View) -> str:
    """One line a draft."""
    return "".join(dumps(draft_output(draft)) + "\n" for draft in report.drafts)
