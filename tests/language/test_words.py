from __future__ import annotations

import pytest

from tests.language.frame_cases import FrameCase, cases, check, parsed


@pytest.mark.parametrize("case", cases("typos"))
def test_reading(case: FrameCase) -> None:
    check(case)


def keys_of(text: str, word: str) -> frozenset[str]:
    reading = parsed(text)
    return next(
        keys for token, keys in zip(reading.doc, reading.keys, strict=True) if token.text == word
    )


@pytest.mark.parametrize(
    ("text", "word", "key"),
    [
        ("Scrivendoci risolviamo.", "Scrivendoci", "scrivere"),
        ("Inviatecelo oggi.", "Inviatecelo", "inviare"),
        ("Perche non prova?", "Perche", "perché"),
        ("Ci sono novita.", "novita", "novità"),
        ("E' chiuso.", "E'", "essere"),
        ("GRAZIE mille.", "GRAZIE", "grazie"),
    ],
)
def test_what_a_token_stands_for(text: str, word: str, key: str) -> None:
    assert key in keys_of(text, word)


def test_a_known_word_stands_for_no_other() -> None:
    assert keys_of("La papa nuova.", "papa") == {"papa"}
