"""Reports to what may be kept of them, and back: quotes as places, messages as rule ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, cast

from replylint.conversation import Draft
from replylint.engine.schema_rules import Rule
from replylint.engine.wording import finding as worded
from replylint.findings import (
    SEVERITIES,
    ActSpan,
    Cue,
    CustomerReading,
    DraftReport,
    Finding,
    Mention,
    Skipped,
    ToneReading,
)

Kept = list[Any]


def encode(report: DraftReport) -> tuple[Kept, bool]:
    """A report as JSON can hold it, and whether it may be stored.

    It may not where a quote cannot be given as a place in the draft and so stands there in clear.
    """
    quotes = _Quotes(report.draft)
    kept = [
        _customer(report.customer, quotes),
        [[act.act, act.start, act.end] for act in report.acts],
        [_finding(found, quotes) for found in report.findings],
        [[skip.rule, skip.needs] for skip in report.skipped],
    ]
    return kept, not quotes.in_clear


def decode(kept: Any, draft: Draft, rules: Mapping[str, Rule], lang: str) -> DraftReport | None:
    """The report of a draft from what was kept of it; None when that makes no sense."""
    try:
        customer, acts, findings, skipped = kept
        quotes = _Quotes(draft)
        return DraftReport(
            draft=draft,
            customer=None if customer is None else _customer_from(customer, quotes),
            acts=tuple(_acts(acts, draft.conversation.reply or "")),
            findings=tuple(_finding_from(one, quotes, rules, lang) for one in findings),
            skipped=tuple(_skipped(rule, needs) for rule, needs in skipped),
        )
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None


class _Quotes:
    """Quotes of a draft as places: [text, start, end], text 0 the reply, then thread and topics."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.in_clear = False

    @property
    def _texts(self) -> Iterator[str]:
        yield self.draft.conversation.reply or ""
        for message in self.draft.conversation.thread:
            yield message.text
        for topic in self.draft.conversation.about:
            yield topic.text

    def place(self, quote: str) -> list[int] | str:
        """Where a quote stands; the quote itself if it stands nowhere (markup came between)."""
        for index, text in enumerate(self._texts):
            start = text.find(quote)
            if start >= 0:
                return [index, start, start + len(quote)]
        self.in_clear = True
        return quote

    def at(self, place: list[int] | str) -> str:
        """The quote at a place. Raises ValueError when the draft has no such place."""
        if isinstance(place, str):
            return place
        index, start, end = place
        text = list(self._texts)[index]
        return _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> str:
    if not 0 <= start <= end <= len(text):
        raise ValueError("a place outside of the text")
    return text[start:end]


def _customer(reading: CustomerReading | None, quotes: _Quotes) -> Kept | None:
    if reading is None:
        return None
    tone = reading.tone
    cues = [[cue.start, cue.end, quotes.place(cue.quote), cue.cue] for cue in tone.evidence]
    about = [
        [said.subject, said.start, said.end, quotes.place(said.quote), said.source]
        for said in reading.about
    ]
    told = [tone.value, tone.confidence, tone.source, cues]
    return [reading.kind, reading.confidence, told, about]


def _customer_from(kept: Kept, quotes: _Quotes) -> CustomerReading:
    kind, likely, (value, confidence, source, cues), mentions = kept
    evidence = tuple(Cue(start, end, quotes.at(place), cue) for start, end, place, cue in cues)
    about = tuple(
        Mention(subject, start, end, quotes.at(place), source)
        for subject, start, end, place, source in mentions
    )
    return CustomerReading(kind, ToneReading(value, confidence, source, evidence), likely, about)


def _acts(kept: Iterable[Kept], reply: str) -> Iterator[ActSpan]:
    for act, start, end in kept:
        yield ActSpan(act, start, end, _cut(reply, start, end))


def _finding(found: Finding, quotes: _Quotes) -> Kept:
    return [
        found.rule,
        SEVERITIES.index(found.severity),
        found.start,
        found.end,
        dict(found.attributes),
        [quotes.place(quote) for quote in found.evidence],
        found.fingerprint,
    ]


def _finding_from(kept: Kept, quotes: _Quotes, rules: Mapping[str, Rule], lang: str) -> Finding:
    name, severity, start, end, attributes, evidence, fingerprint = kept
    if start is not None:
        _cut(quotes.draft.conversation.reply or "", start, end)
    return worded(
        rules[name],
        SEVERITIES[severity],
        quotes.draft,
        None if start is None else (start, end),
        cast("Mapping[str, str]", attributes),
        tuple(quotes.at(place) for place in evidence),
        fingerprint,
        lang,
    )


@cache
def _skipped(rule: str, needs: str) -> Skipped:
    return Skipped(rule, needs)
