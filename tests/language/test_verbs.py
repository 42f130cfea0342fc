from __future__ import annotations

import pytest

from replylint.language.verbs import maybe_imperative, verb_form
from tests.language.frame_cases import FrameCase, cases, check, pipeline


@pytest.mark.parametrize("case", cases("enclitics", "proclitics"))
def test_reading(case: FrameCase) -> None:
    check(case)


@pytest.mark.parametrize(
    ("text", "imperative"),
    [("Controlla la linea?", True), ("Vedi il saldo?", False), ("Controlliamo noi.", False)],
)
def test_an_indicative_that_may_command(text: str, imperative: bool) -> None:
    assert maybe_imperative(pipeline()(text)[0]) is imperative


def test_a_form_has_its_features() -> None:
    verb = verb_form(pipeline()("Attenda in linea.")[0])
    assert verb.finite
    assert verb.polite_request
    assert not verb.first
