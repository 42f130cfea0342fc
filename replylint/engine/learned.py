"""Learned readings: a linear model over named features, small enough to be looked into.

`model/learned` trains them with scikit-learn on sentences and conversations written for this
project; what ships are the weights alone. What they say is evidence beside the patterns, and
`explain` shows the features that weighed most.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from replylint.engine.features import MOST_WORDS, FeatureGroup

DATA = Path(__file__).with_name("data")
_MOST_NAMES = 50_000
"""Names whose row is remembered: texts repeat themselves; about 6 MB."""


_Sum = tuple[int, NDArray[np.int32]]


class LearnedModelError(ValueError):
    """A model file that is missing or not one of ours."""


@dataclass(frozen=True, eq=False)
class LearnedModel:
    """Labels with one weight for every known feature.

    Attributes:
        labels: in the order of the columns of `weights`.
        keys: sorted CRC-32 of the known features' names (uint32).
        weights: features × labels, int8; times `scale` they are log odds.
        exclusive: whether one label alone can hold (softmax), or any number of them.
    """

    labels: tuple[str, ...]
    keys: NDArray[np.uint32]
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    exclusive: bool

    def probabilities(self, groups: Iterable[FeatureGroup]) -> dict[str, float]:
        """The probability of each label."""
        total = self.bias.copy()
        for group in groups:
            total += group.weight * self._sum(group)
        if self.exclusive:
            raised = np.exp(total - total.max())
            odds = raised / raised.sum()
        else:
            odds = 1.0 / (1.0 + np.exp(-np.clip(total, -30, 30)))
        return dict(zip(self.labels, odds.tolist(), strict=True))

    def because(self, names: Iterable[str], label: str, most: int = 3) -> tuple[str, ...]:
        """Those of some features that spoke most for a label; none of a label it does not know."""
        if label not in self.labels:
            return ()
        column = self.labels.index(label)
        known = [(name, row) for name in names if (row := self._row(name)) is not None]
        known.sort(key=lambda pair: (-int(self.weights[pair[1], column]), pair[0]))
        return tuple(name for name, row in known[:most] if self.weights[row, column] > 0)

    def favourites(self, totals: Mapping[int, NDArray[np.int32]], label: str) -> tuple[int, ...]:
        """Of things that each add up to a total, those that speak for a label, the one that speaks
        most first, the others if they speak at least half as loud."""
        if label not in self.labels or not totals:
            return ()
        column = self.labels.index(label)
        spoken = {index: int(total[column]) for index, total in totals.items()}
        ranked = sorted(spoken, key=lambda index: -spoken[index])
        least = max(1, spoken[ranked[0]] / 2)
        return tuple(index for index in ranked if index == ranked[0] or spoken[index] >= least)

    @cached_property
    def _known(self) -> _Rows:
        return _Rows(self.keys)

    @cached_property
    def _recurring(self) -> Callable[[frozenset[str]], _Sum]:
        return lru_cache(MOST_WORDS)(self.added_up)

    def _sum(self, group: FeatureGroup) -> NDArray[np.float32]:
        counts, sums = zip(
            self.added_up(group.names),
            *map(self._recurring, group.recurring),
            strict=True,
        )
        total = np.add.reduce(sums) * self.scale
        return np.asarray(total / np.sqrt(max(1, sum(counts))), dtype=np.float32)

    def added_up(self, names: Iterable[str]) -> _Sum:
        """How many of some features are known, and their weights (before scaling) by label."""
        rows = self._rows(names)
        return len(rows), np.add.reduce(self.weights[rows], axis=0, dtype=np.int32)

    def _rows(self, names: Iterable[str]) -> list[int]:
        return [row for row in map(self._known.__getitem__, names) if row is not None]

    def _row(self, name: str) -> int | None:
        return self._known[name]


class _Rows(dict[str, int | None]):
    """The row of each feature by its name, None where there is none; looked up once a name."""

    def __init__(self, keys: NDArray[np.uint32]) -> None:
        super().__init__()
        self._keys = keys

    def __missing__(self, name: str) -> int | None:
        if len(self) >= _MOST_NAMES:
            self.clear()
        key = np.uint32(crc32(name.encode()))
        at = int(self._keys.searchsorted(key))
        row = self[name] = at if at < len(self._keys) and self._keys[at] == key else None
        return row


@cache
def learned_model(name: str) -> LearnedModel:
    """The model that ships under that name.

    Raises:
        LearnedModelError: the file is missing or cannot be read.
    """
    try:
        with np.load(DATA / f"{name}.npz", allow_pickle=False) as data:
            arrays: Mapping[str, Any] = {key: data[key] for key in data.files}
        labels = tuple(json.loads(str(arrays["labels"])))
        return LearnedModel(
            labels,
            arrays["keys"],
            arrays["weights"],
            arrays["scale"],
            arrays["bias"],
            bool(arrays["exclusive"]),
        )
    except (OSError, KeyError, ValueError) as error:
        raise LearnedModelError(f"{name}: the learned model is missing; install again") from error
