"""What `explain` shows: the acts of each sentence, the gauges, and each rule's truth tree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from replylint.engine.logic import Truth, Verdict
from replylint.reporters.page import SEVERITY_STYLES, page
from replylint.reporters.view import View
from replylint.reporters.visible import one_line

if TYPE_CHECKING:
    from replylint.engine.explain import ActView, Explanation, GaugeView, RuleView, SentenceView
    from replylint.language.frames import Frame

_SIGNS = {Truth.TRUE: ("✓", "green"), Truth.FALSE: ("✗", "red"), Truth.UNKNOWN: ("?", "yellow")}


def render(explanation: Explanation, view: View, suppressed: Collection[str] = ()) -> str:
    """The explanation as a page of text; `view.verbose` adds the clauses of each sentence.

    In: the rules that are not reported for this draft, whatever comes of them.
    """
    return page(_blocks(explanation, view, suppressed), view.width, view.colour)


def _blocks(
    explanation: Explanation, view: View, suppressed: Collection[str]
) -> Iterator[RenderableType]:
    words = view.strings
    draft = explanation.report.draft
    name = "" if draft.id == draft.path else f" · {one_line(draft.id)}"
    yield Text(f"{one_line(draft.path)}{name}", style="bold underline")
    yield _title(words.sentences)
    for number, sentence in enumerate(explanation.sentences, start=1):
        yield from _sentence(number, sentence, view)
    yield from _customer(explanation, view)
    if explanation.gauges:
        yield _title(words.gauges)
        yield from (_indented(_gauge(gauge), 2) for gauge in explanation.gauges)
    yield _title(words.rules)
    for rule in explanation.rules:
        yield from _rule(rule, view, rule.rule in suppressed)
    if explanation.nearest_miss is not None:
        yield _title(words.nearest_miss)
        yield from _nearest(explanation.nearest_miss, view)


def _title(text: str) -> RenderableType:
    return Padding(Text(text, style="bold"), (1, 0, 0, 0))


def _indented(text: RenderableType, columns: int) -> RenderableType:
    return Padding(text, (0, 0, 0, columns))


def _sentence(number: int, sentence: SentenceView, view: View) -> Iterator[RenderableType]:
    yield _indented(Text(f"{number}. {one_line(sentence.text)}"), 2)
    for act in sentence.acts:
        yield _indented(_act(act), 5)
    if not sentence.acts:
        yield _indented(Text(view.strings.no_act, style="dim"), 5)
    if view.verbose:
        yield from (_indented(Text(_frame(frame), style="dim"), 5) for frame in sentence.frames)


def _act(act: ActView) -> Text:
    text = Text(act.act, style="cyan")
    text.append(f" «{one_line(act.quote)}»", style="not bold default")
    attributes = ", ".join(f"{key}: {value}" for key, value in act.attributes.items())
    text.append(f"  {one_line(' · '.join(p for p in (attributes, act.pattern) if p))}", style="dim")
    return text


def _frame(frame: Frame) -> str:
    """One clause in a line: predicate, then what differs from a plain statement of fact."""
    said = [frame.agent, frame.force, frame.polarity, frame.time, frame.modality, frame.standing]
    return one_line(f"{frame.predicate}: {', '.join(str(value) for value in said if value)}")


def _customer(explanation: Explanation, view: View) -> Iterator[RenderableType]:
    words = view.strings
    reading = explanation.report.customer
    if reading is None and not explanation.customer_acts:
        return
    yield _title(words.customer.capitalize())
    if reading is not None:
        kind = words.kinds.get(reading.kind or "", "–")
        yield _indented(Text(f"{kind}, {words.tones[reading.tone.value]}"), 2)
        for cue in reading.tone.evidence:
            yield _indented(Text(f"{one_line(cue.cue)} «{one_line(cue.quote)}»", style="dim"), 5)
    yield from (_indented(_act(act), 5) for act in explanation.customer_acts)


def _gauge(gauge: GaugeView) -> Text:
    reached = gauge.score >= gauge.threshold
    text = Text(gauge.gauge, style="cyan" if reached else "dim")
    text.append(f" {gauge.score:g}/{gauge.threshold:g}", style="default")
    cues = "; ".join(f"{cue.cue} {cue.weight:+g} «{one_line(cue.quote)}»" for cue in gauge.cues)
    text.append(f"  {cues}", style="dim")
    return text


def _rule(rule: RuleView, view: View, suppressed: bool) -> Iterator[RenderableType]:
    words = view.strings
    head = Text(rule.rule, style="bold")
    if rule.severity is not None:
        severity = words.severities[rule.severity][0]
        head.append(f"  {words.fires}: {severity}", style=SEVERITY_STYLES[rule.severity])
    elif rule.outcome == "skipped":
        head.append(f"  {words.skips[0]} ({words.needs}: {rule.needs})", style="not bold yellow")
    else:
        head.append(f"  {words.silent}", style="not bold green")
    if suppressed and rule.outcome != "silent":
        head.append(f", {words.suppressed_here}", style="not bold dim")
    yield _indented(head, 2)
    if rule.likely is not None:
        why = one_line(", ".join(rule.because))
        yield _indented(Text(f"{words.likely} {rule.likely:.2f}: {why}", style="dim"), 5)
    yield from _tree(rule.when, 5)
    if rule.unless is not None:
        yield _indented(Text(words.unless, style="dim"), 5)
        yield from _tree(rule.unless, 7)


def _tree(verdict: Verdict, indent: int) -> Iterator[RenderableType]:
    sign, style = _SIGNS[verdict.truth]
    line = Text(f"{sign} ", style=style)
    line.append(one_line(verdict.text), style="default")
    yield _indented(line, indent)
    for part in verdict.parts:
        yield from _tree(part, indent + 2)


def _nearest(rule: RuleView, view: View) -> Iterator[RenderableType]:
    yield _indented(Text(f"{rule.rule}: {view.strings.would_fire}"), 2)
    yield from _changes(rule.changes)


def _changes(changes: Iterable[Verdict]) -> Iterator[RenderableType]:
    for change in changes:
        sign, style = _SIGNS[change.truth]
        yield _indented(Text(f"{sign} {one_line(change.text)}", style=style), 5)
