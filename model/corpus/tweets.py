"""Cut tweets, which TWITTIRÒ and PoSTWITA annotate as one tree each, into sentences."""

from __future__ import annotations

import re
from itertools import pairwise

from .conllu import Sentence

_STRONG = re.compile(r"[.!?…]+$")
_LOOSE = ("parataxis", "conj", "discourse", "vocative", "dep", "appos", "advcl")
"""Relations with which a tweet's tree hangs one sentence on another."""


def split_tweet(words: Sentence) -> list[Sentence]:
    """Give the sentences of a tweet.

    A cut is made after strong punctuation where exactly one arc crosses, from the right to the
    left, with a loose relation; the word that it belonged to becomes a root.
    """
    cuts = []
    start = 0
    for place in range(1, len(words) - 1):
        ends = _STRONG.match(words[place - 1].form) and not _STRONG.match(words[place].form)
        if ends and _cut(words, start, place):
            cuts.append(place)
            start = place
    bounds = [0, *cuts, len(words)]
    pieces = [words[a:b] for a, b in pairwise(bounds)]
    for piece in pieces:
        _renumber(piece)
    return pieces


def _crosses(head: int, word_id: int, place: int) -> bool:
    """Tell whether an arc crosses the border before the word at a place (ids start at 1)."""
    return head > 0 and (word_id <= place) != (head <= place)


def _cut(words: Sentence, start: int, place: int) -> bool:
    """Cut the tree before a place, if it can be cut there."""
    crossing = [w for w in words if w.pos != "PUNCT" and _crosses(w.head, w.id, place)]
    if len(crossing) != 1 or crossing[0].id <= place:
        return False
    top = crossing[0]
    if top.dep.split(":")[0] not in _LOOSE:
        return False
    left_root = next((w for w in words[start:place] if w.head == 0), None)
    if left_root is None:
        return False
    top.head, top.dep = 0, "root"
    for word in words:
        if _crosses(word.head, word.id, place):
            word.head = top.id if word.id > place else left_root.id
    return True


def _renumber(piece: Sentence) -> None:
    shift = piece[0].id - 1
    for word in piece:
        word.id -= shift
        word.head -= shift if word.head else 0
