"""The figures as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.figures import Figures, Share
from benchmarks.scoring import HINT_RULES, Score


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the cases (such as the unseen half of the real ones) and how it was scored."""

    source: str
    half: str
    cases: int
    replylint: Score
    baseline: Score

    @property
    def title(self) -> str:
        """ "real cases, unseen half" and how many they are."""
        half = {"tuned on": "half tuned on", "unseen": "unseen half"}.get(self.half, self.half)
        return f"{self.source} cases, {half} ({self.cases})"


def overview(parts: Sequence[Part], errors: Iterable[str]) -> str:
    """One line for each part and system: all errors and warnings, then the errors alone."""
    grave = frozenset(errors)
    rows = [
        _overview_row(part, name, score, grave) for part in parts for name, score in _both(part)
    ]
    head = (
        "cases",
        "system",
        "precision",
        "recall",
        "F1",
        "precision of errors",
        "clean drafts flagged",
        "places right",
    )
    return table(head, rows)


def _both(part: Part) -> tuple[tuple[str, Score], ...]:
    return (("replylint", part.replylint), ("regular expressions", part.baseline))


def _overview_row(part: Part, name: str, score: Score, grave: frozenset[str]) -> tuple[str, ...]:
    total = score.total(set(score.rules) - HINT_RULES)
    return (
        part.title,
        name,
        share_text(total.precision),
        share_text(total.recall),
        _f1(total),
        share_text(score.total(grave).precision),
        share_text(score.clean),
        share_text(total.places),
    )


def by_rule(part: Part) -> str:
    """One line a rule: replylint's figures, and the F1 of the regular expressions."""
    head = (
        "rule",
        "hits",
        "false alarms",
        "misses",
        "precision",
        "recall",
        "F1",
        "places right",
        "F1 of regular expressions",
    )
    return table(head, _rule_rows(part))


def _rule_rows(part: Part) -> Iterator[tuple[str, ...]]:
    for rule, figures in part.replylint.rules.items():
        told = f"`{rule}`" + (" (hint)" if rule in HINT_RULES else "")
        counts = map(str, (figures.hits, figures.false, figures.missed))
        shares = (share_text(figures.precision), share_text(figures.recall), _f1(figures))
        plain = part.baseline.rules.get(rule)
        baseline = "" if plain is None or rule in HINT_RULES else _number(plain.f1)
        yield told, *counts, *shares, _plain_share(figures.places), baseline


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def share_text(share: Share) -> str:
    """A share with its interval, a dash where there is nothing to share."""
    return _with_interval(share.value, share.interval)


def _f1(figures: Figures) -> str:
    return _with_interval(figures.f1, figures.f1_interval)


def _plain_share(share: Share) -> str:
    return f"{share.some} of {share.all}" if share.all else "–"


def _with_interval(value: float | None, interval: tuple[float, float] | None) -> str:
    if value is None or interval is None:
        return "–"
    return f"{value:.2f} ({interval[0]:.2f}–{interval[1]:.2f})"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
