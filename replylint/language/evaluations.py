"""Predicates that are no verbs: "è necessario", "siamo in grado di", "il pacco è fermo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.grammar import grammar
from replylint.language.links import Link
from replylint.language.targets import next_verb
from replylint.language.verbs import form, is_break, is_verb, lemma, verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREDICATE_REACH = 5


def evaluation(doc: Doc, at: int, end: int, word: str) -> tuple[Link, int] | None:
    """The infinitive behind "è necessario", "siamo in grado di", "è tenuto a", "avere modo di"."""
    table = grammar()
    if word == "avere":
        noun = _content_after(doc, at, end, table.can_nouns)
        if noun is not None and is_verb(doc[noun]):  # "avremmo potuto"
            return None
        target = None if noun is None else next_verb(doc, noun, end, ("Inf",), marks=True)
        return None if target is None else (Link("capacity", word, at), target)
    if word not in table.copulas and word not in table.judging:
        return None
    noun = _content_after(doc, at, end, frozenset(table.evaluative) | table.can_nouns)
    target = None if noun is None else next_verb(doc, noun, end, ("Inf",), marks=True)
    if noun is None or target is None:
        return None
    return Link("evaluative", form_lemma(doc[noun]), noun), target


def predicate(doc: Doc, at: int, end: int, word: str) -> tuple[Link, int] | None:
    """Copula + adjective, noun or adverb: that is what the clause says."""
    if word not in grammar().copulas:
        return None
    complement = _complement(doc, at, end)
    return None if complement is None else (Link("copula", word, at), complement)


def form_lemma(token: Token) -> str:
    """The lemma if grammar knows it, else the masculine singular that the form suggests."""
    word = lemma(token)
    if word in grammar().evaluative or word in grammar().can_nouns:
        return word
    stem = form(token)
    return stem[:-1] + "o" if stem[:-1] + "o" in grammar().evaluative else stem


def _content_after(doc: Doc, at: int, end: int, wanted: frozenset[str]) -> int | None:
    """The first noun or adjective of a class within reach, skipping small words."""
    for index in range(at + 1, min(end, at + 1 + _PREDICATE_REACH)):
        token = doc[index]
        infinitive = is_verb(token) and verb_form(token).kind == "Inf"  # "poterle" is no noun here
        if not infinitive and (form_lemma(token) in wanted or form(token) in wanted):
            return index
        if infinitive or is_break(token) or token.pos_ in ("VERB", "SCONJ", "CCONJ"):
            return None
    return None


def _complement(doc: Doc, at: int, end: int) -> int | None:
    """The predicative adjective, noun, pronoun or adverb after a copula.

    "risulta un ordine", "restano due posti": the noun is the subject, nothing is said of it.
    """
    existential = lemma(doc[at]) in grammar().appearing
    remained = verb_form(doc[at]).kind == "Part"
    for index in range(at + 1, min(end, at + 1 + _PREDICATE_REACH)):
        token = doc[index]
        if existential and _opens_subject(token, remained=remained):
            return None
        if token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM"):
            return index
        if token.pos_ not in ("ADV", "DET", "PRON", "INTJ", "ADP") or is_break(token):
            return None
    return None


def _opens_subject(token: Token, *, remained: bool) -> bool:
    """Not "resta a sua disposizione", and behind "rimasto" ("in coda") no noun at all."""
    if token.pos_ == "DET":
        return not token.morph.get("Poss", [])
    return token.pos_ == "NUM" or (remained and token.pos_ in ("NOUN", "PROPN"))
