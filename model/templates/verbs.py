"""Verb forms for the templates, taken from the paradigms that the lexicon is built of."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from ..lexicon import paradigm, tables
from .tree import Node

_MOODS = {"I": "Ind", "S": "Sub", "M": "Imp", "C": "Cnd"}
_TENSES = {"P": "Pres", "I": "Imp", "F": "Fut", "R": "Past"}
_SHORT = ("fai", "dai", "vai", "stai", "fa", "da", "va", "sta", "di")


@lru_cache(maxsize=1)
def _attested() -> dict[str, set[str]]:
    own: dict[str, set[str]] = defaultdict(set)
    for form, lemma in tables.read_verbs().items():
        own[lemma].add(form)
    return own


@lru_cache(maxsize=4096)
def form(lemma: str, reading: str) -> str:
    """Give the form of a verb for a reading such as "IP3S"; the attested one where it has two."""
    own = _attested()[lemma]
    fitting = sorted(f for f, r in paradigm.readings(lemma, own) if r == reading and "'" not in f)
    if not fitting:
        raise KeyError(f"{lemma} {reading}")
    return min(fitting, key=lambda f: (f not in own, -len(f)))


def finite(lemma: str, reading: str, pos: str = "VERB") -> Node:
    """Give a finite verb; "MP3S" and "MP3P" are the polite request, a subjunctive in form."""
    polite = reading in ("MP3S", "MP3P")
    written = form(lemma, "S" + reading[1:] if polite else reading)
    feats = {
        "VerbForm": "Fin",
        "Mood": _MOODS[reading[0]],
        "Tense": _TENSES[reading[1]],
        "Person": reading[2],
        "Number": {"S": "Sing", "P": "Plur"}[reading[3]],
    }
    return Node(written, lemma, pos, feats)


def infinitive(lemma: str, pos: str = "VERB") -> Node:
    """Give an infinitive."""
    return Node(lemma, lemma, pos, {"VerbForm": "Inf"})


def gerund(lemma: str) -> Node:
    """Give a gerund."""
    return Node(form(lemma, "G"), lemma, "VERB", {"VerbForm": "Ger"})


def participle(lemma: str, gender: str = "m", plural: bool = False, pos: str = "VERB") -> Node:
    """Give a past participle."""
    stem = form(lemma, "PRS")[:-1]
    ending = {"m": "oi", "f": "ae"}[gender][plural]
    feats = {
        "VerbForm": "Part",
        "Tense": "Past",
        "Gender": "Masc" if gender == "m" else "Fem",
        "Number": "Plur" if plural else "Sing",
    }
    return Node(stem + ending, lemma, pos, feats)


def attach(verb: Node, *clitics: str) -> Node:
    """Hang enclitics on an infinitive, gerund or imperative, and give the verb back."""
    stem = verb.form
    if verb.feats["VerbForm"] == "Inf":
        stem = stem[:-2] if stem.endswith("rre") else stem[:-1]
    elif stem in _SHORT:
        stem = stem.removesuffix("i") if stem != "di" else stem
        stem += "" if clitics[0] == "gli" else clitics[0][0]
    verb.form = stem + "".join(clitics)
    verb.feats = verb.feats | {"Clitic": "Yes"}
    return verb
