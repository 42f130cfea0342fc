"""`json`: one stable, versioned object, described by `replylint schema output`."""

from __future__ import annotations

import json
import re
from typing import Any

from replylint.findings import CustomerReading, DraftReport, Finding, RunReport
from replylint.reporters import output
from replylint.reporters.view import View, severity_counts
from replylint.reporters.visible import BEYOND_C0

# JSON itself escapes the control characters below U+0020.
_ACTIVE = re.compile(f"[{BEYOND_C0}]")


def render(report: RunReport, view: View) -> str:
    """The report as one JSON object, a line a draft: Python is slow to indent thousands."""
    whole = as_output(report)
    drafts = ",\n".join(dumps(draft) for draft in whole["drafts"])
    start = dumps({"version": whole["version"], "tool": whole["tool"]})
    return (
        f'{start.removesuffix("}")},\n"drafts": [\n{drafts}\n],\n'
        f'"summary": {dumps(whole["summary"])}}}\n'
    )


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON text of `value`; what could act on a terminal or not be encoded is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def as_output(report: RunReport) -> output.ReportOutput:
    """The report in the shape that `output` describes."""
    counts = severity_counts(report)
    return {
        "version": output.VERSION,
        "tool": {
            "name": "replylint",
            "version": report.tool.version,
            "model": report.tool.model,
            "rules": report.tool.rules,
        },
        "drafts": [draft_output(draft) for draft in report.drafts],
        "summary": {
            "drafts": len(report.drafts),
            "error": counts["error"],
            "warning": counts["warning"],
            "hint": counts["hint"],
            "skipped": sum(len(draft.skipped) for draft in report.drafts),
            "suppressed": report.not_reported.suppressed + report.not_reported.known,
        },
    }


def draft_output(report: DraftReport) -> output.DraftOutput:
    """One draft in the shape that `output` describes."""
    return {
        "id": report.draft.id,
        "path": report.draft.path,
        "line": report.draft.line,
        "customer": None if report.customer is None else _customer(report.customer),
        "acts": [
            {"act": act.act, "start": act.start, "end": act.end, "quote": act.quote}
            for act in report.acts
        ],
        "findings": [_finding(finding) for finding in report.findings],
        "skipped": [{"rule": skip.rule, "needs": skip.needs} for skip in report.skipped],
    }


def _customer(reading: CustomerReading) -> output.CustomerOutput:
    tone = reading.tone
    return {
        "kind": reading.kind,
        "confidence": round(reading.confidence, 4),
        "about": [
            {
                "subject": said.subject,
                "start": said.start,
                "end": said.end,
                "quote": said.quote,
                "source": said.source,
            }
            for said in reading.about
        ],
        "tone": {
            "value": tone.value,
            "confidence": round(tone.confidence, 4),
            "source": tone.source,
            "evidence": [
                {"start": cue.start, "end": cue.end, "quote": cue.quote, "cue": cue.cue}
                for cue in tone.evidence
            ],
        },
    }


def _finding(finding: Finding) -> output.FindingOutput:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "advice": finding.advice,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "evidence": list(finding.evidence),
        "source": {"article": finding.source.article, "section": finding.source.section},
        "fingerprint": finding.fingerprint,
    }
