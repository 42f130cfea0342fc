"""A hint for a word that is not known: the nearest one that is."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60
"""Characters of a word that are compared: what is longer is no slip of the pen."""


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """A hint to append to a message, as in "… (did you mean 'x'?)"; nothing when no word is near.

    `cutoff`: how alike they must be, from 0 (not at all) to 1 (the same).
    """
    near = get_close_matches(word[:_LONGEST], list(known), n=1, cutoff=cutoff)
    return f" (did you mean '{near[0]}'?)" if near else ""
