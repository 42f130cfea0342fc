"""Verb chains: the auxiliaries, modals and wrapping verbs in front of a content verb, unwrapped.

"non è stata ancora presa in carico", "La invitiamo gentilmente a compilare", "non siamo in grado
di rimborsarla", "le basta rispondere": each is one chain with one predicate. The walk goes from
left to right over the tokens and looks at verb forms and prepositions; the tree is not asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from replylint.language.grammar import grammar
from replylint.language.lexicon import analyses, is_known
from replylint.language.verbs import (
    form,
    is_adverbial,
    is_break,
    is_clitic,
    is_verb,
    leans_on_verb,
    lemma,
    verb_form,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LinkKind = Literal[
    "perfect", "passive", "progressive", "imminent", "modal", "impersonal", "evaluative",
    "asking", "enabling", "own", "inverting", "causative", "copula", "capacity",
]  # fmt: skip

_INFINITIVE_MARKS = frozenset({"a", "ad", "di", "da", "per", "d'", "nel", "dal"})
_INFINITIVE_ENDINGS = ("are", "ere", "ire")
_WRAPPER_REACH = 8
_PREDICATE_REACH = 5


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the unwrapping: what kind, by which lemma, at which token."""

    kind: LinkKind
    lemma: str
    token: int


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
        if is_verb(token) and not _attributive(token, start):
            chain = _chain(doc, position, start, end)
            chains.append(chain)
            position = chain.head + 1
        else:
            position += 1
    return chains or _elliptical(doc, start, end)


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
        step = _step(doc, current, end, links)
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


def _step(doc: Doc, at: int, end: int, links: list[Link]) -> tuple[Link, int] | None:
    """One unwrapping from the verb or predicate at `at`, or None where the chain ends."""
    table = grammar()
    word = lemma(doc[at])
    after_predicate = bool(links) and links[-1].kind in ("evaluative", "capacity")
    if after_predicate:
        return None
    if verb_form(doc[at]).kind == "Part" and word not in ("essere", "potere", "dovere", "volere"):
        return _wrapped_infinitive(doc, at, end, word)
    for attempt in (_evaluation, _auxiliary, _predicate):
        found = attempt(doc, at, end, word)
        if found is not None:
            return found
    if word in table.causative:
        target = _next_verb(doc, at, end, ("Inf",), marks=False)
        return None if target is None else (Link("causative", word, at), target)
    return _wrapped_infinitive(doc, at, end, word)


def _auxiliary(doc: Doc, at: int, end: int, word: str) -> tuple[Link, int] | None:
    if word == "stare":
        target = _next_verb(doc, at, end, ("Ger",), marks=False)
        if target is not None:
            return Link("progressive", word, at), target
        nearby = at + 1 < end and form(doc[at + 1]) == "per"
        target = _next_verb(doc, at, end, ("Inf",), marks=True) if nearby else None
        return None if target is None else (Link("imminent", word, at), target)
    if word not in ("essere", "avere", "venire", "andare"):
        return None
    target = _next_verb(doc, at, end, ("Part",), marks=False)
    if target is None and word == "avere":
        target = _disguised_participle(doc, at, end)
    if target is None or (word == "andare" and target != at + 1):
        return None
    if word == "avere":
        return Link("perfect", word, at), target
    perfect = word == "essere" and (
        lemma(doc[target]) in grammar().essere_verbs or _reflexive(doc, at)
    )
    return Link("perfect" if perfect else "passive", word, at), target


def _disguised_participle(doc: Doc, at: int, end: int) -> int | None:
    """ "ho appena corretto": a participle behind avere that was taken for an adjective."""
    for index in range(at + 1, min(end, at + 4)):
        token = doc[index]
        if token.pos_ in ("ADJ", "NOUN", "PROPN", "X") and _may_be_participle(token):
            return index
        if not is_adverbial(token):
            return None
    return None


def _disguised_infinitive(doc: Doc, index: int) -> bool:
    """ "prova a disinstallare": an infinitive behind a or di that was taken for a noun."""
    token = doc[index]
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X") or form(doc[index - 1]) not in (
        "a",
        "ad",
        "di",
    ):
        return False
    readings = analyses(token.text)
    if not readings:  # a verb that the lexicon does not know: "disinstallare"
        return form(token).endswith(_INFINITIVE_ENDINGS) and not is_known(token.text)
    return all(reading.mood == "Inf" for reading in readings)


def _may_be_participle(token: Token) -> bool:
    return any(reading.mood == "Part" for reading in analyses(token.text))


def _reflexive(doc: Doc, at: int) -> bool:
    """ "ci siamo attivati", "si è rotto": essere as the auxiliary of a reflexive verb."""
    token = doc[at]
    number, person = verb_form(token).number, verb_form(token).person
    pronouns = {
        ("1", "Plur"): "ci", ("1", "Sing"): "mi", ("2", "Sing"): "ti", ("2", "Plur"): "vi",
    }  # fmt: skip
    wanted = {pronouns.get((person, number), "si"), "s'"}
    return at > 0 and form(doc[at - 1]) in wanted


def _evaluation(doc: Doc, at: int, end: int, word: str) -> tuple[Link, int] | None:
    """The infinitive behind "è necessario", "siamo in grado di", "è tenuto a", "avere modo di"."""
    table = grammar()
    if word == "avere":
        noun = _content_after(doc, at, end, table.can_nouns)
        target = None if noun is None else _next_verb(doc, noun, end, ("Inf",), marks=True)
        return None if target is None else (Link("capacity", word, at), target)
    if word not in table.copulas and word not in ("rendere", "ritenere"):
        return None
    noun = _content_after(doc, at, end, frozenset(table.evaluative) | table.can_nouns)
    target = None if noun is None else _next_verb(doc, noun, end, ("Inf",), marks=True)
    if noun is None or target is None:
        return None
    return Link("evaluative", form_lemma(doc[noun]), noun), target


def _predicate(doc: Doc, at: int, end: int, word: str) -> tuple[Link, int] | None:
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
        if form_lemma(token) in wanted or form(token) in wanted:
            return index
        if is_break(token) or token.pos_ in ("VERB", "SCONJ", "CCONJ"):
            return None
    return None


def _complement(doc: Doc, at: int, end: int) -> int | None:
    """The predicative adjective, noun, pronoun or adverb after a copula."""
    for index in range(at + 1, min(end, at + 1 + _PREDICATE_REACH)):
        token = doc[index]
        if token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM"):
            return index
        if token.pos_ not in ("ADV", "DET", "PRON", "INTJ", "ADP") or is_break(token):
            return None
    return None


def _wrapped_infinitive(doc: Doc, at: int, end: int, word: str) -> tuple[Link, int] | None:
    table = grammar()
    if _restricted(doc, at, end) and word in (*table.modals, "restare", "rimanere", "fare"):
        kind: LinkKind = "modal" if word in table.modals else "impersonal"
        return Link(kind, word, at), next(i for i in range(at + 1, end) if is_verb(doc[i]))
    direct: dict[frozenset[str], LinkKind] = {
        frozenset(table.modals): "modal",
        frozenset(table.impersonal): "impersonal",
    }
    for lemmas, kind in direct.items():
        if word in lemmas:
            target = _next_verb(doc, at, end, ("Inf",), marks=True)
            return None if target is None else (Link(kind, word, at), target)
    wrappers: tuple[tuple[frozenset[str], LinkKind], ...] = (
        (table.asking, "asking"),
        (table.enabling, "enabling"),
        (table.inverting, "inverting"),
        (table.own, "own"),
    )
    for lemmas, kind in wrappers:
        if word in lemmas:
            target = _marked_infinitive(doc, at, end)
            if target is None or (kind == "asking" and _asks_others(doc, at, target)):
                return None
            return Link(kind, word, at), target
    return None


def _asks_others(doc: Doc, at: int, target: int) -> bool:
    """ "stiamo chiedendo alla banca di restituirlo": the asking itself is what is done."""
    table = grammar()
    for index in range(at + 1, target):
        if form(doc[index]) in table.person_prepositions:
            nouns = [token for token in doc[index + 1 : target] if token.pos_ in ("NOUN", "PROPN")]
            hearers = table.customer_nouns | table.people_nouns
            return bool(nouns) and lemma(nouns[0]) not in hearers
    return False


def _restricted(doc: Doc, at: int, end: int) -> bool:
    """ "non possiamo che darle ragione", "non resta che attendere": che + infinitive behind non."""
    index = at + 1
    while index < end and is_adverbial(doc[index]):
        index += 1
    if index + 1 >= end or form(doc[index]) != "che":
        return False
    following = doc[index + 1]
    denied = any(form(token) in grammar().negators for token in doc[max(0, at - 3) : at])
    return denied and is_verb(following) and verb_form(following).kind == "Inf"


def _next_verb(doc: Doc, at: int, end: int, kinds: tuple[str, ...], *, marks: bool) -> int | None:
    """The next verb of one of `kinds` behind adverbs, clitics and (if `marks`) a preposition."""
    for index in range(at + 1, min(end, at + 7)):
        token = doc[index]
        if is_verb(token):
            return index if verb_form(token).kind in kinds else None
        if "Inf" in kinds and index > at + 1 and _disguised_infinitive(doc, index):
            return index
        skippable = is_adverbial(token) or (marks and form(token) in _INFINITIVE_MARKS)
        if not skippable and not _aside(token):
            return None
    return None


def _aside(token: Token) -> bool:
    """ "può, per favore, indicarci": short courtesies inside a verb group."""
    return form(token) in ("per", "favore", "cortesia", "piacere", ",", "tutti", "tutto", "noi")


def _marked_infinitive(doc: Doc, at: int, end: int) -> int | None:
    """The infinitive that a wrapping verb governs by a preposition, behind its object if any."""
    for index in range(at + 1, min(end, at + 1 + _WRAPPER_REACH)):
        token = doc[index]
        if is_verb(token) or _disguised_infinitive(doc, index):
            if is_verb(token) and verb_form(token).kind != "Inf":
                return None
            return index if _marked(doc, index, at) else None
        if is_break(token) or form(token) in ("che", "se", "e", "o", "per"):
            return None
    return None


def _marked(doc: Doc, infinitive: int, at: int) -> bool:
    index = infinitive - 1
    while index > at and is_adverbial(doc[index]):
        index -= 1
    return form(doc[index]) in ("a", "ad", "di", "d'", "da") or index == at
