from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from replylint.engine.problems import RuleFileError
from replylint.engine.reading import Reader
from replylint.engine.ruleset import RuleFile, build_ruleset
from replylint.engine.schema import TokenPattern

TESTS = "tests: {flags: [a, b, c], passes: [a, b, c]}\nabout: {it: a, en: a}\n"


def test_both_sides_are_read_in_one_go(reader: Reader) -> None:
    texts = [("Buongiorno.", "reply"), ("", "customer"), ("L'app non funziona.", "customer")]
    readings = list(reader.read_all(texts))  # type: ignore[arg-type]
    assert [reading.side for reading in readings] == ["reply", "customer", "customer"]
    assert [sorted(reading.acts) for reading in readings] == [["greeting"], [], ["complaint"]]


def test_gauges_are_of_a_side(reader: Reader) -> None:
    (reading,) = reader.read_all([("Ok.", "reply")])
    assert reading.gauges == {"formality"}
    assert reading.gauge("formality") is reading.gauge("formality")


def test_a_pattern_that_only_spacy_refuses_names_its_file(reader: Reader) -> None:
    raw = f"act: x\ntokens: [[{{LOWER: a}}]]\n{TESTS}".encode()
    ruleset = build_ruleset([RuleFile(Path("x.yaml"), "act", raw)])
    refused = TokenPattern(pattern=[{"LOWER": "a", "OP": "{3,1}"}])  # unchecked
    ruleset.acts["x"] = replace(ruleset.acts["x"], tokens=(refused,))
    with pytest.raises(RuleFileError) as caught:
        Reader(reader.nlp, ruleset)
    assert str(caught.value).startswith("x.yaml: x: tokens[0]: spaCy refuses it")
    assert str(caught.value).isprintable()
