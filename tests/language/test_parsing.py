from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from replylint.language.parsing import Parsed, parse
from replylint.language.pipeline import load
from replylint.language.voices import Speaker
from tests.language.frame_cases import parsed, pipeline

WORDS = [
    "non", "ci", "la", "le", "si", "se", "che", "per", "di", "a", "e", "è", "siamo", "può", "deve",
    "scriva", "invitiamo", "scrivendoci", "stato", "fatto", "resta", "caso", "in", "come", "senza",
    "numero", "nessun", "lei", "noi", ",", ".", "?", ":", "«", "»", '"', "(", "\n", "👍", "800",
]  # fmt: skip
"""What the stages look at, in any order."""

odd_texts = st.one_of(
    st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
)
speakers = st.sampled_from(["company", "customer"])


@cache
def reading_pipeline() -> Language:
    """The pipeline with the frame component behind it."""
    nlp = load()
    nlp.add_pipe("replylint_clauses")
    return nlp


def assert_sound(reading: Parsed) -> None:
    length = len(reading.doc)
    heads = [frame.head for frame in reading.frames]
    assert heads == sorted(heads)
    assert len(reading.keys) == length
    for frame in reading.frames:
        assert 0 <= frame.start <= frame.head < frame.end <= length
        low, high = reading.sentences[frame.sentence]
        assert low <= frame.start < frame.end <= high
        assert 0.0 <= frame.certainty <= 1.0
        for argument in frame.arguments:
            assert frame.start <= argument.start < argument.end <= frame.end


@settings(deadline=None, max_examples=60)
@given(odd_texts, speakers)
def test_any_text_is_read(text: str, speaker: Speaker) -> None:
    assert_sound(parsed(text, speaker))


@settings(deadline=None, max_examples=15)
@given(st.lists(odd_texts, max_size=6))
def test_a_batch_reads_as_its_texts_do_alone(texts: list[str]) -> None:
    together = list(parse(texts, pipeline()))
    assert [reading.frames for reading in together] == [parsed(text).frames for text in texts]


ODD = ["", " ", "\n\n", "…", "😀", "\u200b", "\x00", "a" * 5000, "?!" * 300]


@pytest.mark.parametrize("text", ODD)
def test_the_component_survives_odd_texts(text: str) -> None:
    nlp = reading_pipeline()
    docs = list(nlp.pipe([text, "Ci scriva.", text]))
    assert docs[1]._.clauses[0].predicate == "scrivere"
    assert docs[0]._.clauses == docs[2]._.clauses


def test_sentences_cover_the_text() -> None:
    reading = parsed("Ciao Ada. Controlliamo noi! A presto")
    starts, ends = zip(*reading.sentences, strict=True)
    assert starts == (0, *ends[:-1])
    assert ends[-1] == len(reading.doc)
