from __future__ import annotations

import pytest

from tests.language.frame_cases import FrameCase, cases, check, parsed


@pytest.mark.parametrize("case", cases("copula"))
def test_reading(case: FrameCase) -> None:
    check(case)


def test_what_is_there_is_no_predicate() -> None:
    (frame,) = parsed("Non risulta alcun pagamento.").frames
    assert (frame.predicate, frame.polarity) == ("risultare", "denied")
