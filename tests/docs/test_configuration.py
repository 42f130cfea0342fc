"""What the page on configuration says of the thresholds that ship."""

from __future__ import annotations

import re

from replylint.engine.ruleset import load_rules
from tests.docs.pages import page


def test_every_threshold_is_told_with_its_figure() -> None:
    told = re.findall(r"^\| `([a-z-]+)` \| ([0-9.]+) \|", page("configuration.md"), re.MULTILINE)
    assert {name: float(figure) for name, figure in told} == load_rules().thresholds
