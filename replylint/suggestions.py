"""A hint for a word that is not known: the nearest one that is."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from replylint.bilingual import Bilingual

_LONGEST = 60
"""Characters of a word that are compared: what is longer is no slip of the pen."""


def suggestion(word: str, known: Iterable[str], cutoff: float = 0.6) -> Bilingual:
    """A hint to append to a message, as in "… (did you mean 'x'?)"; empty when no word is near.

    `cutoff`: how alike they must be, from 0 (not at all) to 1 (the same).
    """
    near = get_close_matches(word[:_LONGEST], list(known), n=1, cutoff=cutoff)
    if not near:
        return Bilingual("", "")
    return Bilingual(f" (forse intendeva «{near[0]}»?)", f" (did you mean '{near[0]}'?)")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint in English, for what is said about rule files, settings and options."""
    return suggestion(word, known).en
