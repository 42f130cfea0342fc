"""Findings held against labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.cases import Case
from benchmarks.figures import Figures, Share
from benchmarks.systems import Found, Run
from replylint.engine.selftest import touches

HINT_RULES = frozenset({"no-explanation", "no-remedy", "no-follow-up"})
"""The rules that are labelled apart, as hints."""


@dataclass(frozen=True, slots=True)
class Score:
    """How a system did on some cases: by rule, and how many clean drafts it flagged."""

    rules: Mapping[str, Figures]
    clean: Share

    def total(self, rules: Iterable[str]) -> Figures:
        """The figures of several rules together."""
        return sum((self.rules.get(rule, Figures()) for rule in rules), Figures())


def score(run: Run, cases: Sequence[Case]) -> Score:
    """Count a run on these cases.

    An error or warning rule counts when it is reported as one: what is only hinted at is not
    shown unless asked for. A draft is clean when it commits no error and no warning.
    """
    figures: defaultdict[str, Figures] = defaultdict(Figures)
    clean = flagged = 0
    for case in cases:
        found = [one for one in run.found[case.key] if _counts(one, case)]
        for rule, outcome in _outcomes(case, found).items():
            figures[rule] += outcome
        if not case.expect:
            clean += 1
            flagged += any(one.rule not in HINT_RULES for one in found)
    return Score(dict(sorted(figures.items())), Share(flagged, clean))


def _counts(found: Found, case: Case) -> bool:
    if found.rule in case.maybe:
        return False
    if found.rule in HINT_RULES:
        return case.hints is not None
    return not found.hint


def _outcomes(case: Case, found: Sequence[Found]) -> dict[str, Figures]:
    quotes = {label.rule: label.quote for label in case.expect}
    quotes.update(dict.fromkeys(case.hints or ()))
    wanted = set(quotes) - case.maybe
    got = {one.rule for one in found}
    outcomes = {rule: Figures(missed=1) for rule in wanted - got}
    outcomes.update((rule, Figures(false=1)) for rule in got - wanted)
    for rule in wanted & got:
        quote = quotes[rule]
        placed = quote is not None and any(
            one.rule == rule
            and one.start is not None
            and one.end is not None
            and touches(case.reply, quote, one.start, one.end)
            for one in found
        )
        outcomes[rule] = Figures(hits=1, placed=int(placed), quoted=int(quote is not None))
    return outcomes
