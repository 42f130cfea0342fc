from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.phrases import Item, list_name, parse_phrase


def test_words_options_gaps_and_lists() -> None:
    phrase = parse_phrase("^tenere (in) ..4 conto|nota $della $")
    assert phrase.at_start
    assert phrase.items == (
        Item((("tenere",),)),
        Item((("in",),), optional=True),
        Item((("conto",), ("nota",)), gap=4),
        Item((), ("della",)),
    )
    assert phrase.at_end
    assert phrase.lists == ("della",)


def test_elided_words_are_split_as_the_tokenizer_splits_them() -> None:
    assert parse_phrase("nell'area clienti").items[0].options == (("nell'", "area"),)


def test_hyphened_words_stand_for_one_token_or_several() -> None:
    assert parse_phrase("e-mail").items[0].options == (("e", "-", "mail"), ("e-mail",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("..3 parola", "must stand between two words"),
        ("parola ..3", "a gap must stand between two words"),
        ("uno ..3 ..3 due", "must stand between two words"),
        ("uno ..99 due", "at most 20 words"),
        ("(forse)", "at least one word"),
        ("", "at least one word"),
        ("$Bad_Name x", "is no list"),
        ("(aperta", "is not a word"),
        ("a||b", "is not a word"),
        ("x " * 30, "at most 20 words"),
        ("x " * 151, "characters long"),
    ],
)
def test_wrong_notation_is_told(text: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_phrase(text)
    assert message in str(caught.value)


@given(st.text(alphabet="ab()|$^. '’-..1234", max_size=30))
def test_any_text_is_a_phrase_or_a_value_error(text: str) -> None:
    try:
        phrase = parse_phrase(text)
    except ValueError:
        return
    assert any(not item.optional for item in phrase.items)


def test_list_names() -> None:
    assert list_name("$my-list2") == "my-list2"
    with pytest.raises(ValueError, match="my-list"):
        list_name("$My_list")
