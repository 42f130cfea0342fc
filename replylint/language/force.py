"""What a clause does in the talk: its force, polarity, time and modality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.agents import Voices, clitics_of, heads_clause, subject_of
from replylint.language.chains import Chain
from replylint.language.frames import Agent, Force, Modality, Polarity, Standing, Time
from replylint.language.grammar import grammar
from replylint.language.verbs import form, is_break, lemma, maybe_imperative, verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FIRST = frozenset({"ci", "mi", "ce", "me", "c'", "m'", "cel", "mel"})
_DENYING_LIGHTS = frozenset(
    {
        "impossibile",
        "impossibilitato",
        "vietato",
        "impedire",
        "evitare",
        "sconsigliare",
        "difficile",
    }
)
_INDIRECT = frozenset(
    {"verificare", "controllare", "sapere", "vedere", "capire", "chiedere", "dire", "indicare",
     "valutare", "domandare", "accertare", "confermare", "comunicare", "scoprire", "ricordare"}
)  # fmt: skip


def standing_of(
    doc: Doc, chain: Chain, start: int, before: Chain | None, *, question: bool = False
) -> Standing:
    """How the clause hangs in its sentence, by the word that opens it."""
    table = grammar()
    if question and before is None and not _conditional(doc, chain, start, before):
        return "main"
    if _quoted(doc, chain.head):
        return "quoted"
    for index in range(start, chain.first):
        word = form(doc[index])
        if word in table.concessive or (
            word == "se" and index > 0 and form(doc[index - 1]) == "anche"
        ):
            return "conceded"
        if word in table.relative and index > 0:
            previous = doc[index - 1]
            if previous.pos_ in ("NOUN", "PROPN", "PRON", "ADP", "DET") and not _told(doc, before):
                return "relative"
        if word in table.subordinators:
            told_of = before is not None and lemma(doc[before.head]) in table.conceding
            return "conceded" if told_of else "subordinate"
        if word in table.coordinators:
            return "coordinate"
    if before is None or not _subordinate_form(doc, chain):
        return "main"
    return "subordinate"


def _told(doc: Doc, before: Chain | None) -> bool:
    """ "comunichiamo al cliente che": the clause behind a verb of telling is no relative."""
    return before is not None and lemma(doc[before.head]) in grammar().telling


def _subordinate_form(doc: Doc, chain: Chain) -> bool:
    return verb_form(doc[chain.outer]).kind in ("Inf", "Ger")


def _quoted(doc: Doc, index: int) -> bool:
    """Inside «…» or “…” or a pair of straight quotes."""
    opened = 0
    straight = 0
    for token in doc[:index]:
        opened += token.text in ("«", "“")
        opened -= token.text in ("»", "”")
        straight += token.text == '"'
    if opened > 0:
        return True
    return straight % 2 == 1 and any(token.text == '"' for token in doc[index:])


def polarity_of(doc: Doc, chain: Chain, start: int, end: int) -> Polarity:
    """Denied or affirmed; two negations cancel out, "non … che" affirms."""
    denials = 0
    for index in range(chain.first, chain.head + 1):
        if form(doc[index]) in grammar().negators and not _idle_negation(doc, index, chain, end):
            denials += 1
    denials += sum(link.lemma in _DENYING_LIGHTS for link in chain.links)
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
    if following in ("appena", "solo", "soltanto"):
        return True
    if index > 0 and any(
        form(token) in ("finché", "meno") for token in doc[max(0, index - 4) : index]
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
    return any(form(doc[i]) in ("zero", "nessun", "nessuna", "nessuno") for i in following)


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
    if _conditional(doc, chain, start, before):
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


def _conditional(doc: Doc, chain: Chain, start: int, before: Chain | None) -> bool:
    for index in range(start, chain.first):
        word = form(doc[index])
        if word in ("se", "s'") and index > 0 and form(doc[index - 1]) == "come":
            return False
        if word in grammar().conditional:
            indirect = before is not None and lemma(doc[before.head]) in _INDIRECT
            adjacent = before is not None and index - before.head <= 2
            return not (indirect and adjacent)
        if word == "caso" and index > 0 and form(doc[index - 1]) in ("in", "nel"):
            return True
    return False


def _asked_force(doc: Doc, chain: Chain, agent: Agent, voices: Voices) -> Force:
    """A question, or the request or offer that it is put for."""
    verb = verb_form(doc[chain.outer])
    if verb.first:
        asking = chain.has("asking")
        return "directive" if asking and agent == voices.hearer else "offer"
    if agent != voices.hearer or chain.has("perfect"):
        return "question"
    asks = bool(frozenset(clitics_of(doc, chain)) & _FIRST)
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
    bare = not chain.links and chain.first == chain.outer  # imperatives take their pronouns behind
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
    toward = frozenset(clitics_of(doc, chain)) & {"le", "la", "ti", "vi", "l'", "t'", "v'"}
    return can and bool(toward) and not denied and not chain.has("perfect")
