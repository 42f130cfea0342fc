"""Sentences as trees of words, and trees as sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..corpus.conllu import Sentence, Word

_CLOSE = (".", "!", "?", ",", ":")


@dataclass
class Node:
    """A word with what hangs on it, before it and after it, each with its relation."""

    form: str
    lemma: str
    pos: str
    feats: dict[str, str] = field(default_factory=dict)
    before: list[tuple[str, Node]] = field(default_factory=list)
    after: list[tuple[str, Node]] = field(default_factory=list)

    def left(self, *children: tuple[str, Node] | None) -> Node:
        """Put words in front of all that stands before this one; None is passed over."""
        self.before = [child for child in children if child] + self.before
        return self

    def right(self, *children: tuple[str, Node] | None) -> Node:
        """Put words after all that follows this one; None is passed over."""
        self.after += [child for child in children if child]
        return self

    def depends(self, *relations: str) -> bool:
        """Tell whether something hangs on this word with one of these relations."""
        return any(dep in relations for dep, _ in (*self.before, *self.after))


def linear(top: Node) -> list[tuple[Node, str, Node | None]]:
    """Give the words in order: word, relation, head."""
    found: list[tuple[Node, str, Node | None]] = []

    def visit(node: Node, dep: str, head: Node | None) -> None:
        for relation, child in node.before:
            visit(child, relation, node)
        found.append((node, dep, head))
        for relation, child in node.after:
            visit(child, relation, node)

    visit(top, "root", None)
    return found


def to_sentence(top: Node) -> Sentence:
    """Write a tree as a sentence: capital first letter, spaces where they belong."""
    order = linear(top)
    ids = {id(node): place for place, (node, _, _) in enumerate(order, start=1)}
    words = []
    for place, (node, dep, head) in enumerate(order, start=1):
        form = node.form if place > 1 else node.form[0].upper() + node.form[1:]
        following = order[place][0].form if place < len(order) else ""
        space = not (following in _CLOSE or node.form.endswith("'"))
        head_id = ids[id(head)] if head else 0
        words.append(Word(place, form, node.lemma, node.pos, node.feats, head_id, dep, space))
    return words
