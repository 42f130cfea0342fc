"""Rules over one read draft: findings with their places, and what was skipped."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from replylint.conversation import Draft
from replylint.engine.context import Context
from replylint.engine.facts import FACTS
from replylint.engine.judging import Judgement, judge_rule
from replylint.engine.logic import Truth, leaves
from replylint.engine.names import OTHER_ACT
from replylint.engine.places import Place, places
from replylint.engine.schema_rules import Rule
from replylint.findings import ActSpan, DraftReport, Finding, Severity, Skipped, Source
from replylint.offsets import OffsetMap

_MOST_EVIDENCE = 5
_LONGEST_QUOTE = 80
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def report(
    draft: Draft, offsets: OffsetMap, context: Context, rules: Iterable[Rule], lang: str
) -> DraftReport:
    """Judge every rule; `offsets` lead from the parsed reply to the reply as written."""
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    for rule in rules:
        judgement = judge_rule(rule, context)
        if judgement.outcome == "skipped":
            skipped.append(Skipped(rule.rule, needs(judgement, lang)))
        elif judgement.outcome == "fires":
            findings.extend(_findings(judgement, draft, offsets, context, lang))
    findings.sort(key=lambda finding: (finding.start is None, finding.start or 0, finding.rule))
    return DraftReport(
        draft=draft,
        customer=context.customer_reading,
        acts=_act_spans(draft, offsets, context),
        findings=tuple(findings),
        skipped=tuple(skipped),
    )


def needs(judgement: Judgement, lang: str) -> str:
    """What a skipped rule would have needed, for people."""
    return ", ".join(dict.fromkeys(FACTS[fact].needs(lang) for fact in judgement.missing))


def _act_spans(draft: Draft, offsets: OffsetMap, context: Context) -> tuple[ActSpan, ...]:
    if context.reply is None:
        return ()
    written = draft.conversation.reply or ""
    spans: list[ActSpan] = []
    for name, matches in context.reply.acts.items():
        for match in matches if name != OTHER_ACT else ():
            start, end = offsets.to_source(match.start_char, match.end_char)
            spans.append(ActSpan(name, start, end, written[start:end]))
    return tuple(sorted(spans, key=lambda span: (span.start, span.end, span.act)))


def _findings(
    judgement: Judgement, draft: Draft, offsets: OffsetMap, context: Context, lang: str
) -> Iterator[Finding]:
    severity = judgement.severity or "error"
    found = places(judgement, context)
    seen: dict[str, int] = {}
    for place in found:
        text = _sentence_text(place, context)
        count = seen[text] = seen.get(text, 0) + 1
        mark = fingerprint(judgement.rule.rule, text, count)
        span = _written_span(place, offsets, context)
        yield _finding(judgement, severity, draft, span, place.attributes, mark, lang)
    if not found:
        mark = fingerprint(judgement.rule.rule, draft.conversation.reply or "")
        yield _finding(judgement, severity, draft, None, {}, mark, lang)


def _written_span(place: Place, offsets: OffsetMap, context: Context) -> tuple[int, int] | None:
    if context.reply is None:
        return None
    return offsets.to_source(*context.reply.text.characters(place.start, place.end))


def _sentence_text(place: Place, context: Context) -> str:
    if context.reply is None:
        return ""
    text = context.reply.text
    return text.quote(*text.words.sentence_span(place.start))


def fingerprint(rule: str, text: str, count: int = 1) -> str:
    """A mark that survives edits elsewhere: of the rule, its sentence, and which one of equals."""
    plain = " ".join(text.casefold().split())
    return hashlib.sha256(f"{rule}\0{plain}\0{count}".encode()).hexdigest()[:16]


def _finding(
    judgement: Judgement,
    severity: Severity,
    draft: Draft,
    span: tuple[int, int] | None,
    attributes: Mapping[str, str],
    mark: str,
    lang: str,
) -> Finding:
    rule = judgement.rule
    written = draft.conversation.reply or ""
    quote = None if span is None else written[slice(*span)]
    line, column, end_line, end_column = _file_place(draft, span or (0, len(written)))
    return Finding(
        rule=rule.rule,
        severity=severity,
        message=fill(rule.message.in_language(lang), quote, attributes),
        advice=fill(rule.advice.in_language(lang), quote, attributes),
        start=None if span is None else span[0],
        end=None if span is None else span[1],
        quote=quote,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        evidence=_evidence(judgement, quote),
        source=Source(rule.source.article, rule.source.section),
        fingerprint=mark,
    )


def _file_place(draft: Draft, span: tuple[int, int]) -> tuple[int, int, int, int]:
    if not draft.conversation.reply:
        return draft.line, 1, draft.line, 1
    return draft.places.place(*span)


def fill(template: str, quote: str | None, attributes: Mapping[str, str]) -> str:
    """Put the quote and an act's attributes into a message; what is not there becomes "…"."""
    values = {**attributes, "quote": _short(quote)}
    return _PLACEHOLDER.sub(lambda match: values.get(match.group(1), "…"), template)


def _short(quote: str | None) -> str:
    text = " ".join((quote or "…").split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"


def _evidence(judgement: Judgement, quote: str | None) -> tuple[str, ...]:
    """What speaks for the finding beside the words it underlines."""
    quotes = (
        text
        for leaf in leaves(judgement.when)
        if leaf.truth is Truth.TRUE
        for text in leaf.evidence
    )
    return tuple(text for text in dict.fromkeys(quotes) if text != quote)[:_MOST_EVIDENCE]
