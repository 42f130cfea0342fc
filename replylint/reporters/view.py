"""What a reporter may know beyond the report: language, the rules' own words, room and colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from replylint.findings import SEVERITIES, DraftReport, Finding, RunReport, Severity, Source
from replylint.measured import Measured
from replylint.reporters.strings import Lang, Strings, count, strings


@dataclass(frozen=True, slots=True)
class RuleCard:
    """A rule as it is told to people, in one language.

    Attributes:
        severity: the gravest that the rule may give.
        milder: what else it may give, by the case.
        limits: what the rule cannot see.
        measured: how well it did; nothing for a rule that does not ship.
    """

    id: str
    severity: Severity
    about: str
    why: str
    source: Source
    needs: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    milder: tuple[Severity, ...] = ()
    limits: str | None = None
    measured: tuple[Measured, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """How a report is to be shown.

    Attributes:
        lang: language of the interface's words.
        rules: rule id → card; rules without a card are shown without their why.
        width: columns at hand.
        colour: whether terminal styles may be used.
        verbose: also what was read (acts, customer) and the drafts without findings.
        quiet: findings only, no summary and no skipped rules.
    """

    lang: Lang = "it"
    rules: Mapping[str, RuleCard] = field(default_factory=dict)
    width: int = 100
    colour: bool = False
    verbose: bool = False
    quiet: bool = False

    @property
    def strings(self) -> Strings:
        """The interface's words."""
        return strings(self.lang)

    def why(self, rule: str) -> str | None:
        """The rule's reason, where a card has it."""
        card = self.rules.get(rule)
        return card.why if card and card.why else None

    def source(self, source: Source) -> str:
        """ "Article, section 4" in the view's language."""
        if source.section is None:
            return source.article
        return f"{source.article}, {self.strings.section} {source.section}"


def severity_counts(report: RunReport) -> dict[Severity, int]:
    """How many findings of each severity, the gravest first, zeros included."""
    counter = Counter(finding.severity for _, finding in all_findings(report))
    return {severity: counter[severity] for severity in reversed(SEVERITIES)}


def all_findings(report: RunReport) -> list[tuple[DraftReport, Finding]]:
    """Every finding with the draft it belongs to, in the order of the report."""
    return [(draft, finding) for draft in report.drafts for finding in draft.findings]


def skipped_rules(report: RunReport) -> dict[str, list[str]]:
    """What was missing → the rules skipped for it, over all drafts, in order of appearance."""
    needs: dict[str, list[str]] = {}
    for draft in report.drafts:
        for skip in draft.skipped:
            rules = needs.setdefault(skip.needs, [])
            if skip.rule not in rules:
                rules.append(skip.rule)
    return needs


def summary_line(report: RunReport, view: View) -> str:
    """ "3 bozze: 2 errori, 1 avviso, 4 regole saltate"."""
    words = view.strings
    problems = [count(len(report.problems), words.problems)] if report.problems else []
    if not report.drafts:
        return ", ".join([words.no_drafts, *problems])
    found = [
        count(number, words.severities[severity])
        for severity, number in severity_counts(report).items()
        if number
    ] or [words.nothing]
    rules = {rule for rules in skipped_rules(report).values() for rule in rules}
    skipped = [count(len(rules), words.skips)] if rules else []
    told = [*found, *_not_reported(report, words), *skipped, *problems]
    return f"{count(len(report.drafts), words.drafts)}: {', '.join(told)}"


def _not_reported(report: RunReport, words: Strings) -> Iterator[str]:
    """What was found and is not listed: "2 soppresse", "40 già note (1 spostata)"."""
    counts = report.not_reported
    if counts.suppressed:
        yield count(counts.suppressed, words.suppressed)
    if counts.known:
        moved = f" ({count(counts.moved, words.moved)})" if counts.moved else ""
        yield count(counts.known, words.known) + moved


def idle_lines(report: RunReport, view: View) -> list[str]:
    """A line for each suppression that silenced nothing, with its place."""
    return [
        f"{one.path}:{one.line}: {view.strings.idle_suppression[one.reason].format(rule=one.rule)}"
        for one in report.not_reported.idle
    ]


def skipped_line(report: RunReport, view: View) -> str | None:
    """The skipped rules and what each lacked, in one line; None when none was skipped."""
    needs = skipped_rules(report)
    if not needs:
        return None
    told = [f"{', '.join(rules)} ({view.strings.needs}: {need})" for need, rules in needs.items()]
    return f"{view.strings.skips[1].capitalize()}: {'; '.join(told)}"


def item_name(draft: DraftReport) -> str | None:
    """The item's own id, when it says more than the path."""
    name = draft.draft.id
    return None if name == draft.draft.path else name
