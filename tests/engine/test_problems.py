from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.problems import RuleFileError, printable, quoted
from replylint.suggestions import did_you_mean, suggestion


def test_problem_is_file_line_column_and_message() -> None:
    assert str(RuleFileError(Path("a.yaml"), "wrong", 3, 7)) == "a.yaml:3:7: wrong"
    assert str(RuleFileError("a.yaml", "wrong")) == "a.yaml: wrong"


@given(st.text())
def test_problem_is_one_printable_line(text: str) -> None:
    line = str(RuleFileError(f"{text}.yaml", f"key {quoted(text)}", 1))
    assert line.isprintable()
    assert len(line.splitlines()) == 1


def test_escape_sequences_are_shown_not_sent() -> None:
    assert printable("a\x1b[31mb\n") == "a\\x1b[31mb\\n"


def test_near_words_are_suggested_and_far_ones_are_not() -> None:
    assert did_you_mean("custmer", ["company", "customer"]) == " (did you mean 'customer'?)"
    assert did_you_mean("zzz", ["company", "customer"]) == ""
    assert suggestion("custmer", ["company", "customer"]).it == " (forse intendeva «customer»?)"
    assert suggestion("zzz", ["company", "customer"]).it == ""
