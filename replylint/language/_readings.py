"""Choosing one reading of a verb form: what the lexicon allows, the model says, the place asks."""

from __future__ import annotations

from spacy.tokens import Token

from ._position import Position
from .lexicon import Analysis

NON_FINITE = frozenset(("Inf", "Ger", "Part"))

_PRESENTING = frozenset(
    """mancare bastare restare rimanere arrivare servire risultare sembrare capitare occorrere
    spettare costare funzionare valere scadere esistere bisognare importare contare piacere
    dispiacere andare stare potere dovere volere essere avere sapere venire parere""".split()
)
"""Verbs that open a sentence in the indicative: *Manca il codice*, *Basta cliccare qui*."""

_FOUND = frozenset(("trovare", "ricevere", "pagare", "risparmiare", "arrivare", "entrare"))
"""Verbs that tell the reader what happens to them: *Ci trovi qui*, *Trovi tutto sul sito*."""


def choose(token: Token, readings: tuple[Analysis, ...], place: Position) -> Analysis:
    """Give the reading that fits best; `readings` must not be empty.

    A request wins where the place asks for one; otherwise the reading nearest to the model's own
    analysis, and among equals the first.
    """
    request = _request(token, readings, place)
    if request is not None:
        return request
    features = token.morph.to_dict()
    lemma = token.lemma_.split(" ")[0]
    return max(readings, key=lambda item: _agreement(item, features, lemma, place))


def is_polite(reading: Analysis) -> bool:
    """Tell the third person of the present subjunctive, with which Italian asks politely."""
    return reading.mood == "Sub" and reading.tense == "Pres" and reading.person == "3"


def _request(
    token: Token, readings: tuple[Analysis, ...], place: Position
) -> Analysis | None:
    """Give the reading as a request, if this is the place of one and the form can be one."""
    if not place.opens or place.governed or place.question or token.morph.get("VerbForm") == ["Part"]:
        return None
    moods = {item.mood for item in readings}
    if moods & NON_FINITE and not place.proclitic:
        return None
    polite = next((item for item in readings if is_polite(item)), None)
    familiar = next((item for item in readings if item.mood == "Imp" and item.person == "2"), None)
    if polite is not None and not _tells(token, polite, place):
        return polite
    if familiar is None or place.proclitic or familiar.lemma in _PRESENTING:
        return None
    return familiar if _asks(token, familiar, place) else None


def _tells(token: Token, polite: Analysis, place: Position) -> bool:
    """Tell *Ci trovi su WhatsApp*, said to a friend, from *Ci contatti*, asked of a customer."""
    second = token.morph.get("Person") == ["2"] and token.morph.get("Mood") == ["Ind"]
    return polite.lemma in _FOUND and second and polite.lemma.endswith("are")


def _asks(token: Token, familiar: Analysis, place: Position) -> bool:
    """Tell an imperative from an indicative of the same form: *Verifica la mail*."""
    if any(child.dep_.startswith("nsubj") and child.i < token.i for child in token.children):
        return False
    if familiar.clitics:
        return True
    return place.first or token.morph.get("Mood") == ["Imp"]


def _agreement(
    item: Analysis, features: dict[str, str], lemma: str, place: Position
) -> float:
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
    return score + 0.3 * (place.governed and item.mood == "Sub")
