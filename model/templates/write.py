"""Write sentences from the templates.

    python -m model.templates.write 20

prints some. All words and patterns are the project's own; what the sentences say is often silly,
their grammar is right.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

from ..corpus.conllu import Sentence
from .phrases import WORDS
from .statements import Statements
from .tree import Node, to_sentence

_WEIGHTS = {
    "requests": 20,
    "conditional_request": 8,
    "invitation": 9,
    "ability": 9,
    "let_us_know": 4,
    "proclitic_ability": 3,
    "impersonal": 6,
    "necessity": 3,
    "do_not_worry": 4,
    "question": 6,
    "refusal": 8,
    "apology": 5,
    "thanks": 5,
    "passive": 9,
    "passive_customer": 3,
    "perfect": 7,
    "progress": 4,
    "promise": 9,
    "report": 5,
    "telling": 6,
    "belief": 3,
    "understanding": 3,
    "noun_reading": 8,
    "relative": 3,
    "availability": 3,
    "state": 5,
    "need": 4,
    "you_find": 3,
}
"""How often each template is used."""


def write_sentences(count: int, seed: int) -> Iterator[Sentence]:
    """Give so many sentences; the same seed gives the same ones."""
    writer = Statements(random.Random(seed))
    names, weights = list(_WEIGHTS), list(_WEIGHTS.values())
    for name in writer.rng.choices(names, weights, k=count):
        yield to_sentence(_finish(writer, getattr(writer, name)()))


def _finish(writer: Statements, node: Node) -> Node:
    """Greet in some sentences, end most with a mark, write the polite pronouns large in some."""
    if writer.chance(0.1):
        name = writer.rng.choice(WORDS["names"])
        called = Node(name, name, "PROPN")
        if writer.chance(0.5):
            hello = writer.rng.choice(WORDS["hellos"])
            called.left(("discourse", Node(hello, hello, "INTJ")))
        node.left(("vocative", called.right(("punct", Node(",", ",", "PUNCT")))))
    if not node.depends("punct"):
        mark = writer.rng.choices([".", "!", ""], [8, 2, 1.5])[0]
        node.right(("punct", Node(mark, mark, "PUNCT")) if mark else None)
    if writer.chance(0.4):
        _capitalise(node)
    return node


def _capitalise(node: Node) -> None:
    for _, child in (*node.before, *node.after):
        if child.form in ("la", "le") and child.pos == "PRON":
            child.form = child.form.capitalize()
        _capitalise(child)


if __name__ == "__main__":
    for words in write_sentences(int(sys.argv[1]), seed=1):
        print("".join(word.form + " " * word.space for word in words))
