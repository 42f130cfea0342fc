"""How well each rule did on labelled replies: counts that `benchmarks.quality` writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("measured.json")


@dataclass(frozen=True, slots=True)
class Measured:
    """The counts of one rule on one set of cases ("written", "real") and half of it.

    Attributes:
        half: "tuned on", "unseen", or "never read" (all of the set).
        hits: found, and labelled so.
        false: found, and not labelled so.
        missed: labelled so, and not found.
    """

    cases: str
    half: str
    hits: int
    false: int
    missed: int

    @property
    def labelled(self) -> int:
        """How many cases break the rule."""
        return self.hits + self.missed


@cache
def measurements() -> Mapping[str, tuple[Measured, ...]]:
    """The counts of every rule that ships; empty where none have been written."""
    try:
        counts = json.loads(_FILE.read_text("utf-8"))["rules"]
    except FileNotFoundError:
        return {}
    return {rule: tuple(Measured(**row) for row in rows) for rule, rows in counts.items()}
