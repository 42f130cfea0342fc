"""The next verb of a chain: behind adverbs, clitics and prepositions, and under other tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.grammar import grammar
from replylint.language.lexicon import analyses, is_known
from replylint.language.verbs import form, is_adverbial, is_break, is_verb, verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INFINITIVE_ENDINGS = ("are", "ere", "ire")
_WRAPPER_REACH = 8


def next_verb(doc: Doc, at: int, end: int, kinds: tuple[str, ...], *, marks: bool) -> int | None:
    """The next verb of one of `kinds` behind adverbs, clitics and (if `marks`) a preposition."""
    for index in range(at + 1, min(end, at + 7)):
        token = doc[index]
        if is_verb(token):
            return index if verb_form(token).kind in kinds else None
        if "Inf" in kinds and index > at + 1 and _disguised_infinitive(doc, index):
            return index
        skippable = is_adverbial(token) or (marks and form(token) in grammar().infinitive_marks)
        if not skippable and not _aside(token):
            return None
    return None


def _aside(token: Token) -> bool:
    """ "può, per favore, indicarci": short courtesies inside a verb group."""
    return form(token) in grammar().courtesies


def marked_infinitive(doc: Doc, at: int, end: int) -> int | None:
    """The infinitive that a wrapping verb governs by a preposition, behind its object if any."""
    for index in range(at + 1, min(end, at + 1 + _WRAPPER_REACH)):
        token = doc[index]
        if is_verb(token) or _disguised_infinitive(doc, index):
            if is_verb(token) and verb_form(token).kind != "Inf":
                return None
            return index if _marked(doc, index, at) else None
        if is_break(token) or form(token) in grammar().wrapper_stops:
            return None
    return None


def _marked(doc: Doc, infinitive: int, at: int) -> bool:
    index = infinitive - 1
    while index > at and is_adverbial(doc[index]):
        index -= 1
    return form(doc[index]) in grammar().governing_marks or index == at


def _disguised_infinitive(doc: Doc, index: int) -> bool:
    """ "prova a disinstallare": an infinitive behind a or di that was taken for a noun."""
    token = doc[index]
    marked = form(doc[index - 1]) in grammar().naming_marks
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X") or not marked:
        return False
    readings = analyses(token.text)
    if not readings:  # a verb that the lexicon does not know: "disinstallare"
        return form(token).endswith(_INFINITIVE_ENDINGS) and not is_known(token.text)
    return all(reading.mood == "Inf" for reading in readings)


def disguised_participle(doc: Doc, at: int, end: int) -> int | None:
    """ "ho appena corretto": a participle behind avere that was taken for an adjective."""
    for index in range(at + 1, min(end, at + 4)):
        token = doc[index]
        if token.pos_ in ("ADJ", "NOUN", "PROPN", "X") and _may_be_participle(token):
            return index
        if not is_adverbial(token):
            return None
    return None


def _may_be_participle(token: Token) -> bool:
    return any(reading.mood == "Part" for reading in analyses(token.text))
