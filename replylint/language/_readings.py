"""Choosing one reading of a verb form: what the lexicon allows, the model says, the place asks."""

from __future__ import annotations

from spacy.tokens import Token

from ._position import Position
from ._wordlists import words
from .lexicon import Analysis

NON_FINITE = frozenset(("Inf", "Ger", "Part"))

_PRESENTING = words("presenting")
"""Verbs that open a sentence in the indicative: *Manca il codice*, *Basta cliccare qui*."""

_FOUND = words("finding")
"""Verbs that tell the reader what happens to them: *Ci trovi qui*, *Trovi tutto sul sito*."""


def choose(token: Token, readings: tuple[Analysis, ...], place: Position) -> Analysis:
    """Give the reading that fits best; `readings` must not be empty.

    A request wins where the place asks for one; otherwise the reading nearest to the model's own
    analysis, and among equals the first.
    """
    if token.lower_ == "sono" and place.opens:
        number = _number_after(token)
        readings = tuple(item for item in readings if item.number == number) or readings
    request = _request(token, readings, place)
    if request is not None:
        return request
    features = token.morph.to_dict()
    lemma = token.lemma_.split(" ")[0]
    return max(readings, key=lambda item: _agreement(item, features, lemma, place))


def feature(token: Token, name: str) -> str:
    """Give a feature of a token, "" where it has none."""
    return ",".join(token.morph.get(name, []))


def is_polite(reading: Analysis) -> bool:
    """Tell the third person singular of the present subjunctive: *scriva*, asked of a *Lei*."""
    singular = reading.person == "3" and reading.number == "Sing"
    return singular and reading.mood == "Sub" and reading.tense == "Pres"


def _request(token: Token, readings: tuple[Analysis, ...], place: Position) -> Analysis | None:
    """Give the reading as a request, if this is the place of one and the form can be one."""
    if not place.opens or place.governed or place.question:
        return None
    if feature(token, "VerbForm") == "Part":
        return None
    moods = {item.mood for item in readings}
    if moods & NON_FINITE and not place.proclitic:
        return None
    polite = next((item for item in readings if is_polite(item)), None)
    familiar = next((item for item in readings if item.mood == "Imp" and item.person == "2"), None)
    if polite is not None:
        return next(filter(_tells, readings), polite)
    if familiar is None or place.proclitic or familiar.lemma in _PRESENTING | _FOUND:
        return None
    return familiar if _asks(token, familiar, place) else None


def _tells(reading: Analysis) -> bool:
    """Tell *Ci trovi su WhatsApp*, said to a friend, from *Ci contatti*, asked of a customer."""
    return reading.lemma in _FOUND and reading.mood == "Ind" and reading.person == "2"


def _asks(token: Token, familiar: Analysis, place: Position) -> bool:
    """Tell an imperative from an indicative of the same form: *Verifica la mail*."""
    if any(child.dep_.startswith("nsubj") and child.i < token.i for child in token.children):
        return False
    if familiar.clitics:
        return True
    return place.first or feature(token, "Mood") == "Imp" or _said_tu(token)


def _said_tu(token: Token) -> bool:
    """Tell whether a verb earlier in the sentence speaks to a *tu*: *Se vuoi, clicca qui*."""
    for other in reversed(token.doc[: token.i]):
        if other.pos_ in ("VERB", "AUX") and feature(other, "Mood"):
            return feature(other, "Person") == "2" and feature(other, "Number") == "Sing"
        if other.is_sent_start:
            return False
    return False


def _number_after(token: Token) -> str:
    """Give the number of what follows *sono*: *sono spiacente* is I, *sono arrivati* they."""
    for other in token.doc[token.i + 1 : token.i + 4]:
        if other.is_sent_start or other.pos_ == "PUNCT":
            break
        if other.pos_ in ("VERB", "AUX", "ADJ"):
            return feature(other, "Number")
    return ""


def _agreement(item: Analysis, features: dict[str, str], lemma: str, place: Position) -> float:
    """Score how near a reading is to the model's analysis."""
    form = item.mood if item.mood in NON_FINITE else "Fin"
    score = 3.0 * (form == features.get("VerbForm")) + 1.5 * (item.lemma == lemma)
    if form != "Fin":
        return score + (item.tense == features.get("Tense"))
    mood = features.get("Mood")
    score += (item.mood == mood) + (item.tense == features.get("Tense"))
    score += (is_polite(item) and mood == "Imp") or 0.0
    score += item.person in features.get("Person", "").split(",")
    score += item.number in features.get("Number", "").split(",")
    score += 0.5 * (item.mood == "Ind") - 0.4 * (item.mood == "Imp" and item.person == "1")
    if place.indicative:
        return score + 2.5 * (item.mood == "Ind")
    return score + 0.3 * (place.governed and item.mood == "Sub")
