from __future__ import annotations

import pytest

from tests.language.frame_cases import FrameCase, cases, check


@pytest.mark.parametrize("case", cases("questions", "conditionals", "thanks-and-greetings"))
def test_reading(case: FrameCase) -> None:
    check(case)
