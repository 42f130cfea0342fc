from __future__ import annotations

from math import inf, nan
from typing import Any

import pytest

from replylint.engine.extended import extended
from replylint.engine.ruleset import load_rules


def test_nothing_to_add_changes_nothing() -> None:
    ruleset = load_rules()
    assert extended(ruleset, {}, {}) is ruleset


def test_a_shared_list_and_a_local_one_grow() -> None:
    ruleset = load_rules()
    shared = next(iter(ruleset.lists))
    act, local = next((a, n) for a in ruleset.acts.values() for n in a.lists)
    longer = extended(ruleset, {shared: ["portalone"], local: ["sportello acme"]}, {})
    assert longer.lists[shared] == (*ruleset.lists[shared], "portalone")
    assert longer.acts[act.act].lists[local] == (*act.lists[local], "sportello acme")
    assert longer.hash != ruleset.hash
    assert ruleset.lists[shared][-1] != "portalone"


def test_a_threshold() -> None:
    ruleset = load_rules()
    gauge = next(iter(ruleset.gauges))
    moved = extended(ruleset, {}, {gauge: 9.5, "wait-late": 12})
    assert moved.gauges[gauge].threshold == 9.5
    assert moved.thresholds == {**ruleset.thresholds, "wait-late": 12}
    assert moved.hash not in (ruleset.hash, extended(ruleset, {}, {"wait-late": 13}).hash)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"no-such-list": ["x"]}, "unknown list 'no-such-list'"),
        ({0: ["$other"]}, "names another list"),
        ({0: [""]}, "."),
        ({0: ["a (b"]}, "."),
    ],
)
def test_trouble(words: dict[str | int, list[str]], told: str) -> None:
    ruleset = load_rules()
    named = {str(name or next(iter(ruleset.lists))): entries for name, entries in words.items()}
    with pytest.raises(ValueError, match=told):
        extended(ruleset, named, {})


def test_an_unknown_threshold() -> None:
    with pytest.raises(ValueError, match="unknown threshold 'iro'"):
        extended(load_rules(), {}, {"iro": 1})


@pytest.mark.parametrize("figure", ["3", None, nan, inf, -3, 0, True, 10**400])
def test_a_threshold_is_a_number_above_zero(figure: Any) -> None:
    told = "threshold 'wait-late' must be a number above 0, not"
    with pytest.raises(ValueError, match=told):
        extended(load_rules(), {}, {"wait-late": figure})
