from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.reporters.visible import inert, one_line, visible, visible_lines

ANY_TEXT = st.text(st.characters())


@given(ANY_TEXT)
def test_length_stays_and_nothing_acts(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not {unicodedata.category(sign) for sign in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(sign) for sign in shown} & {
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    }  # fmt: skip
    shown.encode()


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_plain_words_stay() -> None:
    text = "È così, perché no? «ecco» – 😀 👩‍🔧 e'"
    assert visible(text) == text


def test_controls_become_their_pictures() -> None:
    assert visible("a\x1b[0m\tb\n") == "a␛[0m b␊"
    assert visible_lines("a\r\nb\nc\r") == "a\nb\nc␍"


@pytest.mark.parametrize(
    "line", ["::error::x", " \t::set-env name=a::b", "##[group]x", "##vso[a]b"]
)
def test_no_line_is_a_ci_command(line: str) -> None:
    first, second = inert(f"a ::b\n{line}").splitlines()
    assert first == "a ::b"
    assert not second.strip().startswith(("::", "##"))


def test_headings_are_no_commands() -> None:
    assert inert("## Title\n### a") == "## Title\n### a"
