"""What passes for a figure wherever people may give one."""

from __future__ import annotations

import sys
from typing import TypeGuard


def is_above_zero(value: object) -> TypeGuard[float]:
    """Whether it is above zero and a float can hold it; truth values are no numbers, nor is nan."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 < value <= sys.float_info.max
