"""Why a draft came out as it did: what was read in it, and each rule's truth tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from replylint.conversation import Draft
from replylint.engine.context import Context
from replylint.engine.evaluate import needs, report
from replylint.engine.judging import Outcome, judge_rule
from replylint.engine.logic import Truth, Verdict, flips
from replylint.engine.schema_rules import Rule
from replylint.findings import DraftReport, Severity
from replylint.language.frames import Frame
from replylint.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class ActView:
    """A speech act: its words as written, its attributes, and the pattern that found it."""

    act: str
    start: int
    end: int
    quote: str
    attributes: Mapping[str, str]
    pattern: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of the reply as written, the acts that begin in it, and its clauses."""

    start: int
    end: int
    text: str
    acts: tuple[ActView, ...]
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class CueView:
    """A cue of a gauge, and the words (of the parsed text) that counted."""

    cue: str
    weight: float
    quote: str


@dataclass(frozen=True, slots=True)
class GaugeView:
    """What a gauge says; `where` is the text it was read off: reply or customer."""

    gauge: str
    where: str
    score: float
    threshold: float
    cues: tuple[CueView, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """How a rule came out.

    Attributes:
        needs: for a skipped rule, what it would have needed, for people.
        changes: for a silent rule, the fewest conditions that would have to come out otherwise
            for it to fire.
        likely: how likely a reader is to mark it (0–1), by the learned reading; None where that
            has nothing to say. `because`: what is known of the case that spoke most for it.
    """

    rule: str
    outcome: Outcome
    severity: Severity | None
    when: Verdict
    unless: Verdict | None
    needs: str
    changes: tuple[Verdict, ...]
    likely: float | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that can be shown of one draft.

    Attributes:
        customer_acts: acts in the customer's messages, in characters of those messages.
        nearest_miss: the silent rule that lacks least to fire; None when there is none.
    """

    report: DraftReport
    sentences: tuple[SentenceView, ...]
    customer_acts: tuple[ActView, ...]
    gauges: tuple[GaugeView, ...]
    rules: tuple[RuleView, ...]
    nearest_miss: RuleView | None


def explain(
    draft: Draft, offsets: OffsetMap, context: Context, rules: Iterable[Rule], lang: str
) -> Explanation:
    """Everything about a read draft; `offsets` lead from the parsed reply to the one as written."""
    rules = tuple(rules)
    views = tuple(_rule_view(rule, context, lang) for rule in rules)
    silent = [view for view in views if view.outcome == "silent" and view.changes]
    return Explanation(
        report=report(draft, offsets, context, rules, lang),
        sentences=tuple(_sentences(draft, offsets, context)),
        customer_acts=_customer_acts(context),
        gauges=tuple(_gauges(context)),
        rules=views,
        nearest_miss=min(silent, key=lambda view: len(view.changes), default=None),
    )


def _rule_view(rule: Rule, context: Context, lang: str) -> RuleView:
    judged = judge_rule(rule, context)
    changes: tuple[Verdict, ...] = ()
    if judged.outcome == "silent":
        changes = flips(judged.when, Truth.TRUE)
        if judged.unless is not None and judged.unless.truth is Truth.TRUE:
            changes += flips(judged.unless, Truth.FALSE)
    return RuleView(
        rule=rule.rule,
        outcome=judged.outcome,
        severity=judged.severity,
        when=judged.when,
        unless=judged.unless,
        needs=needs(judged, lang),
        changes=changes,
        likely=None if context.likely is None else context.likely.odds.get(rule.rule),
        because=() if context.likely is None else context.likely.because(rule.rule),
    )


def _sentences(draft: Draft, offsets: OffsetMap, context: Context) -> Iterator[SentenceView]:
    if context.reply is None:
        return
    written = draft.conversation.reply or ""
    acts = [match for matches in context.reply.acts.values() for match in matches]
    text = context.reply.text
    for index, (start, end) in enumerate(text.parsed.sentences):
        low, high = offsets.to_source(*text.characters(start, end))
        found: list[ActView] = []
        for match in sorted(acts, key=lambda match: (match.start, match.end)):
            if match.sentence == index:
                first, last = offsets.to_source(match.start_char, match.end_char)
                quote = written[first:last]
                found.append(
                    ActView(match.act, first, last, quote, match.attributes, match.pattern)
                )
        frames = tuple(frame for frame in text.frames if frame.sentence == index)
        yield SentenceView(low, high, written[low:high], tuple(found), frames)


def _customer_acts(context: Context) -> tuple[ActView, ...]:
    messages = context.customer_messages
    if messages is None:
        return ()
    return tuple(
        ActView(
            act=match.act,
            start=messages.written(match.start, match.end)[0],
            end=messages.written(match.start, match.end)[1],
            quote=messages.quote(match.start, match.end),
            attributes=match.attributes,
            pattern=match.pattern,
        )
        for matches in messages.reading.acts.values()
        for match in matches
    )


def _gauges(context: Context) -> Iterator[GaugeView]:
    for name in context.reader.gauges:
        gauge, where = context.gauge(name)
        if gauge is not None:
            cues = (
                CueView(hit.cue, hit.weight, context.quote(where, hit.start, hit.end))
                for hit in gauge.hits
            )
            yield GaugeView(name, where, gauge.score, gauge.threshold, tuple(cues))
