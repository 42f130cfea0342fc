"""A finding put into words: what a rule says of a place in a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping

from replylint.conversation import Draft
from replylint.engine.schema_rules import Rule
from replylint.findings import Finding, Severity, Source

_LONGEST_QUOTE = 80
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
"""A name in a rule's message or advice: `{quote}`, or an attribute of an act."""


def finding(
    rule: Rule,
    severity: Severity,
    draft: Draft,
    span: tuple[int, int] | None,
    attributes: Mapping[str, str],
    evidence: tuple[str, ...],
    fingerprint: str,
    lang: str,
) -> Finding:
    """The finding of a rule at `span` of the reply as written; None for what is absent."""
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
        evidence=evidence,
        source=Source(rule.source.article, rule.source.section),
        fingerprint=fingerprint,
        attributes=tuple(sorted(attributes.items())),
    )


def fill(template: str, quote: str | None, attributes: Mapping[str, str]) -> str:
    """Put the quote and an act's attributes into a message; what is not there becomes "…"."""
    values = {**attributes, "quote": _short(quote)}
    return PLACEHOLDER.sub(lambda match: values.get(match.group(1), "…"), template)


def _file_place(draft: Draft, span: tuple[int, int]) -> tuple[int, int, int, int]:
    if not draft.conversation.reply:
        return draft.line, 1, draft.line, 1
    return draft.places.place(*span)


def _short(quote: str | None) -> str:
    text = " ".join((quote or "…").split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
