"""Write the training, development and test documents.

    python -m model.corpus.prepare TREEBANKS CORPUS

TREEBANKS holds the CoNLL-U files of UD Italian under their own names; the files that may only be
measured with lie in its folder `evaluation-only` and go into test documents alone.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from ..templates.write import write_sentences
from .conllu import Sentence, read, to_doc
from .harmonise import Harmoniser
from .tweets import split_tweet

SEED = 2
TEMPLATES = 4_000
TWEETS = ("twittiro", "postwita")
REFERENCE = ("twittiro-ud-train", "parlamint-ud-train")
TRAINING = (
    "twittiro-ud-train",
    "twittiro-ud-test",
    "markit-ud-train",
    "markit-ud-test",
    "parlamint-ud-train",
    "parlamint-ud-test",
    "pud-ud-test",
)
DEVELOPMENT = ("twittiro-ud-dev", "markit-ud-dev")
TESTS = ("isdt-ud-test", "postwita-ud-test", "vit-ud-test")
MARKIT_DEV = 200
"""Sentences of MarkIT's development set that are used, so that tweets weigh as much."""

Unit = list[Sentence]
"""Sentences that stay together: a tweet's, or one."""


class Preparation:
    """The treebanks of one folder, on their way to documents."""

    def __init__(self, treebanks: Path) -> None:
        """Read what the harmonisation learns from."""
        self.folder = treebanks
        self.random = random.Random(SEED)
        self.vocab = Vocab()
        reference = [s for name in REFERENCE for s in read(self._path(name))]
        everything = [s for name in TRAINING for s in read(self._path(name))]
        self.harmoniser = Harmoniser(reference, everything)

    def _path(self, name: str) -> Path:
        folder = self.folder / "evaluation-only" if name in TESTS else self.folder
        return folder / f"it_{name}.conllu"

    def units(self, name: str) -> list[Unit]:
        """Give a file's sentences, harmonised, tweets cut."""
        treebank = name.split("-")[0]
        sentences = (self.harmoniser.map(treebank, s) for s in read(self._path(name)))
        return [split_tweet(s) if treebank in TWEETS else [s] for s in sentences]

    def documents(self, units: list[Unit], sizes: tuple[int, ...]) -> Iterator[Doc]:
        """Group units into documents of varying size, so that sentence ends are seen."""
        place = 0
        while place < len(units):
            size = self.random.choice(sizes)
            yield to_doc(self.vocab, [s for unit in units[place : place + size] for s in unit])
            place += size

    def training(self) -> list[Doc]:
        """Give the training documents, the templates' among them, in random order."""
        documents: list[Doc] = []
        for name in TRAINING:
            sizes = (1, 1, 1, 2) if name.startswith(TWEETS) else (1, 2, 3, 5)
            documents += self.documents(self.units(name), sizes)
        written: list[Unit] = [[s] for s in write_sentences(TEMPLATES, SEED)]
        documents += self.documents(written, (1, 1, 2, 3, 4))
        self.random.shuffle(documents)
        return documents

    def development(self) -> list[Doc]:
        """Give the documents on which training decides when to stop."""
        tweets, essays = (self.units(name) for name in DEVELOPMENT)
        return [*self.documents(tweets, (1,)), *self.documents(essays[:MARKIT_DEV], (3,))]

    def test(self, name: str) -> list[Doc]:
        """Give the documents of a test set: one tweet each, or ten sentences."""
        size = 1 if name.startswith(TWEETS) else 10
        return list(self.documents(self.units(name), (size,)))


def save(path: Path, documents: list[Doc]) -> None:
    """Write documents, and say how much that is."""
    DocBin(docs=documents, store_user_data=False).to_disk(path)
    print(f"{path.name}: {len(documents)} documents, {sum(map(len, documents))} tokens")


def main(treebanks: Path, corpus: Path) -> None:
    """Write all documents into a folder."""
    corpus.mkdir(parents=True, exist_ok=True)
    preparation = Preparation(treebanks)
    save(corpus / "train.spacy", preparation.training())
    save(corpus / "dev.spacy", preparation.development())
    for name in TESTS:
        save(corpus / f"{name.split('-')[0]}.spacy", preparation.test(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
