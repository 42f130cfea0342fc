from __future__ import annotations

from replylint.measured import Measured, measurements


def test_counts_of_the_rules_that_ship() -> None:
    parts = measurements()["no-solution"]
    assert {(part.cases, part.half) for part in parts} >= {
        ("written", "tuned on"),
        ("written", "unseen"),
    }
    assert all(part.labelled == part.hits + part.missed for part in parts)


def test_a_rule_that_was_not_measured_has_none() -> None:
    assert "my-rule" not in measurements()
    assert Measured("written", "unseen", 3, 1, 2).labelled == 5
