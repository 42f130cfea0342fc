"""Learned readings: small models over named features, which can be looked into.

`model/learned` trains them on sentences and conversations written for this project; what ships are
the weights alone. What they say is evidence beside the patterns, and `explain` shows the features
that weighed most.
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
    """Labels and hidden units with one weight for every known feature.

    A label's log odds are its features' weights, and what the hidden units add that are above
    nought. A unit tells apart what a sum cannot: a plain answer under a question from the same
    answer under a complaint.

    Attributes:
        labels: in the order of the first columns of `weights`; the units' columns follow.
        keys: sorted CRC-32 of the known features' names (uint32).
        weights: features × (labels + units), int8; counted in `scale` (labels + units).
        bias: of the labels and of the units.
        votes: units × labels; what a unit adds to each label. A linear model has no units.
        exclusive: whether one label alone can hold (softmax), or any number of them.
    """

    labels: tuple[str, ...]
    keys: NDArray[np.uint32]
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    votes: NDArray[np.float32]
    exclusive: bool

    def probabilities(self, groups: Iterable[FeatureGroup]) -> dict[str, float]:
        """The probability of each label."""
        straight, units = self._totals(groups)
        total = straight + np.maximum(units, 0) @ self.votes
        if self.exclusive:
            raised = np.exp(total - total.max())
            odds = raised / raised.sum()
        else:
            odds = 1.0 / (1.0 + np.exp(-np.clip(total, -30, 30)))
        return dict(zip(self.labels, odds.tolist(), strict=True))

    def because(
        self, groups: Iterable[FeatureGroup], names: Iterable[str], label: str, most: int = 3
    ) -> tuple[str, ...]:
        """Those of some features of a text that spoke most for a label; none of an unknown label.

        What a feature says through the units that are awake is counted: it is exact for this text.
        """
        if label not in self.labels:
            return ()
        column = self.labels.index(label)
        votes = self.votes[:, column]
        if len(votes):
            votes = np.where(self._totals(groups)[1] > 0, votes, 0.0)
        worth = self.scale * np.concatenate([np.eye(len(self.labels))[column], votes])
        known = {name: row for name in names if (row := self._known[name]) is not None}
        totals = self.weights[list(known.values())] @ worth
        spoken = dict(zip(known, totals.tolist(), strict=True))
        loudest = sorted(spoken, key=lambda name: (-spoken[name], name))
        return tuple(name for name in loudest[:most] if spoken[name] > 0)

    def favourites(self, totals: Mapping[int, NDArray[np.int32]], label: str) -> tuple[int, ...]:
        """Of things that each add up to a total, those that speak for a label, the one that speaks
        most first, the others if they speak at least half as loud. Hidden units are not asked."""
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

    def _totals(
        self, groups: Iterable[FeatureGroup]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """What the features of a text add up to, for the labels and for the units."""
        total = self.bias.copy()
        for group in groups:
            total += group.weight * self._sum(group)
        return total[: len(self.labels)], total[len(self.labels) :]

    def _sum(self, group: FeatureGroup) -> NDArray[np.float32]:
        counts, sums = zip(
            self.added_up(group.names),
            *map(self._recurring, group.recurring),
            strict=True,
        )
        total = np.add.reduce(sums) * self.scale
        return np.asarray(total / np.sqrt(max(1, sum(counts))), dtype=np.float32)

    def added_up(self, names: Iterable[str]) -> _Sum:
        """How many of some features are known, and their weights (before scaling) by column."""
        rows = self._rows(names)
        return len(rows), np.add.reduce(self.weights[rows], axis=0, dtype=np.int32)

    def _rows(self, names: Iterable[str]) -> list[int]:
        return [row for row in map(self._known.__getitem__, names) if row is not None]


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
            _table(arrays),
            arrays["scale"],
            arrays["bias"],
            arrays["votes"],
            bool(arrays["exclusive"]),
        )
    except (OSError, KeyError, ValueError) as error:
        raise LearnedModelError(f"{name}: the learned model is missing; install again") from error


def _table(arrays: Mapping[str, Any]) -> NDArray[np.int8]:
    """The weights, put together from two arrays: few features feed the hidden units."""
    straight = arrays["weights"]
    table = np.zeros((len(straight), len(arrays["scale"])), dtype=np.int8)
    table[:, : straight.shape[1]] = straight
    table[arrays["feeding"], straight.shape[1] :] = arrays["feeding_weights"]
    return table
