"""What becomes of a report once it is made: severities, suppressions, milder things left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from replylint.config.settings import Settings
from replylint.findings import SEVERITIES, DraftReport, Finding, Severity
from replylint.reporters.view import RuleCard
from replylint.suppression.comments import Suppressor

if TYPE_CHECKING:
    from replylint.engine.explain import Explanation


class Treatment:
    """Applies settings to reports, and counts over a run what they keep silent.

    Attributes:
        suppressed: findings silenced so far that would have been reported.
        suppressor: knows which suppressions were of use.
    """

    def __init__(self, cards: Mapping[str, RuleCard]) -> None:
        self._cards = cards
        self.suppressed = 0
        self.suppressor = Suppressor()

    def of(self, report: DraftReport, settings: Settings, judged: Collection[str]) -> DraftReport:
        """The report as its file's settings want it; `judged` are the rules of its linter."""
        if settings.severities:
            findings = tuple(_as_set(finding, settings) for finding in report.findings)
            report = replace(report, findings=findings)
        kept, silenced = self.suppressor.split(report, judged, self._cards, settings.require_reason)
        hidden = [finding for finding in kept if finding.rule in settings.hidden]
        self.suppressed += sum(_kept(f.rule, f.severity, settings) for f in (*silenced, *hidden))
        return replace(
            report,
            findings=tuple(_reported(kept, settings)),
            skipped=tuple(
                skip
                for skip in report.skipped
                if _kept(skip.rule, self._gravest(skip.rule, settings), settings)
                and skip.rule not in settings.hidden
            ),
        )

    def explained(
        self, explanation: Explanation, settings: Settings
    ) -> tuple[Explanation, frozenset[str]]:
        """An explanation with its file's severities, and the rules that are not reported there."""
        report = explanation.report
        judged = [rule.rule for rule in explanation.rules]
        kept, silenced = self.suppressor.split(report, judged, self._cards, settings.require_reason)
        suppressed = {f.rule for f in silenced} - {f.rule for f in kept}
        rules = tuple(
            rule
            if rule.severity is None
            else replace(rule, severity=settings.severities.get(rule.rule, rule.severity))
            for rule in explanation.rules
        )
        return replace(explanation, rules=rules), settings.hidden | suppressed

    def _gravest(self, rule: str, settings: Settings) -> Severity:
        return settings.severities.get(rule, self._cards[rule].severity)


def _as_set(finding: Finding, settings: Settings) -> Finding:
    severity = settings.severities.get(finding.rule, finding.severity)
    return finding if severity == finding.severity else replace(finding, severity=severity)


def _reported(findings: Iterable[Finding], settings: Settings) -> Iterable[Finding]:
    return (
        finding
        for finding in findings
        if finding.rule not in settings.hidden and _kept(finding.rule, finding.severity, settings)
    )


def _kept(rule: str, severity: Severity, settings: Settings) -> bool:
    """Whether a severity is reported: nothing too mild, but for rules asked for by name."""
    if rule in (settings.engine.select or ()):
        return True
    return SEVERITIES.index(severity) >= SEVERITIES.index(settings.min_severity)
