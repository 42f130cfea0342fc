"""What the clause stages need to know of a token: verb form, clitics, and a few word tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.language.grammar import grammar
from replylint.language.lexicon import analyses

if TYPE_CHECKING:
    from spacy.tokens import Token

BREAKS = frozenset(".!?…;:()[]—–\n•|")
_MOST_FEATURES = 2_000
"""Sets of features that are remembered; the pipeline knows about 600."""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """Inflection of one verb token; empty strings for what the form does not mark."""

    kind: str  # Fin, Inf, Ger, Part
    mood: str
    tense: str
    person: str
    number: str

    @property
    def finite(self) -> bool:
        """Whether the form carries person and mood."""
        return self.kind == "Fin"

    @property
    def first(self) -> bool:
        """First person, singular or plural."""
        return self.finite and self.person == "1"

    @property
    def polite_request(self) -> bool:
        """Imperative, or the third person subjunctive that serves as the polite one."""
        return self.mood == "Imp" or (
            self.mood == "Sub" and self.tense == "Pres" and self.person == "3"
        )


def verb_form(token: Token) -> VerbForm:
    """Read a verb's features; features of merged clitics are already gone (see correction)."""
    return _verb_form(str(token.morph))


@lru_cache(_MOST_FEATURES)
def _verb_form(morph: str) -> VerbForm:
    values = _features(morph)
    mood = values.get("Mood", "")
    kind = values.get("VerbForm", "") or ("Fin" if mood else "")
    rest = (values.get(key, "") for key in ("Tense", "Person", "Number"))
    return VerbForm(kind, mood, *rest)


@lru_cache(_MOST_FEATURES)
def _features(morph: str) -> Mapping[str, str]:
    """The first value of each feature in a text like "Mood=Ind|Number=Sing"."""
    pairs = (pair.partition("=") for pair in morph.split("|"))
    return {name: value.partition(",")[0] for name, _, value in pairs}


def maybe_imperative(token: Token) -> bool:
    """An indicative that is also a tu or voi imperative: "apri", "clicca", "scrivete"."""
    verb = verb_form(token)
    if verb.mood != "Ind" or verb.tense != "Pres" or verb.person not in ("2", "3"):
        return False
    if lemma(token) in grammar().experience_verbs:
        return False
    return any(
        reading.mood == "Imp" and reading.person == "2" and not reading.clitics
        for reading in analyses(token.text)
    )


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form of any kind."""
    return token.pos_ in ("VERB", "AUX") and "VerbForm" in _features(str(token.morph))


def leans_on_verb(token: Token) -> bool:
    """A clitic, or an article's form right before a verb group, where no article can stand."""
    return is_clitic(token) or (form(token) in grammar().proclitics and form(token) != "se")


def is_clitic(token: Token) -> bool:
    """Whether the token is an unstressed pronoun before a verb ("ci", "la", "gliel'")."""
    return token.pos_ == "PRON" and (
        "Clitic" in _features(str(token.morph)) or form(token) in grammar().proclitics
    )


def lemma(token: Token) -> str:
    """Lower-case lemma; of a verb with clitics the bare infinitive."""
    return token.lemma_.lower().split(" ")[0]


def verb_lemma(token: Token) -> str:
    """The lemma of a predicate; of a verb taken for a noun or adjective, its infinitive."""
    if token.pos_ in ("VERB", "AUX"):
        return lemma(token)
    readings = (
        reading.lemma for reading in analyses(token.text) if reading.mood in ("Part", "Inf")
    )
    return next(readings, lemma(token))


def form(token: Token) -> str:
    """Lower-case form with a straight apostrophe."""
    return token.lower_.replace("’", "'")


def is_break(token: Token) -> bool:
    """Whether a clause cannot reach across this token."""
    return token.text[:1] in BREAKS or (token.is_space and "\n" in token.text)


def is_adverbial(token: Token) -> bool:
    """Words that may stand inside a verb group without ending it ("non ancora", "gentilmente")."""
    return token.pos_ in ("ADV", "INTJ") or is_clitic(token) or form(token) in grammar().negators
