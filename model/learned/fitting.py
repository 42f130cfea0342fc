"""Logistic regression over named features, its weights rounded to a byte; authors left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

import numpy as np
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from model.learned.rows import Row
from replylint.engine.features import FeatureGroup
from replylint.engine.learned import LearnedModel

LEAST_ROWS = 3
"""A feature seen in fewer rows is left out."""
FOLDS = 5
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, eq=False)
class Examples:
    """Rows as the arrays that models are fitted to.

    Attributes:
        names: the labels, sorted.
        keys: hashes of the known features, sorted.
        x: rows × features.
        gold, judged: rows × labels (`judged_table`).
    """

    rows: Sequence[Row]
    names: list[str]
    keys: np.ndarray
    x: csr_matrix
    gold: np.ndarray
    judged: np.ndarray


def examples(rows: Sequence[Row]) -> Examples:
    """Rows as arrays, with the features and the labels that are in them."""
    names = labels_of(rows)
    keys = _known_features(rows)
    return Examples(rows, names, keys, _matrix(rows, keys), *judged_table(rows, names))


def fit(known: Examples, strength: float) -> LearnedModel:
    """One regression a label, over the rows judged for it.

    `strength`: the inverse of the regularisation, how much it may make of its data.
    """
    parts = Parallel(n_jobs=-1)(
        delayed(_fit_one)(known.x[inside], known.gold[inside, label], strength)
        for label, inside in enumerate(known.judged.T)
    )
    weights = np.array([part.coef_[0] for part in parts]).T
    biases = np.array([part.intercept_[0] for part in parts])
    return rounded(known.names, known.keys, weights, biases, np.zeros((0, len(known.names))))


def _fit_one(x: csr_matrix, y: np.ndarray, strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, solver="liblinear", max_iter=300).fit(x, y)


def rounded(
    names: Sequence[str],
    keys: np.ndarray,
    weights: np.ndarray,
    bias: np.ndarray,
    votes: np.ndarray,
    *,
    exclusive: bool = False,
) -> LearnedModel:
    """A model whose weights (features × labels and units) are counted in a byte each."""
    scale = np.abs(weights).max(axis=0) / 127
    return LearnedModel(
        tuple(names),
        keys,
        np.round(weights / scale).astype(np.int8),
        scale.astype(np.float32),
        bias.astype(np.float32),
        votes.astype(np.float32),
        exclusive,
    )


def labels_of(rows: Iterable[Row]) -> list[str]:
    """All labels of some rows, sorted."""
    return sorted({label for row in rows for label in row.labels})


def judged_table(rows: Sequence[Row], names: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Rows × labels, twice: whether a row has a label, and whether it is judged for it."""
    gold = np.array([[name in row.labels for name in names] for row in rows])
    judged = np.array(
        [[row.judged is None or name in row.judged for name in names] for row in rows]
    )
    return gold, judged


def folds(authors: Sequence[str]) -> list[set[str]]:
    """The authors in parts, each of which is left out once."""
    names = sorted(set(authors))
    return [set(names[part::FOLDS]) for part in range(FOLDS) if names[part::FOLDS]]


def report(
    rows: Sequence[Row], odds: Sequence[Mapping[str, float]], names: Sequence[str]
) -> dict[str, object]:
    """Precision and recall at several thresholds, per label; printed too.

    `odds` are those of each row, by a model that has seen nothing of its author.
    """
    scores: dict[str, object] = {}
    table, judged = judged_table(rows, names)
    for label, name in enumerate(names):
        inside = judged[:, label]
        gold = table[inside, label]
        likely = np.array([each[name] for each in odds])[inside]
        found = {}
        for threshold in THRESHOLDS:
            hit = likely >= threshold
            right = int((hit & gold).sum())
            found[str(threshold)] = [
                round(right / max(1, int(hit.sum())), 3),
                round(right / max(1, int(gold.sum())), 3),
            ]
        scores[name] = {"rows": int(gold.sum()), "precision_recall": found}
        line = "  ".join(f"{t}: {p:.2f}/{r:.2f}" for t, (p, r) in found.items())
        print(f"{name:24} {int(gold.sum()):5}  {line}", flush=True)
    return scores


def _known_features(rows: Sequence[Row]) -> np.ndarray:
    """Hashes of the features seen in enough rows, sorted."""
    counts = names_of(rows)
    return np.array(sorted(k for k, n in counts.items() if n >= LEAST_ROWS), dtype=np.uint32)


def names_of(rows: Sequence[Row], *, recurring: bool = True) -> dict[int, int]:
    """In how many rows each feature is seen, by its hash; letters recur, and may be left out."""
    counts: dict[int, int] = {}
    for row in rows:
        names = (
            name for each in row.groups for name in (_names(each) if recurring else each.names)
        )
        for key in {crc32(name.encode()) for name in names}:
            counts[key] = counts.get(key, 0) + 1
    return counts


def _matrix(rows: Sequence[Row], keys: np.ndarray) -> csr_matrix:
    """Rows × features; each group of features is scaled to its weight."""
    indices, columns, values = [], [], []
    column_of = {int(key): column for column, key in enumerate(keys)}
    for index, row in enumerate(rows):
        for group in row.groups:
            keys_of = (crc32(name.encode()) for name in _names(group))
            hits = [column_of[key] for key in keys_of if key in column_of]
            indices += [index] * len(hits)
            columns += hits
            values += [group.weight / np.sqrt(max(1, len(hits)))] * len(hits)
    return csr_matrix((values, (indices, columns)), shape=(len(rows), len(keys)))


def _names(group: FeatureGroup) -> Iterator[str]:
    """The features of a group, as often as they count."""
    return chain(group.names, *group.recurring)
