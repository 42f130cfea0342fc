"""Conditions of rules judged in a context."""

from __future__ import annotations

from collections.abc import Mapping

from replylint.engine.acts import ActMatch, Acts
from replylint.engine.context import NEEDS, Context
from replylint.engine.fact import UNKNOWN
from replylint.engine.logic import (
    Truth,
    Verdict,
    conjunction,
    disjunction,
    negation,
    truth,
)
from replylint.engine.schema import Bound, Thresholds
from replylint.engine.schema_rules import (
    ActCondition,
    AllCondition,
    AnyCondition,
    AttributeTest,
    Condition,
    FactCondition,
    GaugeCondition,
    GroupCondition,
    NoneCondition,
    NotCondition,
    Where,
)


def judge(condition: Condition, context: Context) -> Verdict:
    """Whether a condition holds, as far as is known, and how its parts came out."""
    if isinstance(condition, AllCondition):
        parts = tuple(judge(part, context) for part in condition.all_)
        return Verdict("all", "all of", conjunction(part.truth for part in parts), parts)
    if isinstance(condition, AnyCondition):
        parts = tuple(judge(part, context) for part in condition.any_)
        return Verdict("any", "any of", disjunction(part.truth for part in parts), parts)
    if isinstance(condition, NoneCondition):
        parts = tuple(judge(part, context) for part in condition.none_)
        value = negation(disjunction(part.truth for part in parts))
        return Verdict("none", "none of", value, parts)
    if isinstance(condition, NotCondition):
        part = judge(condition.not_, context)
        return Verdict("not", "not", negation(part.truth), (part,))
    if isinstance(condition, GaugeCondition):
        return _judge_gauge(condition, context)
    if isinstance(condition, FactCondition):
        return _judge_fact(condition, context)
    return _judge_acts(condition, context)


def _judge_acts(condition: ActCondition | GroupCondition, context: Context) -> Verdict:
    act = None if isinstance(condition, GroupCondition) else condition.act
    names = (
        context.reader.ruleset.groups[condition.group].acts
        if isinstance(condition, GroupCondition)
        else (condition.act,)
    )
    where = condition.in_ or _default_place(names, context)
    text = _describe(condition, where)
    kind = "group" if act is None else "act"
    reading = context.reading(where)
    if reading is None:
        return Verdict(kind, text, Truth.UNKNOWN, where=where, missing=NEEDS[where], act=act)
    matches = _matching(names, reading.acts, condition.where, context)
    quotes = (context.quote(where, match.start, match.end) for match in matches)
    return Verdict(
        kind,
        text,
        truth(len(matches) >= condition.at_least),
        matches=matches,
        where=where,
        evidence=tuple(quotes) if where != "reply" else (),
        act=act,
    )


def _default_place(names: tuple[str, ...], context: Context) -> Where:
    """The customer's messages for acts that are looked for only there, else the reply."""
    acts = context.reader.ruleset.acts
    only_customer = all(name in acts and acts[name].in_ == "customer" for name in names)
    return "customer" if only_customer else "reply"


def _matching(
    names: tuple[str, ...], acts: Acts, tests: Mapping[str, AttributeTest], context: Context
) -> tuple[ActMatch, ...]:
    found = (match for name in names for match in acts.get(name, ()))
    kept = (
        match
        for match in found
        if all(_passes(match, name, test, context) for name, test in tests.items())
    )
    return tuple(sorted(kept, key=lambda match: match.start))


def _passes(match: ActMatch, name: str, test: AttributeTest, context: Context) -> bool:
    value = match.attributes.get(name)
    if test.is_ and value not in test.is_:
        return False
    return test.not_fact is None or value is None or value != context.fact(test.not_fact)


def _judge_gauge(condition: GaugeCondition, context: Context) -> Verdict:
    gauge, where = context.gauge(condition.gauge)
    least = condition.at_least
    text = f"gauge {condition.gauge}" + ("" if least is None else f" at least {least:g}")
    if gauge is None:
        return Verdict("gauge", text, Truth.UNKNOWN, where=where, missing=NEEDS[where])
    wanted = gauge.threshold if least is None else least
    hits = [hit for hit in gauge.hits if hit.weight > 0]
    quotes = tuple(context.quote(where, hit.start, hit.end) for hit in hits)
    shown = f"{text} ({gauge.score:g} of {wanted:g})"
    return Verdict("gauge", shown, truth(gauge.score >= wanted), where=where, evidence=quotes)


def _judge_fact(condition: FactCondition, context: Context) -> Verdict:
    value = context.fact(condition.fact)
    thresholds = context.reader.ruleset.thresholds
    text = _describe_fact(condition, thresholds)
    if value is UNKNOWN:
        return Verdict("fact", text, Truth.UNKNOWN, missing=condition.fact)
    tone = context.customer_reading.tone if context.customer_reading else None
    quotes = tone.evidence if tone and condition.fact == "customer.tone" else ()
    return Verdict(
        "fact",
        f"{text} (it is {_shown(value)})",
        truth(_fits(value, condition, thresholds)),
        evidence=tuple(cue.quote for cue in quotes),
    )


def _fits(value: object, condition: FactCondition, thresholds: Thresholds) -> bool:
    """Whether a known value meets every test given; with none given, whether it is true."""
    tests: list[bool] = []
    if condition.is_ is not None:
        tests.append(value == condition.is_)
    if condition.in_ is not None:
        tests.append(value in condition.in_)
    if isinstance(value, int | float):
        if condition.at_least is not None:
            tests.append(value >= _figure(condition.at_least, thresholds))
        if condition.at_most is not None:
            tests.append(value <= _figure(condition.at_most, thresholds))
    return all(tests) if tests else value is True


def _figure(bound: Bound, thresholds: Thresholds) -> float:
    return thresholds[bound[1:]] if isinstance(bound, str) else bound


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _describe(condition: ActCondition | GroupCondition, where: str) -> str:
    name = condition.act if isinstance(condition, ActCondition) else condition.group
    kind = "act" if isinstance(condition, ActCondition) else "group"
    parts = [f"{kind} {name}"]
    if where != "reply":
        parts.append(f"in {where}")
    for attribute, test in condition.where.items():
        if test.is_:
            parts.append(f"with {attribute} {' or '.join(test.is_)}")
        if test.not_fact:
            parts.append(f"with {attribute} other than {test.not_fact}")
    if condition.at_least > 1:
        parts.append(f"at least {condition.at_least} times")
    return " ".join(parts)


def _describe_fact(condition: FactCondition, thresholds: Thresholds) -> str:
    parts = [f"fact {condition.fact}"]
    if condition.is_ is not None:
        parts.append(f"is {_shown(condition.is_)}")
    if condition.in_ is not None:
        parts.append(f"is {' or '.join(_shown(value) for value in condition.in_)}")
    if condition.at_least is not None:
        parts.append(f"at least {_told(condition.at_least, thresholds)}")
    if condition.at_most is not None:
        parts.append(f"at most {_told(condition.at_most, thresholds)}")
    return " ".join(parts)


def _told(bound: Bound, thresholds: Thresholds) -> str:
    """The figure, with its name where it has one: that is what a setting would move."""
    figure = f"{_figure(bound, thresholds):g}"
    return f"{bound} = {figure}" if isinstance(bound, str) else figure
