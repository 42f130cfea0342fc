"""Where a verb form stands: what the words before it say about its mood.

All is read off forms and the sentence, not off the parse: proclitics, the start of a clause,
subordinators and question marks are surer on unseen text than relations are.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

PROCLITICS = frozenset("mi ti ci vi si me te ce ve se".split())
"""Pronouns that are always pronouns when a verb can follow."""

THIRD_PROCLITICS = frozenset("lo la li le gli ne".split())
"""Pronouns that may be articles too."""

JOINED_PROCLITICS = frozenset("glielo gliela glieli gliele gliene".split())

_SOFTENERS = frozenset(
    """non gentilmente cortesemente pure allora quindi poi intanto invece semplicemente
    eventualmente comunque magari anche prego inoltre infine nel_frattempo dunque perciò così ora
    adesso subito prima""".split()
)
"""Words that may stand between the start of a clause and a request."""

_COORDINATORS = frozenset("e ed o od oppure ma però altrimenti".split())
_SUBORDINATORS = frozenset(
    """che se perché quando chi dove come cui qualora affinché benché sebbene purché nonostante
    mentre finché appena quanto quale quali ch' c' cos' perche poiché siccome""".split()
)
_BOUNDARIES = frozenset(",;:.!?…-–—()[]\"“”«»*•→")
_STRONG_END = frozenset(".!?…")
_SUBJECTS = frozenset("tu io noi voi egli ella essa esso".split())


@dataclass(frozen=True, slots=True)
class Position:
    """Where a verb form stands in its clause.

    `opens`: only proclitics, *non* and softening adverbs lie between it and the clause's start.
    `first`: that start is the sentence's start, or follows a strong mark.
    `governed`: a subordinator or a subject pronoun comes before it in its clause.
    """

    proclitic: bool
    opens: bool
    first: bool
    governed: bool
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
    governed = not bounded and _governed(doc, left)
    return Position(
        proclitic=place > 0 and has_proclitic(doc, place),
        opens=bounded or (coordinated and not governed),
        first=start or mark[:1] in _STRONG_END,
        governed=governed,
        question=_in_question(doc, place),
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
    return form[0] in _BOUNDARIES or form.isspace() or not form[-1].isalnum() and form[-1] not in "'’"


def _is_transparent(token: Token) -> bool:
    form = token.lower_
    if form in _SOFTENERS or form in PROCLITICS or form in JOINED_PROCLITICS:
        return form != "se" or token.nbor().lower_ in THIRD_PROCLITICS
    return form in THIRD_PROCLITICS and token.pos_ != "DET"


def _governed(doc: Doc, place: int) -> bool:
    """Tell whether a subordinator or a subject pronoun comes earlier in the clause."""
    while place >= 0:
        form = doc[place].lower_
        if form in _SUBORDINATORS or form in _SUBJECTS:
            return True
        if _is_boundary(form) or doc[place].is_sent_start:
            return False
        place -= 1
    return False


def _in_question(doc: Doc, place: int) -> bool:
    """Tell whether the sentence ends with a question mark."""
    for token in doc[place + 1 :]:
        if "?" in token.text:
            return True
        if token.is_sent_start or token.text[0] in _STRONG_END:
            return False
    return False
