from __future__ import annotations

import pytest

from tests.language.frame_cases import FrameCase, cases, check


@pytest.mark.parametrize("case", cases("quoted", "conceded", "relative", "subordinates"))
def test_reading(case: FrameCase) -> None:
    check(case)
