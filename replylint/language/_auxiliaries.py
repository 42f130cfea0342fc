"""Telling auxiliary *avere*, *potere*, *dovere*, *volere* from the same verbs on their own."""

from __future__ import annotations

from spacy.tokens import Token

from .lexicon import analyses

_TAKES = {"avere": "Part", "potere": "Inf", "dovere": "Inf", "volere": "Inf"}
_BETWEEN = frozenset(("ADV", "PRON"))
_REACH = 5
_ALONE = frozenset(("avere", "volere"))
"""Those that take an object: *avete ragione*, *vuole un rimborso*."""


def part_of_speech(token: Token, lemma: str) -> str:
    """Give AUX or VERB for a verb whose lemma is known; the model's word where no rule decides."""
    takes = _TAKES.get(lemma)
    if takes is None:
        return token.pos_
    for other in token.doc[token.i + 1 : token.i + _REACH]:
        if other.is_sent_start or other.pos_ == "PUNCT":
            break
        if takes in {item.mood for item in analyses(other.text)}:
            return "AUX"
        if other.pos_ not in _BETWEEN:
            return "VERB" if lemma in _ALONE else token.pos_
    return token.pos_
