"""The phrases around a predicate, cut by prepositions rather than by the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from replylint.language.chains import Chain
from replylint.language.frames import Argument, Role
from replylint.language.grammar import grammar
from replylint.language.verbs import form, is_break, is_clitic, is_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def phrases(doc: Doc, chain: Chain | None, start: int, end: int) -> tuple[Argument, ...]:
    """The arguments of a clause in [start, end); those before the chain count as fronted."""
    members = set(chain.verbs) if chain else set()
    found: list[Argument] = []
    for low, high in _chunks(doc, start, end, members):
        head = _head(doc, low, high)
        if head is not None:
            found.append(Argument(_role(doc, low, head, chain), lemma(head), low, high))
    return tuple(found)


def _chunks(doc: Doc, start: int, end: int, members: set[int]) -> Iterator[tuple[int, int]]:
    """Split a clause at prepositions, commas, conjunctions and verbs."""
    table = grammar()
    low: int | None = None
    for index in range(start, end):
        token = doc[index]
        if _ends_chunk(token, index in members):
            if low is not None:
                yield low, index
            low = None
            if form(token) in table.here:
                yield index, index + 1
        elif low is None:
            low = index
        elif token.pos_ == "DET" and doc[index - 1].pos_ in ("NOUN", "PROPN"):
            # "alla fabbrica un pezzo": an article behind a noun opens another phrase
            yield low, index
            low = index
        elif (
            token.pos_ == "ADP"
            and form(token) not in table.of_prepositions
            and doc[index - 1].pos_ != "ADP"
        ):
            # prepositions in a row ("fino a", "insieme con") open one phrase
            yield low, index
            low = index
    if low is not None:
        yield low, end


def _ends_chunk(token: Token, member: bool) -> bool:
    return (
        member
        or is_break(token)
        or token.text == ","
        or token.pos_ in ("CCONJ", "SCONJ", "AUX")
        or (token.pos_ == "VERB" and is_verb(token) and token.dep_ not in ("amod", "acl"))
        or is_clitic(token)
        or (token.pos_ == "ADV" and token.dep_ != "advmod")
        or form(token) in grammar().here
    )


def _head(doc: Doc, low: int, high: int) -> Token | None:
    for wanted in (("NOUN", "PROPN"), ("NUM", "X", "SYM"), ("PRON", "ADJ")):
        for index in range(low, high):
            if doc[index].pos_ in wanted or form(doc[index]) in grammar().here:
                return doc[index]
    return None


def _role(doc: Doc, low: int, head: Token, chain: Chain | None) -> Role:
    table = grammar()
    first = form(doc[low])
    if form(head) in table.here:
        return "place"
    if form(head) in table.future_adverbs or first in table.time_openers:
        return "time"
    if first in table.person_prepositions and _person(head):
        return "recipient"
    preposition = table.role_prepositions.get(first)
    if preposition is not None:
        return preposition  # type: ignore[return-value]  # grammar.yaml holds roles only
    if doc[low].pos_ == "ADP":
        return "other"
    if chain is None:
        return "complement"
    if head.i < chain.head:
        return "subject" if head.dep_.startswith("nsubj") else "other"
    return "complement" if chain.has("copula") else "object"


def _person(head: Token) -> bool:
    table = grammar()
    word = lemma(head)
    return (
        word in table.people_nouns
        or word in table.company_nouns
        or word in table.customer_nouns
        or (head.pos_ == "PROPN" and head.text[:1].isupper() and not head.text.isupper())
        or (head.pos_ == "PRON" and not form(head)[:1].isdigit())
    )
