"""Training examples as customers and agents type them: without accents, capitals, full stops."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

_PLAIN = str.maketrans("àèéìòùÀÈÉÌÒÙ", "aeeiouAEEIOU")
_KEPT = ("@", "#", "http", "{{", "[")
_PLACEHOLDERS = ("{{nome}}", "{{nome_cliente}}", "[NOME]", "@cliente", "@servizio", "%NOME%")
_UNTOUCHED = 0.5
_NAMES = 0.3
"""Share of the proper nouns that become placeholders, in an example that gets any."""

Augmenter = Callable[[Language, Example], Iterator[Example]]


@registry.augmenters("replylint.typing.v1")  # type: ignore[untyped-decorator]
def make_augmenter(
    lower: float, upper: float, accents: float, curly: float, stop: float, names: float
) -> Augmenter:
    """Give an augmenter; each number is the share of changed examples that get that change."""

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        yield example
        if random.random() < _UNTOUCHED:
            return
        change = {
            name: random.random() < share
            for name, share in (
                ("lower", lower),
                ("upper", upper),
                ("accents", accents),
                ("curly", curly),
                ("stop", stop),
                ("names", names),
            )
        }
        if any(change.values()):
            yield _changed(nlp, example, change)

    return augment


def _changed(nlp: Language, example: Example, change: dict[str, bool]) -> Example:
    fields: dict[str, Any] = example.to_dict()
    columns = {name: list(column) for name, column in fields["token_annotation"].items()}
    words = [_respell(word, change) for word in columns["ORTH"]]
    if change["names"]:
        for place, pos in enumerate(columns["POS"]):
            if pos == "PROPN" and random.random() < _NAMES and not words[place].startswith(_KEPT):
                words[place] = columns["LEMMA"][place] = random.choice(_PLACEHOLDERS)
    columns["ORTH"] = words
    if change["stop"]:
        columns = _without_stop(columns)
    doc = Doc(nlp.vocab, words=columns["ORTH"], spaces=[bool(s) for s in columns["SPACY"]])
    annotation = {"doc_annotation": fields["doc_annotation"], "token_annotation": columns}
    return Example.from_dict(nlp.make_doc(doc.text), annotation)


def _respell(word: str, change: dict[str, bool]) -> str:
    if word.startswith(_KEPT):
        return word
    if change["accents"]:
        word = word.translate(_PLAIN)
    if change["lower"]:
        word = word.lower()
    elif change["upper"]:
        word = word.upper()
    return word.replace("'", "’") if change["curly"] else word


def _without_stop(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Drop the last full stop, unless something hangs on it."""
    last = len(columns["ORTH"]) - 1
    if last < 3 or columns["ORTH"][last] not in (".", "!") or last in columns["HEAD"][:last]:
        return columns
    return {name: column[:last] for name, column in columns.items()}
