"""One rule judged in one context: it fires, stays silent, or is skipped for want of a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from replylint.engine.conditions import judge
from replylint.engine.context import Context
from replylint.engine.fact import UNKNOWN
from replylint.engine.logic import Truth, Verdict, missing_facts
from replylint.engine.schema_rules import Rule
from replylint.findings import Severity

Outcome = Literal["fires", "silent", "skipped"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a rule came out, and why.

    Attributes:
        severity: of what it would report; None when it is silent whatever holds.
        missing: for a skipped rule, the facts that are not known.
    """

    rule: Rule
    outcome: Outcome
    severity: Severity | None
    when: Verdict
    unless: Verdict | None
    missing: tuple[str, ...] = ()


def judge_rule(rule: Rule, context: Context) -> Judgement:
    """Judge a rule: what it needs, when it holds, unless something silences it.

    Where a fact that it needs is false there is nothing for it to judge, and it stays silent.
    """
    when = judge(rule.when, context)
    unless = None if rule.unless is None else judge(rule.unless, context)
    if any(context.fact(fact) is False for fact in rule.needs):
        return Judgement(rule, "silent", None, when, unless)
    needed = (*rule.needs, "reply.whole") if rule.absence else rule.needs
    lacking = tuple(fact for fact in needed if context.fact(fact) is UNKNOWN)
    if lacking:
        return Judgement(rule, "skipped", None, when, unless, lacking)
    silenced = unless is not None and unless.truth is Truth.TRUE
    if silenced or when.truth is Truth.FALSE:
        return Judgement(rule, "silent", None, when, unless)
    if when.truth is Truth.UNKNOWN:
        return Judgement(rule, "skipped", None, when, unless, missing_facts(when))
    severity = _severity(rule, context)
    return Judgement(rule, "fires" if severity else "silent", severity, when, unless)


def _severity(rule: Rule, context: Context) -> Severity | None:
    for case in rule.severity:
        if case.when is None or judge(case.when, context).truth is Truth.TRUE:
            return case.is_
    return None
