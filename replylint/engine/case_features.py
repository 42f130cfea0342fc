"""Features of a whole case for the learned readings of rules: what is known of it, and its words.

Most weight lies on what was understood already (facts, acts, how likely each act is in the best
sentence); the words of the reply and of the customer are beside it for what no act has a name for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.engine.fact import UNKNOWN, FactValue
from replylint.engine.facts_customer import customer_kind, customer_thanks_only, customer_tone
from replylint.engine.features import MOST_WORDS, FeatureGroup

if TYPE_CHECKING:
    from replylint.engine.context import Context
    from replylint.engine.reading import Reading

_FACTS = (
    "channel",
    "customer",
    "first-agent-message",
    "macro",
    "public",
    "reply.asks-for-known",
    "reply.ends-with-question",
    "reply.is-public",
    "reply.refers-back",
    "reply.repeats-agent",
    "reply.reveals-personal-data",
    "reply.takes-up-topic",
    "thread",
)
_HEARD: Mapping[str, Callable[..., FactValue]] = {
    "customer.kind": customer_kind,
    "customer.thanks-only": customer_thanks_only,
    "customer.tone": customer_tone,
}
"""Facts that depend on what these features are for; taken as they are without it."""
_STEPS = (0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)
_LENGTHS = (8, 15, 25, 40, 60)
_LIKELY = 0.5
_MOST_SENTENCES = 6
_KNOWN_WEIGHT, _WORD_WEIGHT, _LETTER_WEIGHT = 6.0, 3.0, 2.0
"""Found by leaving authors out of `model/learned/cases`; half or twice as much does little."""


@dataclass(frozen=True, slots=True)
class CaseFeatures:
    """What a case shows: `known` names facts, acts and odds, `groups` hold all with weights."""

    known: frozenset[str]
    groups: tuple[FeatureGroup, ...]


def case_features(context: Context, reply: Reading) -> CaseFeatures:
    """The features of a case whose reply has been read."""
    known = frozenset(_known(context, reply))
    groups: list[FeatureGroup] = [
        FeatureGroup(_KNOWN_WEIGHT, known),
        FeatureGroup(_WORD_WEIGHT, reply.features.words),
        FeatureGroup(_LETTER_WEIGHT, recurring=reply.features.letters),
    ]
    if context.customer is not None:
        found = context.customer.features
        letters = tuple(map(_letters_of_customer, found.letters))
        groups.append(FeatureGroup(_WORD_WEIGHT, _of_customer(found.words)))
        groups.append(FeatureGroup(_LETTER_WEIGHT, recurring=letters))
    return CaseFeatures(known, tuple(groups))


def _of_customer(names: frozenset[str]) -> frozenset[str]:
    return frozenset(f"customer {name}" for name in names)


_letters_of_customer = lru_cache(MOST_WORDS)(_of_customer)


def _known(context: Context, reply: Reading) -> Iterator[str]:
    facts = {name: context.fact(name) for name in _FACTS}
    facts |= {name: fact(context, heard=True) for name, fact in _HEARD.items()}
    for name, value in facts.items():
        yield f"{name}: {'unknown' if value is UNKNOWN else value}"
    words = context.fact("reply.words")
    yield from (f"words from {least}" for least in _LENGTHS if words >= least)  # type: ignore[operator]
    yield from (f"act {name}" for name in reply.acts)
    yield from _odds(reply.sentence_odds)
    if context.customer is not None:
        yield from (f"customer act {name}" for name in context.customer.acts)
        yield from _steps("customer odds", context.customer_odds)
        yield from _again(context.customer, reply)


def _again(customer: Reading, reply: Reading) -> Iterator[str]:
    """Verbs that both sides use: to be told what one has done already is no help."""
    said = {frame.predicate: frame.time for frame in customer.text.frames if frame.verbal}
    for frame in reply.text.frames:
        if frame.verbal and frame.predicate in said:
            yield f"again {frame.force}"
            yield f"again {frame.force} {said[frame.predicate]}"


def _odds(sentences: tuple[Mapping[str, float], ...]) -> Iterator[str]:
    """How likely each act is in the sentence where it is likeliest, and in the outer sentences."""
    if not sentences:
        return
    yield f"sentences {min(len(sentences), _MOST_SENTENCES)}"
    yield from _steps("odds", {name: max(o[name] for o in sentences) for name in sentences[0]})
    yield from (f"first {name}" for name in _likely(sentences[0]))
    yield from (f"last {name}" for name in _likely(sentences[-1]))


def _likely(odds: Mapping[str, float]) -> Iterable[str]:
    return (name for name, odd in odds.items() if odd >= _LIKELY)


def _steps(kind: str, odds: Mapping[str, float]) -> Iterator[str]:
    for name, odd in odds.items():
        yield from (f"{kind} {name} from {least}" for least in _STEPS if odd >= least)
