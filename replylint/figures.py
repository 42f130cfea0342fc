"""What passes for a figure wherever people may give one."""

from __future__ import annotations

import math
from typing import TypeGuard


def is_above_zero(value: object) -> TypeGuard[float]:
    """Whether it is a finite number above zero; truth values are no numbers, nan is not above."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 < value < math.inf
