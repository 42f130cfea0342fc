"""Where a rule that fires points: token spans of the reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from replylint.engine.acts import ActMatch
from replylint.engine.context import Context
from replylint.engine.judging import Judgement
from replylint.engine.logic import Truth, leaves
from replylint.engine.schema_rules import Mark

_LEAST_LIKELY = 0.1
"""A sentence less likely than that to be an act is not shown for one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens [start, end) of the reply, and the attributes of the act that stands there."""

    start: int
    end: int
    attributes: Mapping[str, str]


def places(judgement: Judgement, context: Context) -> tuple[Place, ...]:
    """The places of the first mark that is there; at most one for a rule about absence."""
    for mark in judgement.rule.underline:
        found = _marked(mark, judgement, context)
        if found:
            return found[:1] if judgement.rule.absence else found
    return ()


def _marked(mark: Mark, judgement: Judgement, context: Context) -> tuple[Place, ...]:
    if mark.gauge is not None:
        return _strongest_sentence(mark.gauge, context)
    if mark.likeliest is not None:
        return _likeliest_sentence(mark.likeliest, context)
    matches = _satisfied(mark.act or mark.sentence or "", judgement, context)
    return _apart(_place(match, mark, context) for match in matches)


def _place(match: ActMatch, mark: Mark, context: Context) -> Place:
    if mark.sentence is None or context.reply is None:
        return Place(match.start, match.end, match.attributes)
    text = context.reply.text
    return Place(*text.trimmed(*text.words.sentence_span(match.start)), match.attributes)


def _satisfied(act: str, judgement: Judgement, context: Context) -> tuple[ActMatch, ...]:
    """The spans that made the rule fire; all spans of an act that it fires without asking for."""
    found: list[ActMatch] = []
    asked = False
    for leaf in leaves(judgement.when):
        if leaf.where == "reply" and leaf.kind in ("act", "group"):
            named = [match for match in leaf.matches if match.act == act]
            asked = asked or leaf.act == act or bool(named)
            if leaf.truth is Truth.TRUE:
                found.extend(named)
    if asked or context.reply is None:
        return tuple(found)
    return context.reply.acts.get(act, ())


def _strongest_sentence(name: str, context: Context) -> tuple[Place, ...]:
    """The sentence on which the gauge's cues weigh most; of equals the longest."""
    gauge, where = context.gauge(name)
    if gauge is None or where != "reply" or context.reply is None:
        return ()
    text = context.reply.text
    weights: dict[tuple[int, int], float] = {}
    for hit in gauge.hits:
        sentence = text.words.sentence_span(hit.start)
        weights[sentence] = weights.get(sentence, 0.0) + hit.weight
    if not weights:
        return ()
    best = max(weights, key=lambda span: (weights[span], span[1] - span[0]))
    return (Place(*text.trimmed(*best), {}),)


def _likeliest_sentence(act: str, context: Context) -> tuple[Place, ...]:
    """The sentence that the learned reading holds to be likeliest to be an act, if any may be."""
    if context.reply is None:
        return ()
    odds = [each.get(act, 0.0) for each in context.reply.sentence_odds]
    if max(odds, default=0.0) < _LEAST_LIKELY:
        return ()
    text = context.reply.text
    best = text.parsed.sentences[odds.index(max(odds))]
    return (Place(*text.trimmed(*best), {}),)


def _apart(found: Iterable[Place]) -> tuple[Place, ...]:
    """Of places that overlap, the first and longest."""
    kept: list[Place] = []
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return tuple(kept)
