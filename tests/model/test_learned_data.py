"""The data that the learned readings are trained on, and what shipped of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.learned.rows import ACT_OF, BAGS, HERE, HINTS, KINDS, read_cases
from replylint.engine.learned import learned_model
from replylint.engine.likely import RULES
from replylint.engine.ruleset import load_rules

FRESH = Path(__file__).parents[2] / "benchmarks" / "cases"


def rows(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("folder", ["acts", "messages", "cases"])
def test_every_row_has_an_id_of_its_own(folder: str) -> None:
    counts = Counter(row["id"] for row in rows(HERE / folder))
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("folder", [HERE / "cases", FRESH], ids=["trained", "fresh"])
def test_cases_are_labelled_with_rules_and_words_that_exist(folder: Path) -> None:
    rules = set(load_rules().rules)
    for row in rows(folder):
        marked = [label["rule"] for label in row["expect"]]
        assert rules.issuperset({*marked, *row["hints"], *row.get("maybe", ())}), row["id"]
        assert HINTS.issuperset(row["hints"]) and HINTS.isdisjoint(marked), row["id"]
        quotes = [label["quote"] for label in row["expect"] if label["quote"]]
        assert all(quote in row["reply"] for quote in quotes), row["id"]


def test_no_author_of_a_fresh_case_is_learned_from() -> None:
    fresh = {row["id"].split("-")[0] for row in rows(FRESH)}
    assert fresh
    assert fresh.isdisjoint(case.author for case in read_cases())


def test_the_models_that_ship_know_the_labels_of_the_data() -> None:
    acts = {act for row in rows(HERE / "acts") for act in row["acts"]} - {"none"}
    assert set(learned_model("acts").labels) == acts | {bag.label for bag in BAGS.values()}
    groups = load_rules().groups
    assert acts.issuperset(act for bag in BAGS.values() for act in groups[bag.group].acts)
    kinds = {KINDS.get(case.kind or "", case.kind) for case in read_cases()} - {None}
    assert set(learned_model("messages").labels) == kinds
    assert acts.issuperset(ACT_OF.values())
    assert set(RULES) >= {*ACT_OF, *HINTS}
