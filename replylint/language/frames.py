"""The clause frame: what one clause of Italian says, whoever says it and however."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Agent = Literal["company", "customer", "third", "nobody"]
Force = Literal["statement", "directive", "offer", "question", "wish", "condition"]
Polarity = Literal["affirmed", "denied"]
Time = Literal["done", "now", "future"]
Modality = Literal["can", "must", "would", "none"]
Role = Literal[
    "subject", "object", "recipient", "place", "means", "time", "manner", "complement", "other"
]
Standing = Literal["main", "coordinate", "subordinate", "relative", "conceded", "quoted"]


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase that belongs to the predicate: its role, head lemma, and token span [start, end)."""

    role: Role
    lemma: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """One clause.

    Attributes:
        predicate: lemma of the content verb, or of the predicative noun, adjective or adverb
            ("è possibile" → "possibile"); for a clause with no verb, the lemma of its head.
        verbal: False for a clause with no verb of its own ("Numero verde per ogni info: 800…").
        agent: who does it.
        force: what the clause does in the talk; invitations, polite subjunctives, "si prega di",
            "bisogna", "può …" to a customer are all directive.
        light: lemma of the wrapping verb or expression that was unwrapped ("invitare", "pregare",
            "potere", "bisognare", "bastare", "chiedere"…), else None.
        standing: how the clause hangs in its sentence.
        head: token index of the predicate.
        start, end: token span [start, end) of the clause, without its subordinate clauses.
        sentence: index of the sentence in the parsed text.
        clitics: clitic pronouns of the verb, before or after it ("ci", "lo", "gli"…).
        certainty: 1.0 where verb form and neighbours decide, lower where the tree was leant on.
    """

    predicate: str
    verbal: bool
    agent: Agent
    force: Force
    polarity: Polarity
    time: Time
    modality: Modality
    arguments: tuple[Argument, ...]
    light: str | None
    standing: Standing
    head: int
    start: int
    end: int
    sentence: int
    clitics: tuple[str, ...] = ()
    certainty: float = 1.0
