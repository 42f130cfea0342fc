from __future__ import annotations

import pytest

from replylint.language.voices import Voices, address_form
from tests.language.frame_cases import pipeline


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Hai già provato? Mandaci il tuo codice.", "tu"),
        ("Ci indichi il Suo codice.", "lei"),
        ("Vi aspettiamo con i vostri amici.", "voi"),
        ("Il negozio apre alle nove.", "unknown"),
        ("", "unknown"),
    ],
)
def test_address(text: str, address: str) -> None:
    assert address_form(pipeline()(text)) == address


def test_the_other_party_hears() -> None:
    assert Voices("company", "tu").hearer == "customer"
    assert Voices("customer", "unknown").hearer == "company"
