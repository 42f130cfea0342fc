"""Verbs corrected from the lexicon: the component `replylint_verbs`, for any Italian pipeline.

It comes last in the pipeline. For every word that is a verb, by the model or by the words around
it, it chooses among the readings that the lexicon allows and sets lemma and features; a polite
request (*Ci scriva*) becomes `Mood=Imp|Person=3`. Enclitics leave the lemma and the features and go
to `token._.clitics`: *inviarcela* has lemma *inviare* and clitics `("ce", "la")`. Nouns and
adjectives get the lexicon's lemma.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language
from spacy.symbols import ADJ, ADV, AUX, INTJ, NOUN, PROPN, VERB, X
from spacy.tokens import Doc, Token

from ._auxiliaries import part_of_speech
from ._position import PROCLITICS, THIRD_PROCLITICS, has_proclitic, locate
from ._readings import NON_FINITE, choose, feature, is_polite
from ._wordlists import words
from .lexicon import (
    Analysis,
    adjective_lemma,
    analyses,
    normalize,
    noun_lemma,
    spelling,
    word_classes,
)

_VERBAL = frozenset((VERB, AUX))
_OPEN = frozenset((NOUN, PROPN, ADJ, ADV, X, INTJ))
_CLOSED_CLASSES = frozenset("PTEOD#")
_AUXILIARIES = words("auxiliaries")
_ONLY_VERB = frozenset("V")
_BARE_PREPOSITIONS = frozenset(("a", "ad", "di", "per", "da", "senza"))
_BEFORE_OBJECT = frozenset(("DET", "PRON", "ADV", "SCONJ", "NUM"))

if not Token.has_extension("clitics"):
    Token.set_extension("clitics", default=())


@Language.component("replylint_verbs", assigns=["token.lemma", "token.morph", "token.pos"])
def correct_verbs(doc: Doc) -> Doc:
    """Correct the verbs of a parsed text, and the lemmas of its nouns and adjectives."""
    for token in doc:
        pos = token.pos
        if pos in _VERBAL or pos in _OPEN:
            readings = analyses(token.text)
            if readings and (pos in _VERBAL or _is_missed_verb(token, readings)):
                _correct(token, readings)
            elif pos in (NOUN, ADJ):
                _correct_noun(token)
    return doc


def _correct_noun(token: Token) -> None:
    lemma = noun_lemma(token.text) if token.pos == NOUN else adjective_lemma(token.text)
    if lemma:
        token.lemma_ = lemma


def _is_missed_verb(token: Token, readings: tuple[Analysis, ...]) -> bool:
    """Tell a verb that the model took for another word, by its form and its neighbours."""
    if all(item.mood in NON_FINITE and not item.clitics for item in readings):
        return _follows_preposition(token, readings)
    if _follows_cluster(token):
        return True
    classes = word_classes(token.text)
    if classes & _CLOSED_CLASSES:
        return False
    if _follows_proclitic(token):
        return True
    if classes == _ONLY_VERB and token.pos != ADV and _may_open(token):
        return all(item.mood != "Part" for item in readings)
    return _opens_request(token, readings)


def _follows_preposition(token: Token, readings: tuple[Analysis, ...]) -> bool:
    """Tell *prova a disinstallare*, an infinitive that is never a noun, from *al piacere*."""
    if not token.i or token.nbor(-1).lower_ not in _BARE_PREPOSITIONS:
        return False
    return word_classes(token.text) == _ONLY_VERB and all(item.mood == "Inf" for item in readings)


def _may_open(token: Token) -> bool:
    """Tell *Scrivici* at the start of a sentence from a name, *Sara* (not *sarà*) among them."""
    word = normalize(token.text)
    return token.text.islower() or (bool(token.is_sent_start) and spelling(word) == word)


def _follows_proclitic(token: Token) -> bool:
    """Tell *ci contatti* from *i contatti*."""
    if not token.i or token.is_sent_start:
        return False
    return token.nbor(-1).lower_ not in THIRD_PROCLITICS and has_proclitic(token.doc, token.i)


def _follows_cluster(token: Token) -> bool:
    """Tell *ce lo segnali*, *me la dai*: after two pronouns there is no noun."""
    if token.i < 2 or token.is_sent_start or token.nbor(-1).lower_ not in THIRD_PROCLITICS:
        return False
    return token.nbor(-2).lower_ in PROCLITICS - {"se"}  # *se la spina …* is a condition


def _opens_request(token: Token, readings: tuple[Analysis, ...]) -> bool:
    """Tell *Controlli la cartella* from *Controlli in corso*: a request with its object."""
    asks = any(is_polite(item) or (item.mood == "Imp" and item.person == "2") for item in readings)
    if not asks or not _takes_object(token):
        return False
    place = locate(token)
    return place.first and not place.question and not _has_other_verb(token)


def _takes_object(token: Token) -> bool:
    """Tell whether what follows can belong to a verb: an object, *di* or *a* with an infinitive."""
    following = token.doc[token.i + 1 : token.i + 3]
    if not following:
        return False
    if following[0].pos_ in _BEFORE_OBJECT:
        return True
    infinitive = feature(following[-1], "VerbForm") == "Inf"
    return infinitive and following[0].lower_ in ("di", "a", "ad")


def _has_other_verb(token: Token) -> bool:
    """Tell whether another finite verb follows in the clause, whose subject this word may be."""
    for other in token.doc[token.i + 1 :]:
        if other.is_sent_start or other.text in ",;:.!?…" or other.pos_ in ("SCONJ", "CCONJ"):
            return False
        if other.pos in _VERBAL and feature(other, "Mood"):
            return True
    return False


def _correct(token: Token, readings: tuple[Analysis, ...]) -> None:
    """Set lemma, features and clitics of a verb."""
    if token.pos == AUX:
        readings = _auxiliary(readings) or readings
    place = locate(token)
    reading = choose(token, readings, place)
    token.pos_ = _part_of_speech(token, reading)
    token.lemma_ = reading.lemma
    mood = reading.mood
    if is_polite(reading) and place.opens and not place.governed:
        mood = "Imp"
    if reading.clitics:
        token._.clitics = reading.clitics
    token.set_morph(_features(reading, mood, token.lower_[-1]))  # type: ignore[attr-defined]


def _part_of_speech(token: Token, reading: Analysis) -> str:
    if token.pos not in _VERBAL or (token.pos == AUX and reading.lemma not in _AUXILIARIES):
        return "VERB"
    return part_of_speech(token, reading.lemma)


def _auxiliary(readings: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    return tuple(item for item in readings if item.lemma in _AUXILIARIES)


@lru_cache(maxsize=4096)
def _features(reading: Analysis, mood: str, ending: str) -> str:
    """Give the features of a reading in the notation of Universal Dependencies."""
    features = {"Clitic": "Yes"} if reading.clitics else {}
    if mood in NON_FINITE:
        features["VerbForm"] = mood
        if mood == "Part" and reading.tense == "Past" and not reading.clitics:
            features["Gender"] = "Masc" if ending in "oi" else "Fem"
    else:
        features |= {"VerbForm": "Fin", "Mood": mood, "Person": reading.person}
    features |= {"Tense": reading.tense, "Number": reading.number}
    return "|".join(f"{name}={features[name]}" for name in sorted(features) if features[name])
