from __future__ import annotations

from zlib import crc32

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.features import FeatureGroup
from replylint.engine.learned import LearnedModel, learned_model

ACTS = learned_model("acts")
KNOWN = [
    "lemma scusare",
    "form ci",
    "form disagio",
    "clause company statement",
    " rim",
    "spia",
    "xq",
]
ONE_OF_TWO = LearnedModel(
    labels=("either",),
    keys=np.array(sorted(crc32(name.encode()) for name in ("asked", "plain")), dtype=np.uint32),
    weights=np.array([[0, 1, -1], [0, -1, 1]], dtype=np.int8),
    scale=np.ones(3, dtype=np.float32),
    bias=np.array([-1, 0, 0], dtype=np.float32),
    votes=np.array([[4], [4]], dtype=np.float32),
    exclusive=False,
)
"""Two units, each woken by one feature and put to sleep by the other."""
names = st.frozensets(st.sampled_from(KNOWN), min_size=1)


@given(names, st.integers(0, 6))
def test_features_count_the_same_whether_or_not_they_recur(found: frozenset[str], cut: int) -> None:
    ordered = sorted(found)
    parts = (frozenset(ordered[:cut]), frozenset(ordered[cut:]))
    plain = ACTS.probabilities([FeatureGroup(1.0, found)])
    assert ACTS.probabilities([FeatureGroup(1.0, recurring=parts)]) == pytest.approx(plain)


def test_nothing_known_leaves_each_label_as_likely_as_it_is_before_any_text() -> None:
    nothing = ACTS.probabilities([])
    assert ACTS.probabilities([FeatureGroup(1.0, frozenset({"never seen"}))]) == nothing


def test_the_loudest_comes_first_and_the_quiet_are_left_out() -> None:
    column = ACTS.labels.index("apology")
    alone = np.eye(len(ACTS.labels), dtype=np.int32)[column]
    totals = {at: loud * alone for at, loud in ((3, 20), (5, 90), (8, 50), (9, -70))}
    assert ACTS.favourites(totals, "apology") == (5, 8)
    assert ACTS.favourites({9: totals[9]}, "apology") == (9,)
    assert ACTS.favourites(totals, "no such act") == ()


@pytest.mark.parametrize("model", ["acts", "messages", "cases"])
def test_a_model_that_ships_is_whole(model: str) -> None:
    learned = learned_model(model)
    columns = len(learned.labels) + len(learned.votes)
    assert learned.weights.shape == (len(learned.keys), columns)
    assert learned.scale.shape == learned.bias.shape == (columns,)
    assert learned.votes.shape[1] == len(learned.labels)


def _said(*found: str) -> tuple[float, tuple[str, ...]]:
    groups = [FeatureGroup(1.0, frozenset({name})) for name in found]
    odds = ONE_OF_TWO.probabilities(groups)["either"]
    return odds, ONE_OF_TWO.because(groups, found, "either")


def test_hidden_units_tell_one_of_two_from_both() -> None:
    for one in ("asked", "plain"):
        odds, because = _said(one)
        assert odds > 0.9
        assert because == (one,)
    assert _said("asked", "plain")[0] < 0.5 > _said()[0]


def test_what_no_unit_is_awake_for_speaks_for_nothing() -> None:
    assert _said("asked", "plain")[1] == ()
