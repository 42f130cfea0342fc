"""Read CoNLL-U, and turn sentences into spaCy documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

VERBAL = ("VERB", "AUX")


@dataclass
class Word:
    """A syntactic word; `joined` holds the written form where a multiword token starts."""

    id: int
    form: str
    lemma: str
    pos: str
    feats: dict[str, str] = field(default_factory=dict)
    head: int = 0
    dep: str = "root"
    space: bool = True
    joined: str = ""
    covers: int = 1


Sentence = list[Word]


def parse_feats(cell: str) -> dict[str, str]:
    """Read a column of features."""
    return {} if cell == "_" else dict(pair.split("=", 1) for pair in cell.split("|"))


def read(path: Path) -> Iterator[Sentence]:
    """Give the sentences of a CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        yield _sentence(rows)


def _sentence(rows: list[list[str]]) -> Sentence:
    words: Sentence = []
    joins: dict[int, tuple[str, int, bool]] = {}
    for row in rows:
        number, space = row[0], "SpaceAfter=No" not in row[9]
        if "-" in number:
            first, last = map(int, number.split("-"))
            joins[first] = (row[1], last - first + 1, space)
        elif "." not in number:
            feats = parse_feats(row[5])
            words.append(
                Word(int(number), row[1], row[2], row[3], feats, int(row[6]), row[7], space)
            )
    for first, (form, covers, space) in joins.items():
        word = words[first - 1]
        word.joined, word.covers, word.space = form, covers, space
    return words


def to_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """Make one document of sentences, with multiword tokens merged.

    A verb with enclitics keeps its own features and lemma, and gains `Clitic=Yes`; a preposition
    with an article has both lemmas and both sets of features, as in the published pipelines.
    """
    columns: dict[str, list[object]] = {
        name: [] for name in ("words", "spaces", "pos", "morphs", "lemmas", "deps")
    }
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        tokens = _merge(sentence)
        place = {word.id + n: i for i, word in enumerate(tokens) for n in range(word.covers)}
        offset = len(heads)
        for i, word in enumerate(tokens):
            heads.append(offset + (place[word.head] if word.head else i))
            starts.append(i == 0)
            last = i == len(tokens) - 1
            values = (
                word.joined or word.form,
                word.space or last,
                word.pos,
                _feats_cell(word.feats),
                word.lemma,
                "ROOT" if not word.head else word.dep,
            )
            for column, value in zip(columns.values(), values, strict=True):
                column.append(value)
    return Doc(vocab, heads=heads, sent_starts=starts, **columns)  # type: ignore[arg-type]


def _feats_cell(feats: dict[str, str]) -> str:
    return "|".join(f"{name}={feats[name]}" for name in sorted(feats))


def _merge(sentence: Sentence) -> Sentence:
    """Give one word for each written token."""
    tokens: Sentence = []
    place = 0
    while place < len(sentence):
        parts = sentence[place : place + sentence[place].covers]
        tokens.append(_merged(parts) if len(parts) > 1 else parts[0])
        place += len(parts)
    return tokens


def _merged(parts: Sentence) -> Word:
    inside = {part.id for part in parts}
    head = next(part for part in parts if part.head not in inside)
    first = parts[0]
    token = Word(
        first.id,
        first.form,
        head.lemma,
        head.pos,
        dict(head.feats),
        head.head,
        head.dep,
        first.space,
        first.joined,
        first.covers,
    )
    if head.pos in VERBAL and any("Clitic" in part.feats for part in parts):
        token.feats["Clitic"] = "Yes"
        return token
    token.lemma = " ".join(part.lemma for part in parts)
    for part in parts:
        for name, value in part.feats.items():
            values = {*token.feats.get(name, value).split(","), *value.split(",")}
            token.feats[name] = ",".join(sorted(values))
    return token
