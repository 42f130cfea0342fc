"""Checks that the conditions of a rule can come out either way: what never holds is a slip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from replylint.engine.fact import Fact, Kind
from replylint.engine.facts import FACTS
from replylint.engine.names import PERSONAL_DATA_ACT
from replylint.engine.problems import quoted
from replylint.engine.schema_rules import ActCondition, FactCondition, GroupCondition
from replylint.suggestions import did_you_mean

if TYPE_CHECKING:
    from replylint.engine.references import Checker
    from replylint.engine.ruleset import RuleSet

Path = tuple[str | int, ...]
_Checked = FactCondition | ActCondition | GroupCondition

_ENGINE_ATTRIBUTES: dict[str, tuple[str, ...]] = {PERSONAL_DATA_ACT: ("kind",)}
"""The attributes of acts that the engine makes itself."""

_TYPES: dict[Kind, type | tuple[type, ...]] = {"truth": bool, "number": (int, float), "word": str}
_TOLD: dict[Kind, str] = {
    "truth": "true or false",
    "number": "a number",
    "word": "a word",
}
_BOUNDS = ("at_least", "at_most")


def check_conditions(checker: Checker, part: Any, ruleset: RuleSet) -> None:
    """Check the conditions of a rule, whose facts, acts and groups are known to exist.

    Raises:
        RuleFileError: one can never hold, or asks for what is not there.
    """
    for condition, path in conditions(part):
        if isinstance(condition, FactCondition):
            _check_tests(checker, condition, path)
            _check_values(checker, condition, path)
            _check_bounds(checker, condition, ruleset, path)
        else:
            _check_attributes(checker, condition, ruleset, path)


def conditions(part: Any, path: Path = ()) -> Iterator[tuple[_Checked, Path]]:
    """The conditions on facts and acts in a part of a rule, each with its path."""
    if isinstance(part, _Checked):
        yield part, path
    for key, value in below(part):
        yield from conditions(value, (*path, key))


def below(part: Any) -> Iterator[tuple[str | int, Any]]:
    """The parts of a part of a rule, by the keys that stand in its file."""
    if isinstance(part, tuple):
        yield from enumerate(part)
    elif isinstance(part, dict):
        yield from part.items()
    elif is_dataclass(part):
        for field in fields(part):
            yield field.name.rstrip("_"), getattr(part, field.name)


def attributes(ruleset: RuleSet, act: str) -> set[str]:
    """The attributes that an act's patterns, or the engine, set."""
    if act not in ruleset.acts:
        return set(_ENGINE_ATTRIBUTES.get(act, ()))
    kinds = ("clauses", "phrases", "tokens", "tree")
    patterns = (pattern for kind in kinds for pattern in getattr(ruleset.acts[act], kind))
    return {name for pattern in patterns for name in pattern.set}


def _check_tests(checker: Checker, condition: FactCondition, path: Path) -> None:
    """Only what is true or false needs no test, and only a number has bounds."""
    kind = FACTS[condition.fact].kind
    bounds = [key for key in _BOUNDS if getattr(condition, key) is not None]
    if kind != "number" and bounds:
        message = f"{quoted(bounds[0])} is for numbers; {condition.fact} is {_TOLD[kind]}"
        raise checker.problem(message, (*path, bounds[0]))
    if kind != "truth" and not bounds and condition.is_ is None and condition.in_ is None:
        keys = "is, in, at_least or at_most" if kind == "number" else "is or in"
        message = f"{condition.fact} is {_TOLD[kind]}: say which with {keys}"
        raise checker.problem(message, (*path, "fact"))


def _check_values(checker: Checker, condition: FactCondition, path: Path) -> None:
    """A fact can only be asked for values of its kind; one with few values, for one of them."""
    fact = FACTS[condition.fact]
    for key, wanted in (("is", (condition.is_,)), ("in", condition.in_ or ())):
        for value in wanted:
            if value is not None and not _is_value(value, fact):
                hint = did_you_mean(str(value), fact.values)
                told = hint if fact.values else f": it is {_TOLD[fact.kind]}"
                if fact.kind == "truth" and isinstance(value, str):
                    told += ", without quotation marks"
                shown = f"{value:g}" if isinstance(value, float) else value
                message = f"{quoted(shown)} is no value of {condition.fact}{told}"
                raise checker.problem(message, (*path, key))


def _is_value(value: object, fact: Fact) -> bool:
    if isinstance(value, bool):  # to Python, true is a number, too
        return fact.kind == "truth"
    if fact.values:
        return value in fact.values
    return isinstance(value, _TYPES[fact.kind])


def _check_bounds(checker: Checker, condition: FactCondition, ruleset: RuleSet, path: Path) -> None:
    """Thresholds exist; of two figures, the lower is the least."""
    for key in _BOUNDS:
        if isinstance(bound := getattr(condition, key), str):
            checker.known("threshold", bound[1:], ruleset.thresholds, (*path, key))
    least, most = condition.at_least, condition.at_most
    # Thresholds can be moved by a user's settings; what is written here cannot.
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        message = f"no number is at least {least:g} and at most {most:g}"
        raise checker.problem(message, (*path, "at_most"))


def _check_attributes(
    checker: Checker, condition: ActCondition | GroupCondition, ruleset: RuleSet, path: Path
) -> None:
    """An act can only be asked for attributes that it has; they are words."""
    acts = (
        ruleset.groups[condition.group].acts
        if isinstance(condition, GroupCondition)
        else (condition.act,)
    )
    known = {name for act in acts for name in attributes(ruleset, act)}
    for name, test in condition.where.items():
        where = (*path, "where", name)
        checker.known("attribute", name, known, where)
        if test.not_fact is not None and FACTS[test.not_fact].kind != "word":
            message = f"every attribute differs from {test.not_fact}, which is no word"
            raise checker.problem(message, (*where, "not_fact"))
