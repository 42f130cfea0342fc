"""The examples of the page on the library, run."""

from __future__ import annotations

import doctest
import re
from dataclasses import fields

import pytest
from spacy.language import Language

from replylint.language import components
from replylint.language.frames import Frame
from replylint.language.pipeline import load
from tests.docs.pages import blocks, page

PAGE = "library.md"
assert components.CLAUSES, "its import registers the components where nothing is installed"


def test_the_examples() -> None:
    text = "".join(blocks(PAGE, "python"))
    test = doctest.DocTestParser().get_doctest(text, {}, PAGE, PAGE, 0)
    told: list[str] = []
    doctest.DocTestRunner().run(test, out=told.append)
    assert "".join(told) == ""


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = load()
    pipeline.add_pipe("replylint_clauses")
    return pipeline


def _table() -> list[list[str]]:
    found = re.search(r"<!-- frames -->\n(.*?)<!-- end of frames -->", page(PAGE), re.DOTALL)
    assert found is not None
    rows = [line.strip("| ").split(" | ") for line in found[1].splitlines()]
    return [rows[0], *rows[2:]]


@pytest.mark.parametrize("row", _table()[1:], ids=lambda row: row[0])
def test_the_table_of_frames(row: list[str], nlp: Language) -> None:
    text, *values = row
    (frame,) = nlp(text)._.clauses
    names = _table()[0][1:]
    assert [str(getattr(frame, name) or "–") for name in names] == values


def test_every_field_is_told() -> None:
    assert [one.name for one in fields(Frame) if f"`{one.name}`" not in page(PAGE)] == []
