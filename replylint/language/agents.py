"""Who does what a clause says: company, customer, a third party, or nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from replylint.language.chains import Chain
from replylint.language.frames import Agent
from replylint.language.grammar import grammar
from replylint.language.verbs import (
    form,
    is_break,
    is_clitic,
    is_verb,
    leans_on_verb,
    lemma,
    maybe_imperative,
    verb_form,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Speaker = Literal["company", "customer"]
Address = Literal["tu", "lei", "voi", "unknown"]

_SECOND = frozenset({"ti", "vi", "le", "la", "te", "ve", "l'", "t'", "v'"})
_FIRST = frozenset({"ci", "mi", "ce", "me", "c'", "m'"})
_FORMAL = frozenset({"suo", "sua", "suoi", "sue", "lei"})
_INFORMAL = frozenset({"tu", "ti", "tuo", "tua", "tuoi", "tue", "te"})


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks, who is spoken to, and how the text addresses them."""

    speaker: Speaker
    address: Address

    @property
    def hearer(self) -> Speaker:
        """The other party."""
        return "customer" if self.speaker == "company" else "company"


def address_form(doc: Doc) -> Address:
    """Whether the text says tu, Lei or voi, by its pronouns and verb persons."""
    counts = {"tu": 0, "lei": 0, "voi": 0}
    for token in doc:
        word = form(token)
        if word in _INFORMAL:
            counts["tu"] += 1
        elif word in _FORMAL or (token.text in ("La", "Le", "Lei") and is_clitic(token)):
            counts["lei"] += 1
        elif word in ("vi", "voi", "vostro", "vostra", "vostri", "vostre"):
            counts["voi"] += 1
        elif is_verb(token):
            verb = verb_form(token)
            if verb.person == "2" and verb.finite:
                counts["tu" if verb.number == "Sing" else "voi"] += 1
            elif verb.mood == "Imp" and verb.person == "3":
                counts["lei"] += 1
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "unknown"  # type: ignore[return-value]  # keys of counts


def agent_of(
    doc: Doc, chain: Chain, start: int, end: int, voices: Voices, inherited: Agent | None
) -> tuple[Agent, float]:
    """The agent of the chain's predicate and how sure it is (0–1).

    `inherited` is the agent of the clause before, for coordinations and non-finite clauses.
    """
    outer, certainty = _outer_agent(doc, chain, start, end, voices, inherited)
    if chain.has("passive") and not chain.has("asking"):
        due = lemma(doc[chain.outer]) == "andare"
        named = _by_agent(doc, chain, end, voices)
        return (voices.hearer if due and named == "nobody" else named), 0.9
    asking = chain.link("asking")
    if asking is not None:
        return _asked(doc, chain, outer, voices), certainty
    if chain.has("enabling"):
        return _dative(doc, chain, voices) or "nobody", 0.8
    if chain.has("impersonal", "evaluative") and outer not in ("company", "customer"):
        return _obliged(doc, chain, voices), 0.9
    return outer, certainty


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
        addressed = _clitics(doc, chain) & _FIRST
        return (voices.hearer if addressed else inherited or voices.speaker), 0.8
    return voices.speaker, 0.7


def _of_infinitive(
    doc: Doc, chain: Chain, start: int, voices: Voices, inherited: Agent | None
) -> tuple[Agent, float]:
    before = form(doc[chain.first - 1]) if chain.first > start else ""
    if before == "per" and chain.first - 2 >= 0:
        # "grazie per averci scritto" against "scusi per non averle risposto"
        if lemma(doc[chain.first - 2]) in grammar().thanking:
            return voices.hearer, 0.9
        if form(doc[chain.first - 2]) in ("scusa", "scusi", "scusaci", "scusateci", "scuse"):
            return voices.speaker, 0.9
    if lemma(doc[max(0, chain.first - 1)]) in grammar().regretting:
        return voices.speaker, 0.8
    opens = start == 0 or is_break(doc[start - 1]) or doc[start - 1].text in (",", "\n")
    if heads_clause(doc, chain, start) and (opens or doc[start].is_sent_start):
        return voices.hearer, 0.8
    return inherited or "nobody", 0.6


def heads_clause(doc: Doc, chain: Chain, start: int) -> bool:
    """Whether the group opens its clause, or comes right behind a fronted phrase and a comma."""
    return chain.first == start or doc[chain.first - 1].text in (",", ":")


def _third_person(
    doc: Doc, chain: Chain, start: int, end: int, voices: Voices, inherited: Agent | None
) -> tuple[Agent, float]:
    verb = verb_form(doc[chain.outer])
    if _impersonal_si(doc, chain):
        return "nobody", 1.0
    subject = subject_of(doc, chain, start, end)
    asks = _asks_us(doc, chain, end)
    if subject is not None and not (asks and subject.i > chain.head):
        return _party(doc, subject, voices), 0.9
    if verb.polite_request:
        return voices.hearer, 1.0
    if asks or _tu_imperative(doc, chain, start, voices):
        return voices.hearer, 0.7
    word = lemma(doc[chain.outer])
    content = lemma(doc[chain.head])
    table = grammar()
    if word in table.impersonal or (chain.has("copula") and not _lei(voices)):
        return "nobody", 0.9
    if inherited is not None and _coordinated(doc, start) and _third_before(doc, chain, start):
        return inherited, 0.8
    if _clitics(doc, chain) & {"ti", "vi", "t'", "v'"} or _toward_hearer(doc, chain, content):
        return "third", 0.8
    if not _lei(voices) and _inverted_subject(doc, chain, end):
        return "third", 0.7
    if content in table.thing_verbs or word in table.thing_verbs or voices.speaker == "customer":
        return "third", 0.7
    if verb.number == "Plur" or voices.address == "tu":
        return "third", 0.7
    return voices.hearer, 0.8 if _lei(voices) else 0.6


def _tu_imperative(doc: Doc, chain: Chain, start: int, voices: Voices) -> bool:
    """ "clicca", "attiva" at the head of a clause, where nothing says Lei or names a subject."""
    opens = chain.first == start or form(doc[start]) in grammar().coordinators
    return (
        voices.address in ("tu", "unknown")
        and opens
        and chain.outer == chain.first
        and maybe_imperative(doc[chain.outer])
    )


def _asks_us(doc: Doc, chain: Chain, end: int) -> bool:
    """ "me la inoltra qui?": a question with our own pronoun is put to the hearer."""
    question = any(token.text.startswith("?") for token in doc[chain.head : end])
    return question and bool(_clitics(doc, chain) & _FIRST)


def _lei(voices: Voices) -> bool:
    return voices.address == "lei"


def _coordinated(doc: Doc, start: int) -> bool:
    return form(doc[start]) in grammar().coordinators or (start > 0 and doc[start - 1].text == ",")


def _inverted_subject(doc: Doc, chain: Chain, end: int) -> bool:
    """ "li lavora una banca", "lo fissa il mercato": the object before, the subject behind."""
    if not _clitics(doc, chain) & {"lo", "la", "li", "le", "l'"} or chain.head + 1 >= end:
        return False
    return doc[chain.head + 1].pos_ in ("DET", "PROPN")


def _toward_hearer(doc: Doc, chain: Chain, content: str) -> bool:
    """ "le telefona Carla", "la cerca il perito": done to the hearer, so not by them.

    With a verb of finding or getting the pronoun is a thing: "la trova in allegato".
    """
    pronoun = _clitics(doc, chain) & {"le", "la", "l'"}
    return bool(pronoun) and content not in grammar().experience_verbs and not chain.has("modal")


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
    return any(form(doc[index]) in ("si", "s'") for index in range(chain.first, chain.outer))


def subject_of(doc: Doc, chain: Chain, start: int, end: int) -> Token | None:
    """The subject noun of a chain: by the tree, else a bare noun phrase right before it."""
    for index in chain.verbs:
        for child in doc[index].children:
            if child.dep_.startswith("nsubj") and start <= child.i < end and not is_clitic(child):
                if child.i > chain.head and verb_form(doc[chain.outer]).polite_request:
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


def _dislocated(doc: Doc, chain: Chain, noun: Token) -> bool:
    """ "La contestazione la deve presentare": a fronted object, taken up again by a pronoun."""
    if noun.i > chain.first or noun.pos_ == "PRON" or lemma(noun) in grammar().company_nouns:
        return False
    taken_up = _clitics(doc, chain) & {"lo", "la", "li", "le", "l'", "ne"}
    return bool(taken_up) and noun.pos_ != "PROPN"


def _party(doc: Doc, subject: Token, voices: Voices) -> Agent:
    table = grammar()
    word, text = lemma(subject), form(subject)
    ours = any(lemma(child) == "nostro" for child in subject.children) or (
        subject.i > 0 and lemma(doc[subject.i - 1]) == "nostro"
    )
    if word in ("noi", "io") or text in ("noi", "io"):
        return voices.speaker
    if word in table.customer_nouns or text in ("lei", "tu", "voi"):
        return voices.hearer if voices.speaker == "company" else "customer"
    if word in table.company_nouns and not _foreign(subject):
        return "company"
    return "company" if ours and word in table.company_nouns else "third"


def _foreign(subject: Token) -> bool:
    """ "il servizio clienti del corriere", "il vostro ufficio": not our own people."""
    return any(lemma(child) in ("vostro", "suo", "tuo", "loro") for child in subject.children)


def _by_agent(doc: Doc, chain: Chain, end: int, voices: Voices) -> Agent:
    """The "da" phrase of a passive; without one nobody is named."""
    for index in range(chain.head + 1, min(end, chain.head + 5)):
        if form(doc[index]) in ("da", "dal", "dalla", "dai", "dagli", "dalle", "dallo", "dall'"):
            for noun in doc[index + 1 : min(end, index + 4)]:
                if noun.pos_ in ("NOUN", "PRON", "PROPN"):
                    return _party(doc, noun, voices)
    return "nobody"


def _clitics(doc: Doc, chain: Chain) -> frozenset[str]:
    return frozenset(clitics_of(doc, chain))


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


def _asked(doc: Doc, chain: Chain, outer: Agent, voices: Voices) -> Agent:
    """The one who is asked: the hearer, unless the hearer asks us or a third party is named."""
    if outer == voices.hearer and not chain.has("passive"):
        return voices.speaker
    if _clitics(doc, chain) & {"lo", "gli", "li", "loro"}:
        return "third"
    return voices.hearer


def _dative(doc: Doc, chain: Chain, voices: Voices) -> Agent | None:
    clitics = _clitics(doc, chain)
    if clitics & _FIRST:
        return voices.speaker
    if clitics & _SECOND:
        return voices.hearer
    return None


def _obliged(doc: Doc, chain: Chain, voices: Voices) -> Agent:
    """Whose turn it is in "è necessario", "basta", "non ci è possibile"."""
    outer_clitics = {
        form(doc[index]) for index in range(chain.first, chain.outer) if leans_on_verb(doc[index])
    }
    if outer_clitics & _FIRST:
        return voices.speaker
    if outer_clitics & _SECOND:
        return voices.hearer
    denied = any(form(doc[i]) in grammar().negators for i in range(chain.first, chain.outer))
    link = chain.link("impersonal", "evaluative")
    can = link is not None and grammar().evaluative.get(link.lemma) == "can"
    if can and (denied or (link is not None and link.lemma.startswith(("impossibil", "viet")))):
        return "nobody"
    return voices.hearer
