from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from replylint.engine.identifiers import identifiers


def found(text: str) -> list[tuple[str, str]]:
    return [(item.kind, text[item.start : item.end]) for item in identifiers(text)]


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("Il codice RSSMRA80A01H501U è giusto.", "tax-code", "RSSMRA80A01H501U"),
        ("cf rssmra80a01h501u", "tax-code", "rssmra80a01h501u"),
        ("IBAN IT60X0542811101000000123456, grazie", "iban", "IT60X0542811101000000123456"),
        (
            "IT60 X054 2811 1010 0000 0123 456 entro oggi",
            "iban",
            "IT60 X054 2811 1010 0000 0123 456",
        ),
        ("IT 60 X 05428 11101 000000123456", "iban", "IT 60 X 05428 11101 000000123456"),
        ("GB82 WEST 1234 5698 7654 32", "iban", "GB82 WEST 1234 5698 7654 32"),
        ("la carta 4111 1111 1111 1111", "card", "4111 1111 1111 1111"),
        ("al 347 5551234 oggi", "mobile", "347 5551234"),
        ("al +39 347-555.1234", "mobile", "+39 347-555.1234"),
        ("allo 0721 555010, ma", "landline", "0721 555010"),
        ("a m.rossi@gmail.com.", "email", "m.rossi@gmail.com"),
    ],
)
def test_what_is_found(text: str, kind: str, written: str) -> None:
    assert found(text) == [(kind, written)]


@pytest.mark.parametrize(
    "text",
    [
        "RSSMRA80A01H501X",  # check letter
        "IT61X0542811101000000123456",  # check digits
        "4111 1111 1111 1112",
        "numero verde 800 123456",
        "199 123 456",
        "il 03/04/2026 alle 18:30",
        "dal 2026-03-02 al 03.04.2026",
        "3.500.000.000 di euro",
        "ordine 778120",
        "@alfa e @beta",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="0123456789", min_size=14, max_size=14).map("4".__add__))
def test_a_card_is_one_with_its_check_digit_only(body: str) -> None:
    right = luhn.calc_check_digit(body)
    for digit in "0123456789":
        cards = [written for kind, written in found(f"carta {body}{digit}.") if kind == "card"]
        assert cards == ([body + digit] if digit == right else [])


@given(st.text() | st.text(alphabet="0123456789 .-/+@()ITX"))
def test_any_text_can_be_read(text: str) -> None:
    for item in identifiers(text):
        assert 0 <= item.start < item.end <= len(text)


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ("Buongiorno, arriva domani alle 9.", []),
        ("Il tuo ordine 778120 è in consegna.", []),
        ("La chiamiamo al 347 5551234.", ["phonenumbers"]),
        ("Il codice RSSMRA80A01H501U va bene.", ["stdnum"]),
    ],
)
def test_libraries_are_imported_when_they_are_needed(text: str, loaded: list[str]) -> None:
    code = (
        "import sys; from replylint.engine.identifiers import identifiers; "
        f"list(identifiers({text!r})); "
        "print(*(name for name in ('phonenumbers', 'stdnum') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == loaded
