"""Verb chains: the auxiliaries, modals and wrapping verbs in front of a content verb, unwrapped.

"non è stata ancora presa in carico", "La invitiamo gentilmente a compilare", "non siamo in grado
di rimborsarla", "le basta rispondere": each is one chain with one predicate. The walk goes from
left to right over the tokens and looks at verb forms and prepositions; the tree is not asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from replylint.language.grammar import grammar
from replylint.language.links import Link, LinkKind
from replylint.language.unwrapping import next_step
from replylint.language.verbs import (
    form,
    is_adverbial,
    is_clitic,
    is_verb,
    leans_on_verb,
    verb_form,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Chain:
    """A verb group from its first word (negation and proclitics included) to its predicate.

    Attributes:
        first: index of the first token of the group.
        outer: index of the outermost verb, whose inflection decides person and mood.
        head: index of the predicate, the last verb, adjective or noun of the group.
        links: the steps between, outermost first.
        verbs: indices of all members, in order.
    """

    first: int
    outer: int
    head: int
    links: tuple[Link, ...]
    verbs: tuple[int, ...]

    def has(self, *kinds: LinkKind) -> bool:
        """Whether a step of one of these kinds was unwrapped."""
        return any(link.kind in kinds for link in self.links)

    def link(self, *kinds: LinkKind) -> Link | None:
        """The outermost step of one of these kinds."""
        return next((link for link in self.links if link.kind in kinds), None)


def verb_chains(doc: Doc, start: int, end: int) -> list[Chain]:
    """The chains of one sentence, tokens [start, end), in order."""
    chains: list[Chain] = []
    position = start
    while position < end:
        token = doc[position]
        if (
            is_verb(token)
            and not _attributive(token, start)
            and not _menu_name(doc, position, start)
        ):
            chain = _chain(doc, position, start, end)
            chains.append(chain)
            position = chain.head + 1
        else:
            position += 1
    return chains or _elliptical(doc, start, end)


def _menu_name(doc: Doc, index: int, start: int) -> bool:
    """ "nella sezione Apri Conto": a verb in a name, capitals in the middle of a sentence."""
    if index <= start or not doc[index].text.istitle() or index + 1 >= len(doc):
        return False
    before = doc[index - 1]
    return before.is_alpha and doc[index + 1].text.istitle()


def _elliptical(doc: Doc, start: int, end: int) -> list[Chain]:
    """ "Rimborso effettuato ieri.": a noun and its participle that stand for a whole sentence."""
    for index in range(start + 1, min(end, start + 4)):
        if doc[index].pos_ == "ADP":
            return []
        if is_verb(doc[index]) and verb_form(doc[index]).kind == "Part":
            return [Chain(index, index, index, (), (index,))]
    return []


def _attributive(token: Token, start: int) -> bool:
    """A participle that only modifies a noun ("il servizio richiesto", "cordiali saluti")."""
    if verb_form(token).kind != "Part":
        return False
    if token.i == start:
        return token.dep_ in ("amod", "acl") and token.head.i > token.i
    before = token.doc[token.i - 1]
    while before.i > start and is_adverbial(before) and not is_clitic(before):
        before = token.doc[before.i - 1]
    return before.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "NUM") or (
        token.dep_ in ("amod", "acl") and before.pos_ not in ("PUNCT", "SPACE", "CCONJ")
    )


def _chain(doc: Doc, outer: int, start: int, end: int) -> Chain:
    links: list[Link] = []
    verbs = [outer]
    current = outer
    while len(verbs) < 7:
        step = next_step(doc, current, end, links)
        if step is None:
            break
        link, current = step
        links.append(link)
        verbs.append(current)
    return Chain(_first(doc, outer, start), outer, current, tuple(links), tuple(verbs))


def _first(doc: Doc, outer: int, start: int) -> int:
    """Walk back over proclitics, negation and adverbs that lean on the verb."""
    first = outer
    while first > start:
        before = doc[first - 1]
        if leans_on_verb(before) or form(before) in grammar().negators:
            first -= 1
        else:
            break
    return first


def clitics_of(doc: Doc, chain: Chain) -> tuple[str, ...]:
    """Clitic pronouns of the whole group, proclitic and enclitic, in order."""
    found: list[str] = []
    for index in range(chain.first, chain.head + 1):
        token = doc[index]
        if index in chain.verbs:
            found.extend(token._.clitics or ())
        elif leans_on_verb(token) if index < chain.outer else is_clitic(token):
            found.append(form(token))
    return tuple(found)
