"""Sentence ends by rule."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from replylint.language import sentences  # noqa: F401
from replylint.language._italian import ReplyItalian


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = ReplyItalian()
    nlp.add_pipe("replylint_sentences")
    return nlp


def split(nlp: Language, text: str) -> list[str]:
    return [sent.text.strip() for sent in nlp(text).sents]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Grazie. A presto!", ["Grazie.", "A presto!"]),
        ("Gentile Sig.ra Neri, scriva al n. 3.", ["Gentile Sig.ra Neri, scriva al n. 3."]),
        ("Veda l'art. 5 del contratto.", ["Veda l'art. 5 del contratto."]),
        ("Chiami il tel. 800 123. Grazie.", ["Chiami il tel. 800 123.", "Grazie."]),
        ("Ci dispiace... ma non è possibile.", ["Ci dispiace... ma non è possibile."]),
        ("Ci dispiace... Non è possibile.", ["Ci dispiace...", "Non è possibile."]),
        ("Ciao Pia 😊 Siamo qui", ["Ciao Pia 😊", "Siamo qui"]),
        ("Grazie! 🙏🙏 a domani", ["Grazie! 🙏🙏", "a domani"]),
        ("Davvero?! Ci scusi.", ["Davvero?!", "Ci scusi."]),
        ("Vada su www.esempio.it. Poi acceda.", ["Vada su www.esempio.it.", "Poi acceda."]),
        ("Scriva a info@esempio.it per info.", ["Scriva a info@esempio.it per info."]),
        ("Costa 10.50 euro. ok?", ["Costa 10.50 euro.", "ok?"]),
        ("«Come?» ci ha chiesto.", ["«Come?» ci ha chiesto."]),
        ("Libri, riviste ecc. Tutto qui.", ["Libri, riviste ecc.", "Tutto qui."]),
        ("Le scrive G. Neri.", ["Le scrive G. Neri."]),
    ],
)
def test_ends_within_a_line(nlp: Language, text: str, expected: list[str]) -> None:
    assert split(nlp, text) == expected


def test_greeting_line_is_a_sentence(nlp: Language) -> None:
    text = "Gentile Paola,\nabbiamo ricevuto la sua mail.\n\nCordiali saluti\nIl team"
    assert split(nlp, text) == [
        "Gentile Paola,",
        "abbiamo ricevuto la sua mail.",
        "Cordiali saluti",
        "Il team",
    ]


def test_list_items_are_sentences(nlp: Language) -> None:
    text = "Le servono:\n- il codice\n- una foto\n1. apra l'app\n2. tocchi Invia"
    assert len(split(nlp, text)) == 5


def test_wrapped_line_goes_on(nlp: Language) -> None:
    text = "Abbiamo esaminato con attenzione tutta la sua richiesta e\npossiamo confermarla."
    assert len(split(nlp, text)) == 1


@pytest.mark.parametrize("text", ["", " ", "\n", "...", "😊", "\n\nCiao"])
def test_odd_texts_pass(nlp: Language, text: str) -> None:
    split(nlp, text)


def test_every_token_has_a_decision(nlp: Language) -> None:
    doc = nlp("Grazie. A presto!")
    assert [token.is_sent_start for token in doc] == [True, False, True, False, False]


def test_works_ahead_of_another_tokenizer() -> None:
    nlp = spacy.blank("it")
    nlp.add_pipe("replylint_sentences")
    assert len(split(nlp, "Buongiorno sig. Blu. Come va?")) == 2
