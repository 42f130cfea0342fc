from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.features import FeatureGroup
from replylint.engine.learned import learned_model

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
