"""Train the learned readings of replies (acts) and of customers' messages.

    python model/learned/train.py acts              # leave authors out, then train and write
    python model/learned/train.py messages --check  # leave authors out only

Needs scikit-learn. Reads the folder of that name beside this file; writes
replylint/engine/data/NAME.npz and NAME.scores.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from replylint.engine.features import FeatureReader, Features
from replylint.engine.learned import DATA, LETTER_WEIGHT, LearnedModel
from replylint.engine.lists import WordLists
from replylint.engine.pattern_index import PatternIndex
from replylint.engine.ruleset import packaged_rules, rule_files
from replylint.engine.texts import Text
from replylint.engine.validation import validate
from replylint.engine.yaml_source import parse_yaml
from replylint.language.parsing import parse
from replylint.language.pipeline import load
from replylint.language.voices import Speaker

HERE = Path(__file__).parent
LEAST_SENTENCES = 2
STRENGTH = 12.0
FOLDS = 5
EXCLUSIVE = frozenset({"messages"})  # a message is of one kind; a sentence may do several things


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence and who wrote it."""

    author: str
    text: str
    labels: frozenset[str]


def read_sentences(name: str) -> list[Sentence]:
    """The sentences of every file of a folder; the id's prefix names the author."""
    rows = (
        json.loads(line)
        for path in sorted((HERE / name).glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return [Sentence(author(row), row["text"], frozenset(labels(row))) for row in rows]


def author(row: Mapping[str, Any]) -> str:
    """Who wrote a sentence."""
    return str(row.get("author") or row["id"].split("-")[0])


def labels(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The acts of a sentence, or the kind of a message."""
    if "acts" in row:
        return tuple(act for act in row["acts"] if act != "none")
    return (row["kind"],)


def read_features(name: str, texts: list[str]) -> list[Features]:
    """The features of whole texts, each as one stretch."""
    nlp = load()
    word_lists = load_lists()
    shared = WordLists(word_lists)
    lists = {key: shared(key) for key in word_lists}
    patterns = PatternIndex(nlp.vocab)
    speaker: Speaker = "company" if name == "acts" else "customer"
    parsed = (Text(item, patterns) for item in parse(texts, nlp, speaker=speaker))
    return [FeatureReader(text, lists).features(0, len(text.parsed.doc)) for text in parsed]


def load_lists() -> dict[str, tuple[str, ...]]:
    """The shared word lists alone: the rest of the rules may ask for the model made here."""
    file = next(file for file in rule_files(packaged_rules()) if file.kind == "lists")
    return dict(validate("lists", parse_yaml(file.raw, file.path), file.path))


def known_features(found: list[Features]) -> np.ndarray:
    """Hashes of the features seen in at least two sentences, sorted."""
    counts: dict[int, int] = {}
    for item in found:
        for name in (*item.words, *item.letters):
            key = crc32(name.encode())
            counts[key] = counts.get(key, 0) + 1
    return np.array(sorted(k for k, n in counts.items() if n >= LEAST_SENTENCES), dtype=np.uint32)


def matrix(found: list[Features], keys: np.ndarray) -> csr_matrix:
    """Sentences × features; words and letters are each scaled to unit length."""
    rows, columns, values = [], [], []
    column_of = {int(key): column for column, key in enumerate(keys)}
    for row, item in enumerate(found):
        for names, weight in ((item.words, 1.0), (item.letters, LETTER_WEIGHT)):
            hits = [column_of[k] for n in names if (k := crc32(n.encode())) in column_of]
            rows += [row] * len(hits)
            columns += hits
            values += [weight / np.sqrt(max(1, len(hits)))] * len(hits)
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(keys)))


def fit(
    found: list[Features], wanted: list[frozenset[str]], names: list[str], *, exclusive: bool
) -> LearnedModel:
    """Logistic regression, weights rounded to a byte: one a label, or one over all of them."""
    keys = known_features(found)
    x = matrix(found, keys)
    if exclusive:
        y = np.array([names.index(next(iter(each))) for each in wanted])
        model = LogisticRegression(C=STRENGTH, max_iter=300).fit(x, y)
        weights, biases = model.coef_, model.intercept_
    else:
        each = [
            LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300).fit(
                x, np.array([name in labels_of for labels_of in wanted])
            )
            for name in names
        ]
        weights = np.array([model.coef_[0] for model in each])
        biases = np.array([model.intercept_[0] for model in each])
    table = weights.astype(np.float32).T
    scale = np.abs(table).max(axis=0) / 127
    return LearnedModel(
        tuple(names),
        keys,
        np.round(table / scale).astype(np.int8),
        scale.astype(np.float32),
        biases.astype(np.float32),
        exclusive,
    )


def leave_authors_out(
    sentences: list[Sentence], found: list[Features], names: list[str], *, exclusive: bool
) -> np.ndarray:
    """Probabilities (sentences × labels) by a model that has not seen the sentence's author."""
    authors = sorted({sentence.author for sentence in sentences})
    fold_of = {author: index % FOLDS for index, author in enumerate(authors)}
    folds = np.array([fold_of[sentence.author] for sentence in sentences])
    result = np.zeros((len(sentences), len(names)))
    for fold in range(max(fold_of.values()) + 1):
        inside = np.flatnonzero(folds != fold)
        wanted = [sentences[i].labels for i in inside]
        model = fit([found[i] for i in inside], wanted, names, exclusive=exclusive)
        for i in np.flatnonzero(folds == fold):
            result[i] = list(model.probabilities(found[i]).values())
    return result


def report(sentences: list[Sentence], odds: np.ndarray, names: list[str]) -> dict[str, object]:
    """Precision and recall at several thresholds, per label."""
    scores: dict[str, object] = {}
    for column, name in enumerate(names):
        gold = np.array([name in sentence.labels for sentence in sentences])
        row = {}
        for threshold in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
            hit = odds[:, column] >= threshold
            right = int((hit & gold).sum())
            row[str(threshold)] = [
                round(right / max(1, int(hit.sum())), 3),
                round(right / max(1, int(gold.sum())), 3),
            ]
        scores[name] = {"sentences": int(gold.sum()), "precision_recall": row}
        print(
            f"{name:18} {int(gold.sum()):4}  "
            + "  ".join(f"{t}: {p:.2f}/{r:.2f}" for t, (p, r) in row.items())
        )
    return scores


def main() -> None:
    """Check by leaving authors out; then train on all and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=("acts", "messages"))
    parser.add_argument("--check", action="store_true", help="train on all and write nothing")
    arguments = parser.parse_args()
    sentences = read_sentences(arguments.name)
    names = sorted({label for sentence in sentences for label in sentence.labels})
    found = read_features(arguments.name, [sentence.text for sentence in sentences])
    exclusive = arguments.name in EXCLUSIVE
    odds = leave_authors_out(sentences, found, names, exclusive=exclusive)
    scores = report(sentences, odds, names)
    if arguments.check:
        return
    wanted = [sentence.labels for sentence in sentences]
    model = fit(found, wanted, names, exclusive=exclusive)
    DATA.mkdir(exist_ok=True)
    np.savez_compressed(
        DATA / f"{arguments.name}.npz",
        labels=np.array(json.dumps(names)),
        keys=model.keys,
        weights=model.weights,
        scale=model.scale,
        bias=model.bias,
        exclusive=np.array(model.exclusive),
    )
    text = json.dumps(scores, indent=1) + "\n"
    (HERE / f"{arguments.name}.scores.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
