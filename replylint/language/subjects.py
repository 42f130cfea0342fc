"""The subject of a clause and the party that a noun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.chains import Chain, clitics_of
from replylint.language.frames import Agent
from replylint.language.grammar import grammar
from replylint.language.verbs import form, is_clitic, lemma, verb_form
from replylint.language.voices import Voices

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def subject_of(doc: Doc, chain: Chain, start: int, end: int) -> Token | None:
    """The subject noun of a chain: by the tree, else a bare noun phrase right before it."""
    for index in chain.verbs:
        for child in doc[index].children:
            if child.dep_.startswith("nsubj") and start <= child.i < end and not is_clitic(child):
                if child.i > chain.head and verb_form(doc[chain.outer]).polite_request:
                    continue
                if _vocative(doc, chain, child):
                    continue
                return None if _dislocated(doc, chain, child) else child
    before = chain.first - 1
    if before >= start and doc[before].pos_ in ("NOUN", "PROPN", "PRON"):
        low = before
        while low > start and doc[low - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN"):
            low -= 1
            if doc[low].pos_ == "DET" and lemma(doc[low]) == "il":
                break
        if low == start or doc[low - 1].pos_ not in ("ADP", "VERB", "AUX"):
            bare = is_clitic(doc[before]) or _dislocated(doc, chain, doc[before])
            return None if bare else doc[before]
    return None


def _vocative(doc: Doc, chain: Chain, noun: Token) -> bool:
    """ "Gentile Cliente, ci scriva": a noun cut off from its verb by a comma is spoken to.

    Two commas close an aside: "il pacco, reso ieri, è qui" keeps its subject.
    """
    between = doc[noun.i : chain.first]
    return sum(token.text == "," for token in between) % 2 == 1


def _dislocated(doc: Doc, chain: Chain, noun: Token) -> bool:
    """ "La contestazione la deve presentare": a fronted object, taken up again by a pronoun."""
    if noun.i > chain.first or noun.pos_ == "PRON" or lemma(noun) in grammar().company_nouns:
        return False
    taken_up = grammar().resuming_clitics.intersection(clitics_of(doc, chain))
    return bool(taken_up) and noun.pos_ != "PROPN"


def party(doc: Doc, subject: Token, voices: Voices) -> Agent:
    """The party that a subject noun or pronoun stands for."""
    table = grammar()
    word, text = lemma(subject), form(subject)
    ours = any(lemma(child) == "nostro" for child in subject.children) or (
        subject.i > 0 and lemma(doc[subject.i - 1]) == "nostro"
    )
    if word in table.speaker_pronouns or text in table.speaker_pronouns:
        return voices.speaker
    if word in table.customer_nouns or text in table.hearer_pronouns:
        return voices.hearer if voices.speaker == "company" else "customer"
    if word in table.company_nouns and not _foreign(subject, voices):
        return "company"
    return "company" if ours and word in table.company_nouns else "third"


def _foreign(subject: Token, voices: Voices) -> bool:
    """ "il vostro ufficio" in a reply, "il mio tecnico" in a message: not the company's people."""
    table = grammar()
    company_speaks = voices.speaker == "company"
    others = table.foreign_possessives if company_speaks else table.own_possessives
    return any(lemma(child) in others for child in subject.children)


def by_agent(doc: Doc, chain: Chain, end: int, voices: Voices) -> Agent:
    """The "da" phrase of a passive; without one nobody is named."""
    for index in range(chain.head + 1, min(end, chain.head + 5)):
        if form(doc[index]) in grammar().by_prepositions:
            for noun in doc[index + 1 : min(end, index + 4)]:
                if noun.pos_ in ("NOUN", "PRON", "PROPN"):
                    return party(doc, noun, voices)
    return "nobody"
