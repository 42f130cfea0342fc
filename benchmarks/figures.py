"""Counts and what follows from them: precision, recall, F1, and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z = 1.959964
"""Two-sided 95 % of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """Some out of all, with the 95 % interval of Wilson (1927); all three None of nothing."""

    some: int
    all: int

    @property
    def value(self) -> float | None:
        """The share itself."""
        return self.some / self.all if self.all else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the true share lies, nineteen times in twenty."""
        if not self.all:
            return None
        p, n, square = self.some / self.all, self.all, _Z * _Z
        centre = p + square / (2 * n)
        spread = _Z * sqrt(p * (1 - p) / n + square / (4 * n * n))
        whole = 1 + square / n
        return max(0.0, (centre - spread) / whole), min(1.0, (centre + spread) / whole)


@dataclass(frozen=True, slots=True)
class Figures:
    """Hits, false alarms and misses of a rule; of the hits with a quote, how many touch it."""

    hits: int = 0
    false: int = 0
    missed: int = 0
    placed: int = 0
    quoted: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.hits + other.hits,
            self.false + other.false,
            self.missed + other.missed,
            self.placed + other.placed,
            self.quoted + other.quoted,
        )

    @property
    def precision(self) -> Share:
        """Of what was reported, how much is right."""
        return Share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> Share:
        """Of what is wrong, how much was reported."""
        return Share(self.hits, self.hits + self.missed)

    @property
    def places(self) -> Share:
        """Of the hits whose place is labelled, how many point at it."""
        return Share(self.placed, self.quoted)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _f1(Share(self.hits, self.hits + self.false + self.missed).value)

    @property
    def f1_interval(self) -> tuple[float, float] | None:
        """Its interval, by way of hits ÷ (hits + false + missed), of which F1 is a function."""
        interval = Share(self.hits, self.hits + self.false + self.missed).interval
        if interval is None:
            return None
        low, high = (_f1(bound) or 0.0 for bound in interval)
        return low, high


def _f1(overlap: float | None) -> float | None:
    return None if overlap is None else 2 * overlap / (1 + overlap)
