from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from replylint.language import components
from replylint.language.pipeline import load


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = load()
    pipeline.add_pipe("replylint_clauses")
    return pipeline


def test_clauses_stand_in_the_doc(nlp: Language) -> None:
    doc = nlp("Ci scriva in privato. Non possiamo aiutarla.")
    first, second = doc._.clauses
    assert (first.predicate, first.agent, first.force) == ("scrivere", "customer", "directive")
    assert (second.predicate, second.polarity) == ("aiutare", "denied")


def test_clauses_survive_serialising(nlp: Language) -> None:
    doc = nlp("La invitiamo a scriverci una mail.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.clauses == doc._.clauses != ()


def test_a_doc_that_was_not_read_has_no_clauses() -> None:
    assert Doc(spacy.blank("it").vocab, words=["ciao"])._.clauses == ()


def test_the_speaker_decides_who_is_who() -> None:
    pipeline = load()
    pipeline.add_pipe("replylint_clauses", config={"speaker": "customer"})
    assert pipeline("Vi ho scritto ieri.")._.clauses[0].agent == "customer"


def test_acts_are_spans(nlp: Language) -> None:
    pipeline = load()
    pipeline.add_pipe("replylint_acts")
    doc = pipeline("La invitiamo a contattare il servizio clienti.")
    assert "redirect" in [span.label_ for span in doc.spans[components.ACTS]]
