"""`markdown`: a summary for a job page or a merge request, in GitHub's Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from replylint.findings import DraftReport, Finding, RunReport
from replylint.reporters.view import (
    View,
    all_findings,
    item_name,
    skipped_line,
    summary_line,
)
from replylint.reporters.visible import inert, one_line

# A GitHub job summary holds 1 MiB at most; a finding takes about 500 bytes.
_MOST_FINDINGS = 500
_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~<>&]|^[-+])")


def render(report: RunReport, view: View) -> str:
    """A heading, a table of the rules, and the findings under their files."""
    words = view.strings
    blocks = [f"## {words.title}", f"**{_escaped(summary_line(report, view))}**"]
    findings = all_findings(report)
    if findings:
        blocks.append(_table(findings, view))
        blocks.extend(_listed(findings[:_MOST_FINDINGS], view))
    if len(findings) > _MOST_FINDINGS:
        blocks.append(words.more.format(n=len(findings) - _MOST_FINDINGS))
    blocks.extend(f"- {_escaped(problem.in_language(view.lang))}" for problem in report.problems)
    skipped = skipped_line(report, view)
    if skipped and not view.quiet:
        blocks.append(_escaped(skipped))
    return inert("\n\n".join(blocks) + "\n")


def _table(findings: list[tuple[DraftReport, Finding]], view: View) -> str:
    words = view.strings
    counts = Counter((finding.rule, finding.severity) for _, finding in findings)
    rows = [
        f"| {_escaped(rule)} | {words.severities[severity][0]} | {number} |"
        for (rule, severity), number in counts.most_common()
    ]
    head = [f"| {words.rule} | {words.severity} | {words.findings} |", "|---|---|--:|"]
    return "\n".join(head + rows)


def _listed(findings: list[tuple[DraftReport, Finding]], view: View) -> Iterator[str]:
    """The findings, with a heading where the draft changes."""
    before: DraftReport | None = None
    for draft, finding in findings:
        if draft is not before:
            name = item_name(draft)
            path = _code(one_line(draft.draft.path))
            yield f"### {path}" if name is None else f"### {path} · {_escaped(name)}"
            before = draft
        yield _item(finding, view)


def _item(finding: Finding, view: View) -> str:
    severity = view.strings.severities[finding.severity][0]
    lines = [
        f"- **{severity}** {_code(finding.rule)} "
        f"({view.strings.line} {finding.line}): {_escaped(finding.message)}"
    ]
    if finding.quote:
        lines.append(f"  > {_code(one_line(finding.quote))}")
        lines.append("")
    if finding.advice:
        lines.append(f"  {_escaped(finding.advice)}")
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is: no markup and no HTML acts, and nobody is mentioned."""
    return _SPECIAL.sub(r"\\\1", one_line(text)).replace("@", "@\u200b")


def _code(text: str) -> str:
    """A code span around text that may itself hold backticks."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
