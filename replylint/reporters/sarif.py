"""`sarif`: SARIF 2.1.0 (OASIS), which GitHub code scanning and many editors read."""

from __future__ import annotations

import re
from pathlib import PurePath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from replylint.findings import DraftReport, Finding, InputProblem, RunReport, Severity
from replylint.reporters.json import dumps
from replylint.reporters.view import RuleCard, View, all_findings
from replylint.reporters.visible import visible_lines

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "note"}


def render(report: RunReport, view: View) -> str:
    """A SARIF log with one run."""
    findings = all_findings(report)
    ids = sorted({finding.rule for _, finding in findings} | set(view.rules))
    index = {rule: position for position, rule in enumerate(ids)}
    run = {
        "tool": {"driver": _driver(report, view, ids)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, view)],
        "results": [_result(draft, finding, index) for draft, finding in findings],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(report: RunReport, view: View, ids: list[str]) -> dict[str, Any]:
    return {
        "name": "replylint",
        "semanticVersion": report.tool.version,
        "language": view.lang,
        "properties": {"model": report.tool.model, "rules": report.tool.rules},
        "rules": [_rule(rule, view.rules.get(rule), view) for rule in ids],
    }


def _rule(rule: str, card: RuleCard | None, view: View) -> dict[str, Any]:
    if card is None:
        return {"id": rule}
    words = view.strings
    lines = [f"{words.bad}: {example}" for example in card.bad]
    lines += [f"{words.good}: {example}" for example in card.good]
    lines.append(f"{words.source}: {view.source(card.source)}")
    return {
        "id": rule,
        "shortDescription": {"text": _message(card.about)},
        "fullDescription": {"text": _message(card.why or card.about)},
        "help": {"text": _message("\n\n".join([card.why or card.about, *lines]))},
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
    }


def _result(draft: DraftReport, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(f"{finding.message}\n{finding.advice}".strip())},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(draft.draft.path)},
                    "region": _region(finding),
                },
                "logicalLocations": [{"fullyQualifiedName": visible_lines(draft.draft.id)}],
            }
        ],
        "partialFingerprints": {"replylint/v1": finding.fingerprint},
    }


def _region(finding: Finding) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    if finding.quote is not None:
        region["snippet"] = {"text": finding.quote}
    return region


def _invocation(report: RunReport, view: View) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": not report.problems}
    if report.problems:
        invocation["toolExecutionNotifications"] = [_notice(p, view) for p in report.problems]
    return invocation


def _notice(problem: InputProblem, view: View) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.path)}}
    if problem.line is not None:
        place["region"] = {"startLine": problem.line}
    return {
        "level": "error",
        "message": {"text": _message(problem.message.in_language(view.lang))},
        "locations": [{"physicalLocation": place}],
    }


def _message(text: str) -> str:
    """Plain text for §3.11 of the standard: no embedded link and no placeholder by chance."""
    text = visible_lines(text).replace("[", "\\[").replace("]", "\\]")
    return re.sub(r"\{(\d+)\}", r"{{\1}}", text)


def _uri(path: str) -> str:
    """A valid URI reference for a path as the user gave it; standard input becomes `stdin`."""
    if path == "-":
        return "stdin"
    windows = PureWindowsPath(path)
    if windows.drive:
        return windows.as_uri() if windows.is_absolute() else quote(windows.as_posix())
    pure = PurePath(path)
    # Bytes that are not UTF-8 reach Python as U+DC80…U+DCFF; other surrogates stand for nothing.
    posix = re.sub("[\ud800-\udc7f\udd00-\udfff]", "\ufffd", pure.as_posix())
    relative = quote(posix.encode("utf-8", "surrogateescape"))
    return f"file://{relative}" if pure.is_absolute() else relative
