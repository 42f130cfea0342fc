from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from replylint.findings import DraftReport
from replylint.reporters.gitlab import render
from tests.reporters.reports import VIEW, draft, finding, hostile, report, usual

# The required fields and their values of GitLab's documentation:
# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^\\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_follows_the_format() -> None:
    for of in (usual(), hostile(), report()):
        Draft202012Validator(SCHEMA).validate(json.loads(render(of, VIEW)))


def test_severities_and_path() -> None:
    one = draft(path="./casi/x.txt")
    found = [finding(one, "privato", severity=s) for s in ("error", "warning", "hint")]
    issues = json.loads(render(report(DraftReport(one, findings=tuple(found))), VIEW))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]
    assert {issue["location"]["path"] for issue in issues} == {"casi/x.txt"}


def test_fingerprints_never_repeat() -> None:
    one = draft()
    same = DraftReport(one, findings=(finding(one, "privato"), finding(one, "privato")))
    issues = json.loads(render(report(same, same), VIEW))
    assert len({issue["fingerprint"] for issue in issues}) == 4
