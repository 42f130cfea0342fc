"""Verbs corrected from the lexicon, after the bundled pipeline and after none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from replylint.language.correction import correct_verbs
from replylint.language.pipeline import load

CHECKS = Path(__file__).with_name("support_checks.jsonl")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def verb(doc: Doc, form: str) -> Token:
    return next(token for token in doc if token.text == form)


def say(token: Token) -> str:
    features = token.morph.to_dict()
    names = ("Mood", "Tense", "Person", "Number") if "Mood" in features else ("VerbForm",)
    found = [features.get(name, "") for name in names]
    return " ".join([token.lemma_, *found, *(f"+{clitic}" for clitic in token._.clitics)])


@pytest.mark.parametrize(
    "text, form, expected",
    [
        ("Ci scriva in DM.", "scriva", "scrivere Imp Pres 3 Sing"),
        ("Ci contatti al numero verde.", "contatti", "contattare Imp Pres 3 Sing"),
        ("Se serve, ce lo segnali pure.", "segnali", "segnalare Imp Pres 3 Sing"),
        ("Controlli la cartella spam.", "Controlli", "controllare Imp Pres 3 Sing"),
        ("Non si preoccupi!", "preoccupi", "preoccupare Imp Pres 3 Sing"),
        ("Inviateci una foto.", "Inviateci", "inviare Imp Pres 2 Plur +ci"),
        ("Può inviarcela qui.", "inviarcela", "inviare Inf +ce +la"),
        ("Clicca sul link.", "Clicca", "cliccare Imp Pres 2 Sing"),
        ("Temiamo che scriva a tutti.", "scriva", "scrivere Sub Pres 3 Sing"),
        ("Ci scrive da Roma?", "scrive", "scrivere Ind Pres 3 Sing"),
        ("Manca il codice.", "Manca", "mancare Ind Pres 3 Sing"),
        ("Per risolvere prova a disinstallare l'app.", "disinstallare", "disinstallare Inf"),
    ],
)
def test_verbs(nlp: Language, text: str, form: str, expected: str) -> None:
    assert say(verb(nlp(text), form)) == expected


def test_nouns_stay_nouns(nlp: Language) -> None:
    doc = nlp("I contatti sono sul sito e i controlli sono in corso.")
    assert verb(doc, "contatti").pos_ == verb(doc, "controlli").pos_ == "NOUN"


def test_features_are_free_of_the_clitic(nlp: Language) -> None:
    token = verb(nlp("Scrivici in privato."), "Scrivici")
    assert token.morph.get("Number", []) == ["Sing"]
    assert token.morph.get("Person", []) == ["2"]


def test_corrects_what_any_pipeline_gives() -> None:
    vocab = spacy.blank("it").vocab
    doc = Doc(
        vocab,
        words=["Grazie", ",", "inviandoci", "la", "foto", "ci", "contatti"],
        pos=["INTJ", "PUNCT", "NOUN", "DET", "NOUN", "PRON", "NOUN"],
        lemmas=["grazie", ",", "inviandoce", "la", "foto", "ci", "contatto"],
    )
    correct_verbs(doc)
    assert say(doc[2]) == "inviare Ger +ci"
    assert doc[6].pos_ == "VERB"
    assert doc[6].lemma_ == "contattare"


def test_clitics_default_to_none(nlp: Language) -> None:
    assert nlp("Grazie.")[0]._.clitics == ()


def _checks(part: str) -> list[dict[str, Any]]:
    lines = CHECKS.read_text(encoding="utf-8").splitlines()
    return [check for check in map(json.loads, lines) if check["part"] == part]


@pytest.mark.parametrize("part", ["tuned", "unseen"])
def test_support_sentences(nlp: Language, part: str) -> None:
    right = total = 0
    for check in _checks(part):
        doc = nlp(check["text"])
        for word, expected in check["words"].items():
            token = next((token for token in doc if token.text == word), None)
            total += 1
            right += token is not None and expected in (say(token), f"{token.lemma_} {token.pos_}")
    assert right / total >= 0.95
