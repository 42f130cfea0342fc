"""Auxiliaries and full verbs of the same form."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from replylint.language._auxiliaries import part_of_speech


@pytest.mark.parametrize(
    "words, pos, lemma, expected",
    [
        (["abbiamo", "già", "risposto"], ["VERB", "ADV", "VERB"], "avere", "AUX"),
        (["avete", "ragione"], ["AUX", "NOUN"], "avere", "VERB"),
        (["può", "scriverci"], ["VERB", "VERB"], "potere", "AUX"),
        (["vuole", "un", "rimborso"], ["AUX", "DET", "NOUN"], "volere", "VERB"),
        (["potrebbe", ",", "grazie"], ["AUX", "PUNCT", "INTJ"], "potere", "AUX"),
        (["è", "arrivato"], ["AUX", "VERB"], "essere", "AUX"),
    ],
)
def test_part_of_speech(words: list[str], pos: list[str], lemma: str, expected: str) -> None:
    doc = Doc(spacy.blank("it").vocab, words=words, pos=pos)
    assert part_of_speech(doc[0], lemma) == expected
