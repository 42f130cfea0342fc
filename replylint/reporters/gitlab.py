"""`gitlab`: a Code Quality report, which GitLab shows in merge requests.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Any

from replylint.findings import DraftReport, Finding, RunReport, Severity
from replylint.reporters.json import dumps
from replylint.reporters.view import View, all_findings
from replylint.reporters.visible import one_line

_LEVELS: dict[Severity, str] = {"error": "major", "warning": "minor", "hint": "info"}


def render(report: RunReport, view: View) -> str:
    """A JSON array with one issue a finding."""
    seen: Counter[str] = Counter()
    issues: list[dict[str, Any]] = []
    for draft, finding in all_findings(report):
        key = "\0".join((draft.draft.path, draft.draft.id, finding.rule, finding.fingerprint))
        seen[key] += 1
        issues.append(_issue(draft, finding, f"{key}\0{seen[key]}"))
    return dumps(issues, indent=2) + "\n"


def _issue(draft: DraftReport, finding: Finding, key: str) -> dict[str, Any]:
    """One issue; `key` must differ from that of any other, as GitLab drops repeated ones."""
    return {
        "description": one_line(f"{finding.message} {finding.advice}"),
        "check_name": finding.rule,
        "fingerprint": sha256(key.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": _LEVELS[finding.severity],
        "location": {
            "path": draft.draft.path.replace("\\", "/").removeprefix("./"),
            "lines": {"begin": finding.line, "end": finding.end_line},
        },
    }
