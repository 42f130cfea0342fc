"""`--statistics`: how often each rule was broken, the most frequent first."""

from __future__ import annotations

from collections import Counter

from replylint.findings import RunReport
from replylint.reporters.view import View, all_findings
from replylint.reporters.visible import one_line


def render(report: RunReport, view: View) -> str:
    """One line a rule and severity: count, severity, id, what it finds; tabs between them."""
    counts = Counter((found.rule, found.severity) for _, found in all_findings(report))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(
        f"{count}\t{severity}\t{rule}\t{_about(rule, view)}\n"
        for (rule, severity), count in ordered
    )


def _about(rule: str, view: View) -> str:
    card = view.rules.get(rule)
    return "" if card is None else one_line(card.about)
