"""Where a verb form stands: what the words before it say about its mood.

All is read off forms and the sentence, not off the parse: proclitics, the start of a clause,
subordinators and question marks are surer on unseen text than relations are.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ._wordlists import words

PROCLITICS = words("proclitics")
"""Pronouns that are always pronouns when a verb can follow."""

THIRD_PROCLITICS = words("third_proclitics")
"""Pronouns that may be articles too."""

JOINED_PROCLITICS = words("joined_proclitics")

_SOFTENERS = words("softeners")
"""Words that may stand between the start of a clause and a request."""

_COURTESIES = words("courtesies")
"""*Per favore*, *nel frattempo*: they may stand there too."""

_COORDINATORS = words("coordinators")
_SUBORDINATORS = words("subordinators")
_BOUNDARIES = frozenset(',;:.!?…-–—()[]"“”«»*•→')
_STRONG_END = frozenset(".!?…")
_INDICATIVE = words("indicative")
_SUBJECTS = words("subjects")


@dataclass(frozen=True, slots=True)
class Position:
    """Where a verb form stands in its clause.

    `opens`: only proclitics, *non* and softening adverbs lie between it and the clause's start.
    `first`: that start is the sentence's start, or follows a strong mark.
    `question`: it opens its clause, in a sentence that ends with a question mark.
    `governed`: a subordinator or a subject pronoun comes before it in its clause; `indicative`:
    one that takes no present subjunctive (*se*, *quando*).
    """

    proclitic: bool
    opens: bool
    first: bool
    governed: bool
    indicative: bool
    question: bool


def locate(token: Token) -> Position:
    """Tell where a token stands."""
    doc, place = token.doc, token.i
    left = place - 1
    while left >= 0 and not doc[left + 1].is_sent_start and _is_transparent(doc[left]):
        left -= 1
    start = left < 0 or bool(doc[left + 1].is_sent_start)
    mark = "" if start else doc[left].lower_
    bounded = start or _is_boundary(mark)
    coordinated = mark in _COORDINATORS
    governor = "" if bounded else _governor(doc, left)
    governed = bool(governor)
    opens = bounded or (coordinated and not governed)
    return Position(
        proclitic=place > 0 and has_proclitic(doc, place),
        opens=opens,
        first=start or mark[:1] in _STRONG_END,
        governed=governed,
        indicative=governor in _INDICATIVE,
        question=opens and _in_question(doc, place),
    )


def has_proclitic(doc: Doc, place: int) -> bool:
    """Tell whether a clitic pronoun stands right before a token."""
    before = doc[place - 1]
    form = before.lower_
    if form in PROCLITICS or form in JOINED_PROCLITICS:
        return True
    if form not in THIRD_PROCLITICS:
        return False
    cluster = place > 1 and doc[place - 2].lower_ in PROCLITICS
    polite = before.text in ("La", "Le") and place > 1 and not before.is_sent_start
    return before.pos_ == "PRON" or cluster or polite


def _is_boundary(form: str) -> bool:
    if form[0] in _BOUNDARIES or form.isspace():
        return True
    return not form[-1].isalnum() and form[-1] not in "'’"


def _is_transparent(token: Token) -> bool:
    form = token.lower_
    if form in _COURTESIES or (form in ("per", "nel") and token.nbor().lower_ in _COURTESIES):
        return True
    if form in _SOFTENERS or form in PROCLITICS or form in JOINED_PROCLITICS:
        return form != "se" or token.nbor().lower_ in THIRD_PROCLITICS
    return form in THIRD_PROCLITICS and token.pos_ != "DET"


def _governor(doc: Doc, place: int) -> str:
    """Give the subordinator or subject pronoun that comes earlier in the clause, or ""."""
    while place >= 0:
        form = doc[place].lower_
        if form in _SUBORDINATORS or form in _SUBJECTS:
            return form
        if _is_boundary(form) or doc[place].is_sent_start:
            return ""
        place -= 1
    return ""


def _in_question(doc: Doc, place: int) -> bool:
    """Tell whether the sentence ends with a question mark."""
    for index in range(place + 1, len(doc)):
        token = doc[index]
        if "?" in token.text:
            return True
        if token.is_sent_start or token.text[0] in _STRONG_END:
            return False
    return False
