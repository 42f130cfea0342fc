"""Checks that the lists, acts, gauges, groups, facts and thresholds that rule files name exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from replylint.engine.facts import FACTS
from replylint.engine.names import ENGINE_ACTS
from replylint.engine.phrases import parse_phrase
from replylint.engine.problems import RuleFileError, quoted
from replylint.engine.schema import Act, Gauge, Patterns
from replylint.engine.schema_rules import FactCondition, Rule
from replylint.engine.wording import PLACEHOLDER
from replylint.engine.yaml_source import Node
from replylint.suggestions import did_you_mean

if TYPE_CHECKING:
    from replylint.engine.ruleset import RuleSet

Path = tuple[str | int, ...]
_ENGINE_ATTRIBUTES = ("kind",)

_NAMING_KEYS = ("act", "group", "gauge", "fact", "not_fact")
_LIST_KEYS = ("light", "predicate", "words", "not_words", "sentence_words", "sentence_not_words")


class _Checker:
    """Checks one part of a rule set and knows where each of its values stands."""

    def __init__(self, ruleset: RuleSet, kind: str, name: str, node: Node) -> None:
        self._ruleset = ruleset
        self._file = ruleset.path_of(kind, name)
        self._node = node

    def known(self, what: str, name: str, known: Iterable[str], path: Path) -> None:
        """Raise RuleFileError unless `name` is among `known`."""
        if name not in (names := list(known)):
            raise self.problem(f"unknown {what} {quoted(name)}{did_you_mean(name, names)}", path)

    def problem(self, message: str, path: Path) -> RuleFileError:
        """A problem with the value at `path`."""
        node = self._node.find(path)
        return RuleFileError(self._file, message, node.line, node.column)

    def entries(self, entries: Iterable[str], local: Mapping[str, object], path: Path) -> None:
        """Check the `$lists` that words and phrases name."""
        for index, entry in enumerate(entries):
            for name in parse_phrase(entry).lists:
                self.known("list", name, [*local, *self._ruleset.lists], (*path, index))

    def patterns(self, patterns: Patterns, local: Mapping[str, object], path: Path) -> None:
        """Check the `$lists` that patterns name."""
        for kind in ("clauses", "phrases", "tokens", "tree"):
            for index, pattern in enumerate(getattr(patterns, kind)):
                self.pattern(pattern, local, (*path, kind, index))

    def pattern(self, pattern: Any, local: Mapping[str, object], path: Path) -> None:
        for key in _LIST_KEYS:
            self.entries(getattr(pattern, key, ()), local, (*path, key))
        if phrase := getattr(pattern, "phrase", ""):
            self.entries((phrase,), local, (*path, "phrase"))
        for key in ("has", "lacks"):
            for role, words in getattr(pattern, key).items():
                self.entries(words, local, (*path, key, role))


def check_references(ruleset: RuleSet, nodes: Mapping[tuple[str, str], Node]) -> None:
    """Check every name that one part of a rule set uses of another.

    Raises:
        RuleFileError: the first unknown name, or acts that wait for one another.
    """
    for (kind, name), node in nodes.items():
        checker = _Checker(ruleset, kind, name, node)
        part = ruleset.parts[kind].get(name)
        if kind == "lists":
            checker.entries(part or (), {}, ())
            _check_list_cycle(checker, ruleset.lists, _reached(ruleset.lists, name), ())
        elif kind == "groups":
            for index, act in enumerate(part.acts if part else ()):
                checker.known("act", act, _acts(ruleset), ("acts", index))
        elif isinstance(part, Act):
            _check_act(checker, part, ruleset)
        elif isinstance(part, Gauge):
            _check_gauge(checker, part)
        elif isinstance(part, Rule):
            _check_rule(checker, part, ruleset)
    _check_cycles(ruleset, nodes)


def _acts(ruleset: RuleSet) -> list[str]:
    return [*ruleset.acts, *ENGINE_ACTS]


def _check_local_lists(checker: _Checker, part: Act | Gauge) -> None:
    for name, entries in part.lists.items():
        checker.entries(entries, part.lists, ("lists", name))
    _check_list_cycle(checker, part.lists, part.lists, ("lists",))


def _check_act(checker: _Checker, act: Act, ruleset: RuleSet) -> None:
    _check_local_lists(checker, act)
    checker.patterns(act, act.lists, ())
    checker.patterns(act.unless, act.lists, ("unless",))
    checker.patterns(act.unless_sentence, act.lists, ("unless_sentence",))
    for key in ("yields_to", "not_beside"):
        for index, other in enumerate(getattr(act, key)):
            checker.known("act", other, ruleset.acts, (key, index))


def _check_gauge(checker: _Checker, gauge: Gauge) -> None:
    _check_local_lists(checker, gauge)
    for index, cue in enumerate(gauge.cues):
        checker.patterns(cue, gauge.lists, ("cues", index))


def _check_rule(checker: _Checker, rule: Rule, ruleset: RuleSet) -> None:
    for index, fact in enumerate(rule.needs):
        checker.known("fact", fact, FACTS, ("needs", index))
    for index, mark in enumerate(rule.underline):
        path = ("underline", index)
        if mark.act is not None:
            checker.known("act", mark.act, _acts(ruleset), path)
        if mark.gauge is not None:
            checker.known("gauge", mark.gauge, ruleset.gauges, path)
        if mark.likeliest is not None:
            checker.known("act", mark.likeliest, ruleset.acts, path)
    known = {
        "act": _acts(ruleset),
        "group": ruleset.groups,
        "gauge": ruleset.gauges,
        "fact": FACTS,
        "not_fact": FACTS,
    }
    for key, name, where in _names(rule, ()):
        checker.known(key.replace("not_", ""), name, known[key], where)
    for condition, where in fact_conditions(rule):
        _check_values(checker, condition, where)
        for key in ("at_least", "at_most"):
            if isinstance(bound := getattr(condition, key), str):
                checker.known("threshold", bound[1:], ruleset.thresholds, (*where, key))
    attributes = {"quote", *_attributes(ruleset)}
    for key in ("message", "advice"):
        for lang in ("it", "en"):
            for name in PLACEHOLDER.findall(getattr(getattr(rule, key), lang)):
                checker.known("placeholder", name, attributes, (key, lang))


def _names(part: Any, path: Path) -> Iterator[tuple[str, str, Path]]:
    """Every name that conditions use: (key, name, path)."""
    for key, value in _below(part):
        here = (*path, key)
        if key in _NAMING_KEYS and is_dataclass(part):
            if value is not None:
                yield str(key), value, here
        else:
            yield from _names(value, here)


def fact_conditions(part: Any, path: Path = ()) -> Iterator[tuple[FactCondition, Path]]:
    """The conditions on facts in a rule, or in a part of one, each with its path."""
    if isinstance(part, FactCondition):
        yield part, path
    for key, value in _below(part):
        yield from fact_conditions(value, (*path, key))


def _check_values(checker: _Checker, condition: FactCondition, path: Path) -> None:
    """A fact with few values can only be asked for one of them."""
    values = FACTS[condition.fact].values
    for key, wanted in (("is", (condition.is_,)), ("in", condition.in_ or ())):
        for value in wanted if values else ():
            if value is not None and value not in values:
                hint = did_you_mean(str(value), values)
                message = f"{quoted(value)} is no value of {condition.fact}{hint}"
                raise checker.problem(message, (*path, key))


def _below(part: Any) -> Iterator[tuple[str | int, Any]]:
    """The parts of a part of a rule, by the keys that stand in its file."""
    if isinstance(part, tuple):
        yield from enumerate(part)
    elif isinstance(part, dict):
        yield from part.items()
    elif is_dataclass(part):
        for field in fields(part):
            yield field.name.rstrip("_"), getattr(part, field.name)


def _attributes(ruleset: RuleSet) -> set[str]:
    """Every attribute that some act's pattern, or the engine, sets."""
    return {
        *_ENGINE_ATTRIBUTES,
        *(
            name
            for act in ruleset.acts.values()
            for kind in ("clauses", "phrases", "tokens", "tree")
            for pattern in getattr(act, kind)
            for name in pattern.set
        ),
    }


def act_order(acts: Mapping[str, Act]) -> list[str]:
    """Acts in an order in which each comes after those it yields to. Raises CycleError."""
    waits = {name: (*act.yields_to, *act.not_beside) for name, act in acts.items()}
    return list(TopologicalSorter(waits).static_order())


def _check_cycles(ruleset: RuleSet, nodes: Mapping[tuple[str, str], Node]) -> None:
    try:
        act_order(ruleset.acts)
    except CycleError as error:
        cycle: list[str] = error.args[1]
        checker = _Checker(ruleset, "act", cycle[0], nodes["act", cycle[0]])
        names = " → ".join(reversed(cycle))
        raise checker.problem(f"acts wait for one another: {names}", ("yields_to",)) from None


def _reached(lists: Mapping[str, Iterable[str]], name: str) -> set[str]:
    """The lists that a list includes, over others or not, and itself."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name in lists and name not in reached:
            reached.add(name)
            waiting.extend(used for entry in lists[name] for used in parse_phrase(entry).lists)
    return reached


def _check_list_cycle(
    checker: _Checker, lists: Mapping[str, Iterable[str]], names: Iterable[str], path: Path
) -> None:
    """Raise RuleFileError when one of the lists `names` includes itself, over others or not."""
    waits = {
        name: [used for entry in lists[name] for used in parse_phrase(entry).lists if used in lists]
        for name in names
    }
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        chain = " → ".join(f"${name}" for name in reversed(cycle))
        raise checker.problem(f"a list includes itself: {chain}", (*path, cycle[0])) from None
