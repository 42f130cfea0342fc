from __future__ import annotations

import pytest

from tests.language.frame_cases import FrameCase, cases, check, parsed


@pytest.mark.parametrize("case", cases("arguments"))
def test_reading(case: FrameCase) -> None:
    check(case)


def test_the_span_of_an_argument() -> None:
    reading = parsed("Porti la tessera al banco informazioni.")
    spans = {
        argument.role: reading.doc[argument.start : argument.end].text
        for argument in reading.frames[0].arguments
    }
    assert spans == {"object": "la tessera", "place": "al banco informazioni"}
