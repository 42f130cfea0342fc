from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.figures import Figures, Share

COUNT = st.integers(0, 200)


def test_interval_of_a_known_share() -> None:
    low, high = Share(81, 263).interval or (0.0, 0.0)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_nothing_has_no_share() -> None:
    assert Share(0, 0).value is None
    assert Share(0, 0).interval is None
    assert Figures().f1 is None
    assert Figures().f1_interval is None


@given(some=COUNT, others=COUNT)
def test_the_interval_holds_the_share(some: int, others: int) -> None:
    share = Share(some, some + others)
    if share.value is not None and share.interval is not None:
        low, high = share.interval
        assert 0.0 <= low <= share.value + 1e-9
        assert share.value - 1e-9 <= high <= 1.0


@given(hits=COUNT, false=COUNT, missed=COUNT)
def test_f1_is_the_harmonic_mean(hits: int, false: int, missed: int) -> None:
    figures = Figures(hits, false, missed)
    precision, recall = figures.precision.value, figures.recall.value
    if hits and precision and recall:
        assert abs((figures.f1 or 0.0) - 2 * precision * recall / (precision + recall)) < 1e-9
