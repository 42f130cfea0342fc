"""Who does what a clause says: company, customer, a third party, or nobody in particular."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from replylint.language.chains import Chain, clitics_of
from replylint.language.frames import Agent
from replylint.language.grammar import grammar
from replylint.language.subjects import by_agent, party, subject_of
from replylint.language.verbs import (
    form,
    is_break,
    is_verb,
    leans_on_verb,
    lemma,
    maybe_imperative,
    verb_form,
)
from replylint.language.voices import Voices

if TYPE_CHECKING:
    from spacy.tokens import Doc


def agent_of(
    doc: Doc, chain: Chain, start: int, end: int, voices: Voices, inherited: Agent | None
) -> tuple[Agent, float]:
    """The agent of the chain's predicate and how sure it is (0–1).

    `inherited` is the agent of the clause before, for coordinations and non-finite clauses.
    """
    outer, certainty = _outer_agent(doc, chain, start, end, voices, inherited)
    if chain.has("passive") and not chain.has("asking"):
        verb = verb_form(doc[chain.outer])
        if _state(doc, chain) and verb.person in ("1", "2"):
            return outer, certainty
        due = lemma(doc[chain.outer]) == "andare"
        named = by_agent(doc, chain, end, voices)
        return (voices.hearer if due and named == "nobody" else named), 0.9
    asking = chain.link("asking")
    if asking is not None:
        return _asked(doc, chain, outer, voices), certainty
    if chain.has("enabling"):
        return _dative(doc, chain, voices) or "nobody", 0.8
    ours = _inside(doc, chain, grammar().speaker_pronouns)  # "tocca a noi sistemare"
    if chain.has("impersonal", "evaluative") and (ours or outer not in ("company", "customer")):
        return _obliged(doc, chain, voices), 0.9
    return outer, certainty


def _inside(doc: Doc, chain: Chain, pronouns: frozenset[str]) -> bool:
    return any(form(token) in pronouns for token in doc[chain.outer : chain.head])


def _state(doc: Doc, chain: Chain) -> bool:
    """ "siamo mortificati", "siamo chiusi", "sono rimasta delusa": no deed that others did."""
    link = chain.link("passive")
    stative = lemma(doc[chain.head]) in grammar().stative_participles
    return stative or (link is not None and link.lemma in grammar().appearing)


def _outer_agent(
    doc: Doc, chain: Chain, start: int, end: int, voices: Voices, inherited: Agent | None
) -> tuple[Agent, float]:
    verb = verb_form(doc[chain.outer])
    if verb.finite and verb.person == "1":
        return voices.speaker, 1.0
    if verb.finite and verb.person == "2":
        return voices.hearer, 1.0
    if verb.finite:
        return _third_person(doc, chain, start, end, voices, inherited)
    if verb.kind == "Inf":
        return _of_infinitive(doc, chain, start, voices, inherited)
    if verb.kind == "Ger":
        addressed = grammar().first_clitics.intersection(clitics_of(doc, chain))
        named = _inside(doc, chain, grammar().hearer_pronouns)  # "avendo Lei spedito in ritardo"
        return (voices.hearer if addressed or named else inherited or voices.speaker), 0.8
    return voices.speaker, 0.7


def _of_infinitive(
    doc: Doc, chain: Chain, start: int, voices: Voices, inherited: Agent | None
) -> tuple[Agent, float]:
    table = grammar()
    before = form(doc[chain.first - 1]) if chain.first > start else ""
    if before == "per" and chain.first - 2 >= 0:
        # "grazie per averci scritto" against "scusi per non averle risposto"
        if any(
            lemma(token) in table.thanking
            for token in doc[max(0, chain.first - 4) : chain.first - 1]
        ):
            return voices.hearer, 0.9
        if form(doc[chain.first - 2]) in table.apologies:
            return voices.speaker, 0.9
    if lemma(doc[max(0, chain.first - 1)]) in table.regretting:
        return voices.speaker, 0.8
    opens = start == 0 or is_break(doc[start - 1]) or doc[start - 1].text in (",", "\n")
    if heads_clause(doc, chain, start) and (opens or doc[start].is_sent_start):
        return voices.hearer, 0.8
    return inherited or "nobody", 0.6


def heads_clause(doc: Doc, chain: Chain, start: int) -> bool:
    """Whether the group opens its clause, or comes right behind a fronted phrase.

    "Per il rimborso, scriva…", "x i tavoli chiamare il fisso": with its comma or without.
    """
    if chain.first == start or doc[chain.first - 1].text in (",", ":"):
        return True
    fronted = doc[start].pos_ == "ADP" or form(doc[start]) in ("per", "x")
    return fronted and doc[chain.first - 1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM")


def _third_person(
    doc: Doc, chain: Chain, start: int, end: int, voices: Voices, inherited: Agent | None
) -> tuple[Agent, float]:
    verb = verb_form(doc[chain.outer])
    if _impersonal_si(doc, chain):
        return "nobody", 1.0
    subject = subject_of(doc, chain, start, end)
    asks = _asks_us(doc, chain, end)
    if subject is not None and not (asks and subject.i > chain.head):
        return party(doc, subject, voices), 0.9
    if chain.has("impersonal"):
        return "nobody", 0.9
    if verb.polite_request:
        return voices.hearer, 1.0
    if asks or _tu_imperative(doc, chain, start, end, voices):
        return voices.hearer, 0.7
    if lemma(doc[chain.outer]) in grammar().impersonal or (
        chain.has("copula") and not _lei(voices)
    ):
        return "nobody", 0.9
    if inherited is not None and _coordinated(doc, start) and _third_before(doc, chain, start):
        return inherited, 0.8
    return _unnamed(doc, chain, end, voices)


def _unnamed(doc: Doc, chain: Chain, end: int, voices: Voices) -> tuple[Agent, float]:
    """A third person without a subject: a polite "Lei", or somebody or something else."""
    verb = verb_form(doc[chain.outer])
    content = lemma(doc[chain.head])
    table = grammar()
    hearer_named = table.plain_second_clitics.intersection(clitics_of(doc, chain))
    if hearer_named or _toward_hearer(doc, chain, content):
        return "third", 0.8
    if not _lei(voices) and _inverted_subject(doc, chain, end):
        return "third", 0.7
    of_things = table.thing_verbs.intersection((content, lemma(doc[chain.outer])))
    willing = _wants(chain)  # "vuole cambiare la data?": things want nothing
    if (of_things and not willing) or voices.speaker == "customer":
        return "third", 0.7
    if verb.number == "Plur" or voices.address == "tu":
        return "third", 0.7
    return voices.hearer, 0.8 if _lei(voices) else 0.6


def _wants(chain: Chain) -> bool:
    link = chain.link("modal")
    return link is not None and grammar().modals[link.lemma] == "would"


def _tu_imperative(doc: Doc, chain: Chain, start: int, end: int, voices: Voices) -> bool:
    """ "clicca", "attiva" at the head of a clause, where nothing says Lei or names a subject."""
    opens = chain.first == start or form(doc[start]) in grammar().coordinators
    if not opens and not _questioned(doc, chain, end):  # "sul display lampeggia una luce?" asks
        opens = heads_clause(doc, chain, start)
    return (
        voices.address in ("tu", "unknown")
        and opens
        and chain.outer == chain.first
        and maybe_imperative(doc[chain.outer])
    )


def _asks_us(doc: Doc, chain: Chain, end: int) -> bool:
    """ "me la inoltra qui?": a question with our own pronoun is put to the hearer."""
    return _questioned(doc, chain, end) and bool(
        grammar().first_clitics.intersection(clitics_of(doc, chain))
    )


def _questioned(doc: Doc, chain: Chain, end: int) -> bool:
    return any(token.text.startswith("?") for token in doc[chain.head : end])


def _lei(voices: Voices) -> bool:
    return voices.address == "lei"


def _coordinated(doc: Doc, start: int) -> bool:
    return form(doc[start]) in grammar().coordinators or (start > 0 and doc[start - 1].text == ",")


def _inverted_subject(doc: Doc, chain: Chain, end: int) -> bool:
    """ "li lavora una banca", "lo fissa il mercato": the object before, the subject behind."""
    object_before = grammar().accusative_clitics.intersection(clitics_of(doc, chain))
    if not object_before or chain.head + 1 >= end:
        return False
    return doc[chain.head + 1].pos_ in ("DET", "PROPN")


def _toward_hearer(doc: Doc, chain: Chain, content: str) -> bool:
    """ "le telefona Carla", "la cerca il perito": done to the hearer, so not by them.

    With a verb of finding or getting the pronoun is a thing: "la trova in allegato".
    """
    table = grammar()
    pronoun = table.polite_clitics.intersection(clitics_of(doc, chain))
    return bool(pronoun) and content not in table.experience_verbs and not chain.has("modal")


def _third_before(doc: Doc, chain: Chain, start: int) -> bool:
    """Whether the verb of the clause before is of the third person and the same number."""
    number = verb_form(doc[chain.outer]).number
    for token in reversed(doc[max(0, start - 25) : start]):
        if is_verb(token) and verb_form(token).finite:
            verb = verb_form(token)
            return verb.person == "3" and verb.number == number and not verb.polite_request
    return False


def _impersonal_si(doc: Doc, chain: Chain) -> bool:
    """ "si prega", "non si riesce", "si comunica": the pronoun that leaves the agent out."""
    if chain.has("perfect") or verb_form(doc[chain.outer]).polite_request:
        return False
    left_out = grammar().impersonal_clitics
    return any(form(doc[index]) in left_out for index in range(chain.first, chain.outer))


def _asked(doc: Doc, chain: Chain, outer: Agent, voices: Voices) -> Agent:
    """The one who is asked: the hearer, unless the hearer asks us or a third party is named."""
    clitics = clitics_of(doc, chain)
    if outer == voices.hearer and not chain.has("passive"):
        reflexive = grammar().reflexive_clitics.intersection(clitics)  # "si ricordi di firmare"
        return voices.hearer if reflexive else voices.speaker
    if grammar().other_clitics.intersection(clitics):
        return "third"
    return voices.hearer


def _dative(doc: Doc, chain: Chain, voices: Voices) -> Agent | None:
    return _named_by(clitics_of(doc, chain), voices)


def _named_by(clitics: Iterable[str], voices: Voices) -> Agent | None:
    table = grammar()
    if table.first_clitics.intersection(clitics):
        return voices.speaker
    if table.second_clitics.intersection(clitics):
        return voices.hearer
    return None


def _obliged(doc: Doc, chain: Chain, voices: Voices) -> Agent:
    """Whose turn it is in "è necessario", "basta", "non ci è possibile"."""
    outer_clitics = {
        form(doc[index]) for index in range(chain.first, chain.outer) if leans_on_verb(doc[index])
    }
    named = _named_by(outer_clitics, voices)
    if named is not None:
        return named
    if _inside(doc, chain, grammar().speaker_pronouns):
        return voices.speaker
    denied = any(form(doc[i]) in grammar().negators for i in range(chain.first, chain.outer))
    link = chain.link("impersonal", "evaluative")
    can = link is not None and grammar().evaluative.get(link.lemma) == "can"
    if can and (denied or (link is not None and link.lemma.startswith(("impossibil", "viet")))):
        return "nobody"
    return voices.hearer
