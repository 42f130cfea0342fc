"""A rule set with a user's own words in its lists and other thresholds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from replylint.engine.phrases import parse_phrase
from replylint.engine.problems import quoted
from replylint.engine.ruleset import RuleSet
from replylint.engine.schema import Act, Gauge
from replylint.figures import is_above_zero
from replylint.suggestions import did_you_mean

_Part = TypeVar("_Part", Act, Gauge)
_Words = Mapping[str, Sequence[str]]


def extended(ruleset: RuleSet, lists: _Words, thresholds: Mapping[str, float]) -> RuleSet:
    """`ruleset` with more entries in its lists (shared or of single files) and moved thresholds.

    Raises:
        ValueError: a list or threshold that does not exist, an entry in a wrong notation, a
            threshold that is no number above 0.
    """
    if not lists and not thresholds:
        return ruleset
    for name, words in lists.items():
        check_list(ruleset, name)
        for word in words:
            check_entry(word)
    for name, figure in thresholds.items():
        check_threshold(ruleset, name)
        _check_figure(name, figure)
    said = repr((sorted((n, tuple(w)) for n, w in lists.items()), sorted(thresholds.items())))
    return replace(
        ruleset,
        lists=_longer(ruleset.lists, lists),
        acts={name: _with_lists(act, lists) for name, act in ruleset.acts.items()},
        gauges={
            name: replace(
                _with_lists(gauge, lists), threshold=thresholds.get(name, gauge.threshold)
            )
            for name, gauge in ruleset.gauges.items()
        },
        thresholds={
            name: thresholds.get(name, figure) for name, figure in ruleset.thresholds.items()
        },
        hash=hashlib.sha256(f"{ruleset.hash}\0{said}".encode()).hexdigest()[:16],
    )


def check_list(ruleset: RuleSet, name: str) -> None:
    """Raise ValueError unless some file of the rule set has a list of that name."""
    parts: list[Act | Gauge] = [*ruleset.acts.values(), *ruleset.gauges.values()]
    known = {*ruleset.lists, *(own for part in parts for own in part.lists)}
    if name not in known:
        raise ValueError(f"unknown list {quoted(name)}{did_you_mean(name, known)}")


def check_threshold(ruleset: RuleSet, name: str) -> None:
    """Raise ValueError unless a gauge or a figure of `thresholds.yaml` has that name."""
    known = {*ruleset.gauges, *ruleset.thresholds}
    if name not in known:
        raise ValueError(f"unknown threshold {quoted(name)}{did_you_mean(name, known)}")


def check_entry(entry: str) -> None:
    """Raise ValueError unless it is a word or a phrase, without other lists in it."""
    if parse_phrase(entry).lists:
        raise ValueError(f"{quoted(entry)} names another list; write its words")


def _check_figure(name: str, figure: object) -> None:
    """Raise ValueError unless a threshold is a number above zero."""
    if not is_above_zero(figure):
        raise ValueError(f"threshold {quoted(name)} must be a number above 0, not {quoted(figure)}")


def _with_lists(part: _Part, lists: _Words) -> _Part:
    own = _longer(part.lists, lists)
    return part if own == part.lists else replace(part, lists=own)


def _longer(before: dict[str, tuple[str, ...]], lists: _Words) -> dict[str, tuple[str, ...]]:
    return {name: (*words, *lists.get(name, ())) for name, words in before.items()}
