"""What a clause does in the talk: its force, and its time and modality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.agents import heads_clause
from replylint.language.chains import Chain, clitics_of
from replylint.language.frames import Agent, Force, Modality, Standing, Time
from replylint.language.grammar import grammar
from replylint.language.standing import conditional
from replylint.language.subjects import subject_of
from replylint.language.verbs import form, lemma, maybe_imperative, verb_form
from replylint.language.voices import Voices

if TYPE_CHECKING:
    from spacy.tokens import Doc


def time_of(doc: Doc, chain: Chain, start: int, end: int) -> Time:
    """Done, going on, or still to come."""
    verb = verb_form(doc[chain.outer])
    if chain.has("imminent") or verb.tense == "Fut":
        return "future"
    hypothetical = verb.mood == "Sub" and not chain.has("perfect")
    if chain.has("perfect") or (verb.tense in ("Past", "Imp") and not hypothetical):
        return "done"
    if chain.has("passive") and lemma(doc[chain.outer]) == "essere" and not chain.has("asking"):
        stative = lemma(doc[chain.head]) in grammar().stative_participles
        return "now" if stative else "done"
    if verb.kind == "Part":
        return "done"
    if verb.kind == "Fin" and any(
        form(doc[index]) in grammar().future_adverbs for index in range(start, end)
    ):
        return "future"
    return "now"


def modality_of(doc: Doc, chain: Chain) -> Modality:
    """Can, must, would or none, from the outermost step that says one."""
    table = grammar()
    for link in chain.links:
        found = {
            "modal": table.modals.get(link.lemma),
            "impersonal": table.impersonal.get(link.lemma),
            "evaluative": table.evaluative.get(link.lemma, "can"),
            "capacity": "can",
            "enabling": "can",
        }.get(link.kind)
        if found is not None:
            return found  # type: ignore[return-value]  # grammar.yaml holds modalities only
    if verb_form(doc[chain.outer]).mood == "Cnd":
        return "would"
    if chain.has("passive") and lemma(doc[chain.outer]) == "andare":
        return "must"
    return "none"


def force_of(
    doc: Doc,
    chain: Chain,
    span: tuple[int, int],
    agent: Agent,
    standing: Standing,
    voices: Voices,
    *,
    before: Chain | None,
    question: bool,
) -> Force:
    """The force of one clause; `question`: its sentence ends with a question mark."""
    start, _ = span
    if conditional(doc, chain, start, before):
        return "condition"
    verb = verb_form(doc[chain.outer])
    if question and standing in ("main", "coordinate") and verb.finite:
        return _asked_force(doc, chain, agent, voices)
    if lemma(doc[chain.outer]) in grammar().wishing and verb.first:
        return "wish"
    if _directive(doc, chain, agent, standing, voices, start):
        return "directive"
    if _offers(doc, chain, agent, voices):
        return "offer"
    return "statement"


def _asked_force(doc: Doc, chain: Chain, agent: Agent, voices: Voices) -> Force:
    """A question, or the request or offer that it is put for."""
    verb = verb_form(doc[chain.outer])
    if verb.first:
        if modality_of(doc, chain) == "must" or chain.has("capacity"):
            return "question"  # "devo venire io?", "come faccio a disdire?"
        asking = chain.has("asking")
        return "directive" if asking and agent == voices.hearer else "offer"
    if agent != voices.hearer or chain.has("perfect"):
        return "question"
    asks = bool(grammar().first_clitics.intersection(clitics_of(doc, chain)))
    modal = chain.link("modal")
    if modal is not None and modal.lemma == "volere":
        return "offer"
    requests = asks or modal is not None or verb.polite_request
    return "directive" if requests else "question"


def _directive(
    doc: Doc, chain: Chain, agent: Agent, standing: Standing, voices: Voices, start: int
) -> bool:
    if agent != voices.hearer:
        return False
    verb = verb_form(doc[chain.outer])
    independent = standing in ("main", "coordinate", "quoted")
    past = chain.has("perfect") or verb.tense in ("Past", "Imp")
    if chain.has("asking", "inverting"):
        return not past or chain.has("passive")
    if verb.polite_request:
        return independent
    informal = verb.person == "2" or voices.address in ("tu", "unknown")
    # imperatives take their pronouns behind; "prova a riavviare" is one as "riavvia" is
    bare = chain.first == chain.outer and all(link.kind == "own" for link in chain.links)
    if bare and informal and maybe_imperative(doc[chain.outer]):
        return independent and subject_of(doc, chain, start, chain.head) is None
    if past:
        return False
    if chain.has("modal", "impersonal", "evaluative", "capacity"):
        return standing != "relative" and modality_of(doc, chain) in ("can", "must")
    if verb.kind == "Inf":
        return independent and heads_clause(doc, chain, start)
    return chain.has("passive") and lemma(doc[chain.outer]) == "andare"


def _offers(doc: Doc, chain: Chain, agent: Agent, voices: Voices) -> bool:
    """ "possiamo proporle uno sconto": the speaker could do something for the hearer."""
    if agent != voices.speaker or not chain.has("modal"):
        return False
    link = chain.link("modal")
    can = link is not None and grammar().modals.get(link.lemma) in ("can", "would")
    denied = any(form(doc[i]) in grammar().negators for i in range(chain.first, chain.head))
    toward = grammar().beneficiary_clitics.intersection(clitics_of(doc, chain))
    return can and bool(toward) and not denied and not chain.has("perfect")
