"""What a verb chain is made of: the steps that were unwrapped to reach its predicate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LinkKind = Literal[
    "perfect", "passive", "progressive", "imminent", "modal", "impersonal", "evaluative",
    "asking", "enabling", "own", "inverting", "causative", "copula", "capacity",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the unwrapping: what kind, by which lemma, at which token."""

    kind: LinkKind
    lemma: str
    token: int
