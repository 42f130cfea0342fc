"""The language stage: plain texts in, parsed texts with clause frames out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from replylint.language.clauses import clause_frames
from replylint.language.frames import Frame
from replylint.language.voices import Speaker
from replylint.language.words import token_keys

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as the engine sees it.

    Attributes:
        doc: spaCy's parse.
        frames: one a clause, in order of their predicates.
        sentences: token spans [start, end).
        keys: for each token, every lower-case string that it stands for.
    """

    doc: Doc
    frames: tuple[Frame, ...]
    sentences: tuple[tuple[int, int], ...]
    keys: tuple[frozenset[str], ...]


def parse(
    texts: Iterable[str], nlp: Language, batch_size: int = 32, speaker: Speaker = "company"
) -> Iterator[Parsed]:
    """Parse texts in batches; `speaker` is who says "noi" in them."""
    for doc in nlp.pipe(texts, batch_size=batch_size):
        yield read(doc, speaker)


def read(doc: Doc, speaker: Speaker = "company") -> Parsed:
    """Read the frames off a doc that was parsed already."""
    sentences = tuple((sentence.start, sentence.end) for sentence in doc.sents)
    return Parsed(doc, clause_frames(doc, sentences, speaker), sentences, token_keys(doc))
