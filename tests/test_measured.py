from __future__ import annotations

from replylint.engine.ruleset import load_rules
from replylint.measured import Measured, measurements


def test_counts_of_the_rules_that_ship() -> None:
    parts = measurements()["no-solution"]
    assert {(part.cases, part.half) for part in parts} >= {
        ("written", "tuned on"),
        ("written", "unseen"),
    }
    assert set(measurements()) <= set(load_rules().rules)


def test_a_rule_that_was_not_measured_has_none() -> None:
    assert "my-rule" not in measurements()
    assert Measured("written", "unseen", 3, 1, 2).labelled == 5
