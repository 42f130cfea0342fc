"""Whether a clause denies what it says: negation and its scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.chains import Chain
from replylint.language.frames import Polarity
from replylint.language.grammar import grammar
from replylint.language.verbs import form, is_break

if TYPE_CHECKING:
    from spacy.tokens import Doc


def polarity_of(doc: Doc, chain: Chain, start: int, end: int) -> Polarity:
    """Denied or affirmed; two negations cancel out, "non … che" affirms."""
    denials = 0
    for index in range(chain.first, chain.head + 1):
        if form(doc[index]) in grammar().negators and not _idle_negation(doc, index, chain, end):
            denials += 1
    denials += sum(link.lemma in grammar().denying_lights for link in chain.links)
    if chain.has("inverting"):
        denials += 1
    if denials == 0 and _negative_before(doc, chain, start):
        denials = 1
    if denials == 0 and (_complement_negative(doc, chain, end) or _mica(doc, chain, start, end)):
        denials = 1
    return "denied" if denials % 2 else "affirmed"


def _idle_negation(doc: Doc, index: int, chain: Chain, end: int) -> bool:
    """ "non appena", "non solo", "non possiamo che", "finché non": a non that denies nothing."""
    following = form(doc[index + 1]) if index + 1 < end else ""
    table = grammar()
    if following in table.idle_after_non:
        return True
    if index > 0 and any(
        form(token) in table.idle_before_non for token in doc[max(0, index - 4) : index]
    ):
        return True
    return any(form(doc[i]) == "che" for i in range(chain.outer + 1, chain.head))


def _negative_before(doc: Doc, chain: Chain, start: int) -> bool:
    """A negative subject or "senza", "né", "mai" before the verb, in the same clause."""
    for index in range(chain.first - 1, start - 1, -1):
        if is_break(doc[index]) or doc[index].text == ",":
            return False
        word = form(doc[index])
        if word in ("senza", "zero"):
            return index == chain.first - 1
        if word in grammar().negative_words:
            return True
    return False


def _mica(doc: Doc, chain: Chain, start: int, end: int) -> bool:
    """ "mica li vedo", "lo vedo mica": the colloquial negation, with or without non."""
    return any(form(doc[i]) == "mica" for i in range(start, min(end, chain.head + 3)))


def _complement_negative(doc: Doc, chain: Chain, end: int) -> bool:
    """ "abbiamo zero visibilità", "c'è nessun rimborso": a negative determiner right behind."""
    following = range(chain.head + 1, min(end, chain.head + 2))
    return any(form(doc[i]) in grammar().negative_determiners for i in following)
