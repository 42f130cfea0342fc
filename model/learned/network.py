"""A regression with hidden units beside it, which say what a sum of weights cannot; by torch.

The units are fed by the features that many rows share (what is known of a case, clauses, words),
the regression by all of them, letters too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from scipy.sparse import csr_matrix
from torch import nn

from model.learned.fitting import Examples, names_of, rounded
from replylint.engine.learned import LearnedModel

UNITS = 32
ROUNDS, AT_ONCE = 8, 64
"""How often the rows are gone through, and how many at a time."""
DROPPED = 0.5
"""The share of the units that is switched off at each step, lest they learn authors by heart."""
STRAIGHT_STEP = 0.002
"""How far a weight of the regression moves at first. What moves little says little unless many rows
agree. This and the rest was found by leaving authors out."""


@dataclass(frozen=True)
class Plan:
    """What differs from model to model.

    Attributes:
        least_rows: a feature seen in fewer rows feeds no unit.
        step: how far a weight of a unit moves at first.
        exclusive: whether one label alone can hold.
    """

    least_rows: int
    step: float
    exclusive: bool = False


Loss = Callable[[torch.Tensor, np.ndarray], torch.Tensor]
"""How wrong the log odds of some rows are; the rows by their index."""


class Network(nn.Module):
    """The regression and the units; bags of features in, log odds out."""

    def __init__(self, features: int, feeding: int, labels: int) -> None:
        super().__init__()
        self.straight = nn.EmbeddingBag(features, labels, mode="sum", sparse=True)
        self.feed = nn.EmbeddingBag(feeding, UNITS, mode="sum", sparse=True)
        self.threshold = nn.Parameter(torch.zeros(UNITS))
        self.drop = nn.Dropout(DROPPED)
        self.vote = nn.Linear(UNITS, labels)
        nn.init.zeros_(self.straight.weight)
        nn.init.normal_(self.feed.weight, std=0.03)

    def forward(self, rows: csr_matrix, feeding: csr_matrix) -> torch.Tensor:
        """The log odds of some rows: all their features, and those that feed the units."""
        units = torch.relu(self.feed(*_bags(feeding)) + self.threshold)
        return self.vote(self.drop(units)) + self.straight(*_bags(rows))


def fit_network(known: Examples, plan: Plan) -> LearnedModel:
    """One network for all labels; of each row it learns those that the row is judged for."""
    feeds = _feeding(known, plan.least_rows)
    inner = known.x[:, feeds]
    torch.manual_seed(0)
    order = np.random.default_rng(0)
    network = Network(len(known.keys), len(feeds), len(known.names))
    optimisers = [
        torch.optim.SparseAdam([network.feed.weight], lr=plan.step),
        torch.optim.SparseAdam([network.straight.weight], lr=STRAIGHT_STEP),
        torch.optim.AdamW([network.threshold, *network.vote.parameters()], lr=plan.step),
    ]
    loss = _one_of(known.gold) if plan.exclusive else _any_of(known.gold, known.judged)
    parts = -(-len(known.rows) // AT_ONCE)
    steps = ROUNDS * parts
    slower = [torch.optim.lr_scheduler.LinearLR(each, 1.0, 1 / steps, steps) for each in optimisers]
    for _ in range(ROUNDS):
        for part in np.array_split(order.permutation(len(known.rows)), parts):
            for each in optimisers:
                each.zero_grad()
            loss(network(known.x[part], inner[part]), part).backward()
            for step in (*optimisers, *slower):
                step.step()
    return _as_model(network, known, feeds, exclusive=plan.exclusive)


def _any_of(gold: np.ndarray, judged: np.ndarray) -> Loss:
    wanted, counted = torch.tensor(gold).float(), torch.tensor(judged).float()

    def loss(odds: torch.Tensor, part: np.ndarray) -> torch.Tensor:
        each = nn.functional.binary_cross_entropy_with_logits(odds, wanted[part], reduction="none")
        return (each * counted[part]).sum() / len(part)

    return loss


def _one_of(gold: np.ndarray) -> Loss:
    """Each label counts as much as another: complaints are many because cases need them."""
    wanted = torch.tensor(gold.argmax(axis=1))
    weight = torch.tensor(len(gold) / gold.shape[1] / gold.sum(axis=0)).float()

    def loss(odds: torch.Tensor, part: np.ndarray) -> torch.Tensor:
        return nn.functional.cross_entropy(odds, wanted[part], weight=weight)

    return loss


def _bags(rows: csr_matrix) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Columns, where each row begins, and values, as an EmbeddingBag takes them."""
    return (
        torch.tensor(rows.indices, dtype=torch.long),
        torch.tensor(rows.indptr[:-1], dtype=torch.long),
        torch.tensor(rows.data, dtype=torch.float32),
    )


def _feeding(known: Examples, least: int) -> np.ndarray:
    """The columns of the features that feed the units, sorted."""
    counts = names_of(known.rows, recurring=False)
    return np.array([at for at, key in enumerate(known.keys) if counts.get(int(key), 0) >= least])


def _as_model(
    network: Network, known: Examples, feeds: np.ndarray, *, exclusive: bool
) -> LearnedModel:
    labels = len(known.names)
    weights = np.zeros((len(known.keys), labels + UNITS), dtype=np.float32)
    weights[:, :labels] = network.straight.weight.detach().numpy()
    weights[feeds, labels:] = network.feed.weight.detach().numpy()
    bias = torch.cat([network.vote.bias, network.threshold]).detach().numpy()
    votes = network.vote.weight.detach().numpy().T
    return rounded(known.names, known.keys, weights, bias, votes, exclusive=exclusive)
