"""Rules over one read draft: findings with their places, and what was skipped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from replylint.conversation import Draft
from replylint.engine.context import Context
from replylint.engine.facts import FACTS
from replylint.engine.judging import Judgement, judge_rule
from replylint.engine.logic import Truth, leaves
from replylint.engine.names import OTHER_ACT
from replylint.engine.places import Place, places
from replylint.engine.schema_rules import Rule
from replylint.engine.wording import finding
from replylint.findings import ActSpan, DraftReport, Finding, Skipped
from replylint.offsets import OffsetMap

_MOST_EVIDENCE = 5


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
        quote = None if span is None else (draft.conversation.reply or "")[slice(*span)]
        evidence = _evidence(judgement, quote)
        yield finding(judgement.rule, severity, draft, span, place.attributes, evidence, mark, lang)
    if not found:
        mark = fingerprint(judgement.rule.rule, draft.conversation.reply or "")
        evidence = _evidence(judgement, None)
        yield finding(judgement.rule, severity, draft, None, {}, evidence, mark, lang)


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
    said = f"{rule}\0{plain}\0{count}".encode("utf-8", "backslashreplace")  # half characters
    return hashlib.sha256(said).hexdigest()[:16]


def _evidence(judgement: Judgement, quote: str | None) -> tuple[str, ...]:
    """What speaks for the finding beside the words it underlines."""
    quotes = (
        text
        for leaf in leaves(judgement.when)
        if leaf.truth is Truth.TRUE
        for text in leaf.evidence
    )
    return tuple(text for text in dict.fromkeys(quotes) if text != quote)[:_MOST_EVIDENCE]
