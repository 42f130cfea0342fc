"""A regression and a network over the same rows made one model, each label in its own shares.

Labels with many rows gain by the units; those with few are better told by the regression. How much
of each is learned from rows whose authors neither has seen, so the odds come out calibrated too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from model.learned.fitting import judged_table, rounded
from model.learned.rows import Row
from replylint.engine.learned import LearnedModel

_LEAST = 1e-9
_STRENGTH = 100.0

Odds = Sequence[Mapping[str, float]]
"""For each row, how likely each label is."""


@dataclass(frozen=True, eq=False)
class Blend:
    """What of each model's log odds counts for each label, and what is added (labels each)."""

    names: tuple[str, ...]
    regression: np.ndarray
    network: np.ndarray
    bias: np.ndarray

    def odds(self, regression: Odds, network: Odds) -> list[dict[str, float]]:
        """The odds of some rows by both together."""
        total = (
            self.regression * _log_odds(regression, self.names)
            + self.network * _log_odds(network, self.names)
            + self.bias
        )
        likely = 1 / (1 + np.exp(-total))
        return [dict(zip(self.names, row, strict=True)) for row in likely.tolist()]

    def model(self, regression: LearnedModel, network: LearnedModel) -> LearnedModel:
        """Both as one: they know the same features and labels, and only the network has units."""
        labels = len(self.names)
        weights = network.weights * network.scale
        weights[:, :labels] *= self.network
        weights[:, :labels] += regression.weights * regression.scale * self.regression
        bias = network.bias.copy()
        bias[:labels] = self.network * bias[:labels] + self.regression * regression.bias + self.bias
        votes = network.votes * self.network
        return rounded(self.names, network.keys, weights, bias, votes)


def blend(rows: Sequence[Row], names: Sequence[str], regression: Odds, network: Odds) -> Blend:
    """The shares under which the labels of some rows are likeliest; none is below nought.

    The odds are those of models that have seen nothing of a row's author.
    """
    gold, judged = judged_table(rows, names)
    both = np.stack([_log_odds(regression, names), _log_odds(network, names)], axis=2)
    shares = [
        _shares(both[inside, label], gold[inside, label]) for label, inside in enumerate(judged.T)
    ]
    return Blend(tuple(names), *np.array(shares).T)


def _shares(both: np.ndarray, gold: np.ndarray) -> tuple[float, float, float]:
    """Of the regression, of the network, and what is added."""
    kept = np.array([True, True])
    while True:
        found = LogisticRegression(C=_STRENGTH).fit(both * kept, gold)
        share = found.coef_[0] * kept
        if (share >= 0).all():
            return float(share[0]), float(share[1]), float(found.intercept_[0])
        kept &= share >= 0


def _log_odds(odds: Odds, names: Sequence[str]) -> np.ndarray:
    table = np.array([[row[name] for name in names] for row in odds])
    likely = np.clip(table, _LEAST, 1 - _LEAST)
    return np.log(likely / (1 - likely))
