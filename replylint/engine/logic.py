"""Three-valued logic (Kleene's strong one), and the tree that a judgement leaves behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from replylint.engine.acts import ActMatch


class Truth(Enum):
    """Whether something holds, as far as is known."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


def truth(holds: bool) -> Truth:
    """A bool as a Truth."""
    return Truth.TRUE if holds else Truth.FALSE


def negation(value: Truth) -> Truth:
    """Unknown stays unknown."""
    if value is Truth.UNKNOWN:
        return value
    return Truth.FALSE if value is Truth.TRUE else Truth.TRUE


def conjunction(values: Iterable[Truth]) -> Truth:
    """False as soon as one is; else unknown as soon as one is."""
    found = Truth.TRUE
    for value in values:
        if value is Truth.FALSE:
            return value
        if value is Truth.UNKNOWN:
            found = value
    return found


def disjunction(values: Iterable[Truth]) -> Truth:
    """True as soon as one is; else unknown as soon as one is."""
    return negation(conjunction(negation(value) for value in values))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A condition judged: its truth, and how its parts came out.

    Attributes:
        kind: all, any, none, not, act, group, gauge or fact.
        text: the condition in short, for people.
        act: for an act, its name.
        matches: for an act or group, the spans that satisfy it.
        where: for an act or group, the text it was looked for in.
        evidence: quotes from other texts that speak for it.
        missing: the fact that would have had to be known.
    """

    kind: str
    text: str
    truth: Truth
    parts: tuple[Verdict, ...] = ()
    matches: tuple[ActMatch, ...] = ()
    where: str = "reply"
    evidence: tuple[str, ...] = ()
    missing: str | None = None
    act: str | None = None


def leaves(verdict: Verdict) -> Iterator[Verdict]:
    """The conditions that have no parts, from left to right."""
    if not verdict.parts:
        yield verdict
    for part in verdict.parts:
        yield from leaves(part)


def missing_facts(verdict: Verdict) -> tuple[str, ...]:
    """The facts that leave a verdict unknown, each once."""
    if verdict.truth is not Truth.UNKNOWN:
        return ()
    if verdict.missing is not None:
        return (verdict.missing,)
    found = (fact for part in verdict.parts for fact in missing_facts(part))
    return tuple(dict.fromkeys(found))


def flips(verdict: Verdict, wanted: Truth) -> tuple[Verdict, ...]:
    """The fewest leaves that would have to change for the verdict to come out as `wanted`."""
    if verdict.truth is wanted:
        return ()
    if verdict.kind == "not":
        return flips(verdict.parts[0], negation(wanted))
    if verdict.kind == "none":
        return _flips_of_parts(verdict, negation(wanted), every=wanted is Truth.TRUE)
    if verdict.kind in ("all", "any"):
        every = (verdict.kind == "all") == (wanted is Truth.TRUE)
        return _flips_of_parts(verdict, wanted, every=every)
    return (verdict,)


def _flips_of_parts(verdict: Verdict, wanted: Truth, *, every: bool) -> tuple[Verdict, ...]:
    needed = [flips(part, wanted) for part in verdict.parts]
    return tuple(leaf for part in needed for leaf in part) if every else min(needed, key=len)
