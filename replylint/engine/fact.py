"""What a fact is: a typed value of the context, or the word that it is not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

from replylint.bilingual import Bilingual

if TYPE_CHECKING:
    from replylint.engine.context import Context


class Unknown(Enum):
    """What a fact is when it is not known; never true or false by guess."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
Kind = Literal["truth", "number", "word"]
FactValue = bool | float | str | Unknown


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: how it is read, what it needs (for people), its kind, and its values if few."""

    read: Callable[[Context], FactValue]
    needed: Bilingual
    kind: Kind = "truth"
    values: tuple[str, ...] = ()

    def needs(self, lang: str) -> str:
        """What would have to be known, in that language."""
        return self.needed.in_language(lang)


def or_unknown(value: bool | float | str | None) -> FactValue:
    """The value, where None says that it is not known."""
    return UNKNOWN if value is None else value
