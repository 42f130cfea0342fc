"""Where one clause of a sentence ends and the next begins."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from replylint.language.chains import Chain
from replylint.language.grammar import grammar
from replylint.language.verbs import form, is_break

if TYPE_CHECKING:
    from spacy.tokens import Doc

Span = tuple[int, int]


def clause_spans(doc: Doc, chains: list[Chain], start: int, end: int) -> list[Span]:
    """One token span [start, end) a chain; together they cover the sentence."""
    if not chains:
        return []
    bounds = [start]
    for before, after in pairwise(chains):
        bounds.append(_boundary(doc, before.head + 1, after.first))
    bounds.append(end)
    return list(pairwise(bounds))


def _boundary(doc: Doc, low: int, high: int) -> int:
    """The last word in [low, high] that opens a clause; without one, the next group itself."""
    index = high
    if index > low and form(doc[index - 1]) in grammar().opening_prepositions:
        index -= 1
    while index > low:
        token = doc[index - 1]
        if is_break(token) or token.text == ",":
            return index
        if _opens(doc, index - 1):
            return _with_preposition(doc, index - 1, low)
        index -= 1
    return high if high <= low or not _opens_at(doc, high) else high - 1


def _opens_at(doc: Doc, high: int) -> bool:
    return form(doc[high - 1]) in grammar().opening_prepositions


def _opens(doc: Doc, index: int) -> bool:
    word = form(doc[index])
    table = grammar()
    return word in table.subordinators or word in table.coordinators or doc[index].pos_ == "SCONJ"


def _with_preposition(doc: Doc, index: int, low: int) -> int:
    """ "a cui", "con il quale", "anche se", "nel caso in cui": the words before belong along."""
    while index > low and doc[index - 1].pos_ in ("ADP", "DET") and doc[index].pos_ == "PRON":
        index -= 1
    if index > low and form(doc[index - 1]) in grammar().fronted_before_che:
        index -= 1
    return index


def verbless_spans(doc: Doc, chains: list[Chain], start: int, end: int) -> list[Span]:
    """Stretches of a sentence with no verb that stand for a clause of their own.

    A whole sentence without a verb, or what stands behind a colon, dash or semicolon.
    """
    heads = {index for chain in chains for index in chain.verbs}
    pieces: list[Span] = []
    low = start
    for index in range(start, end + 1):
        if index == end or (is_break(doc[index]) and index > low):
            if not any(low <= head < index for head in heads) and _has_content(doc, low, index):
                pieces.append((low, index))
            low = index + 1
    return pieces


def _has_content(doc: Doc, low: int, high: int) -> bool:
    return any(
        doc[index].pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "ADV", "INTJ", "X", "VERB")
        for index in range(low, high)
    )
