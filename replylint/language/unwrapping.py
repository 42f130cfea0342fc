"""One step of unwrapping: from an auxiliary, modal or wrapping verb to the verb behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.evaluations import evaluation, predicate
from replylint.language.grammar import grammar
from replylint.language.links import Link, LinkKind
from replylint.language.targets import disguised_participle, marked_infinitive, next_verb
from replylint.language.verbs import form, is_adverbial, is_verb, lemma, verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc


Step = tuple[Link, int]


def next_step(doc: Doc, at: int, end: int, links: list[Link]) -> Step | None:
    """One unwrapping from the verb or predicate at `at`, or None where the chain ends."""
    table = grammar()
    word = lemma(doc[at])
    after_predicate = bool(links) and links[-1].kind in ("evaluative", "capacity")
    if after_predicate:
        return None
    if verb_form(doc[at]).kind == "Part" and word not in table.wrapping_participles:
        if word in table.causative:
            return _caused(doc, at, end, word)
        return _wrapped_infinitive(doc, at, end, word)
    for attempt in (evaluation, _auxiliary, predicate):
        found = attempt(doc, at, end, word)
        if found is not None:
            return found
    if word in table.causative:
        return _caused(doc, at, end, word)
    return _wrapped_infinitive(doc, at, end, word)


def _caused(doc: Doc, at: int, end: int, word: str) -> Step | None:
    """ "le faremo avere", "ho fatto ripartire"; "come faccio a cambiare" asks how one can."""
    kind: LinkKind = "causative"
    if at + 1 < end and form(doc[at + 1]) in ("a", "ad"):
        kind, at = "capacity", at + 1
    return _linked(kind, word, at, next_verb(doc, at, end, ("Inf",), marks=False))


def _linked(kind: LinkKind, word: str, at: int, target: int | None) -> Step | None:
    return None if target is None else (Link(kind, word, at), target)


def _auxiliary(doc: Doc, at: int, end: int, word: str) -> Step | None:
    if word == "stare":
        return _progressive(doc, at, end)
    if word in grammar().appearing:
        return _linked("passive", word, at, next_verb(doc, at, end, ("Part",), marks=False))
    if word not in grammar().auxiliaries:
        return None
    target = next_verb(doc, at, end, ("Part",), marks=False)
    if target is None and word == "avere":
        target = disguised_participle(doc, at, end)
    if target is None or (word == "andare" and target != at + 1):
        return None
    perfect = word == "avere" or (
        word == "essere" and (lemma(doc[target]) in grammar().essere_verbs or _reflexive(doc, at))
    )
    return Link("perfect" if perfect else "passive", word, at), target


def _progressive(doc: Doc, at: int, end: int) -> Step | None:
    """ "sto verificando", "sta per partire"."""
    target = next_verb(doc, at, end, ("Ger",), marks=False)
    if target is not None:
        return Link("progressive", "stare", at), target
    if at + 1 >= end or form(doc[at + 1]) != "per":
        return None
    return _linked("imminent", "stare", at, next_verb(doc, at, end, ("Inf",), marks=True))


def _reflexive(doc: Doc, at: int) -> bool:
    """ "ci siamo attivati", "si è rotto": essere as the auxiliary of a reflexive verb."""
    token = doc[at]
    number, person = verb_form(token).number, verb_form(token).person
    pronouns = {
        ("1", "Plur"): "ci", ("1", "Sing"): "mi", ("2", "Sing"): "ti", ("2", "Plur"): "vi",
    }  # fmt: skip
    wanted = {pronouns.get((person, number), "si"), "s'"}
    return at > 0 and form(doc[at - 1]) in wanted


def _wrapped_infinitive(doc: Doc, at: int, end: int, word: str) -> Step | None:
    """The infinitive behind a modal, an impersonal verb, or one that asks, enables or commits."""
    table = grammar()
    if _restricted(doc, at, end) and (word in table.modals or word in table.only_verbs):
        kind: LinkKind = "modal" if word in table.modals else "impersonal"
        return Link(kind, word, at), next(i for i in range(at + 1, end) if is_verb(doc[i]))
    if word in table.modals:
        return _linked("modal", word, at, next_verb(doc, at, end, ("Inf",), marks=True))
    if word in table.impersonal:
        return _linked("impersonal", word, at, next_verb(doc, at, end, ("Inf",), marks=True))
    found = _wrapper_kind(word)
    target = marked_infinitive(doc, at, end)
    if found is None or target is None or (found == "asking" and _asks_others(doc, at, target)):
        return None
    return Link(found, word, at), target


def _wrapper_kind(word: str) -> LinkKind | None:
    table = grammar()
    if word in table.asking:
        return "asking"
    if word in table.enabling:
        return "enabling"
    if word in table.inverting:
        return "inverting"
    return "own" if word in table.own else None


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
