"""Checks that the lists, acts, gauges, groups, facts and thresholds that rule files name exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from replylint.engine.facts import FACTS
from replylint.engine.names import ENGINE_ACTS
from replylint.engine.phrases import parse_phrase
from replylint.engine.problems import RuleFileError, quoted
from replylint.engine.reference_conditions import Path, attributes, below, check_conditions
from replylint.engine.schema import Act, Gauge, Patterns
from replylint.engine.schema_rules import Rule
from replylint.engine.wording import PLACEHOLDER
from replylint.engine.yaml_source import Node
from replylint.suggestions import did_you_mean

if TYPE_CHECKING:
    from replylint.engine.ruleset import RuleSet

_NAMING_KEYS = ("act", "group", "gauge", "fact", "not_fact")
_LIST_KEYS = ("light", "predicate", "words", "not_words", "sentence_words", "sentence_not_words")


class Checker:
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
        """Check the `$lists` that one pattern names."""
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
        checker = Checker(ruleset, kind, name, node)
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


def _check_local_lists(checker: Checker, part: Act | Gauge) -> None:
    for name, entries in part.lists.items():
        checker.entries(entries, part.lists, ("lists", name))
    _check_list_cycle(checker, part.lists, part.lists, ("lists",))


def _check_act(checker: Checker, act: Act, ruleset: RuleSet) -> None:
    _check_local_lists(checker, act)
    checker.patterns(act, act.lists, ())
    checker.patterns(act.unless, act.lists, ("unless",))
    checker.patterns(act.unless_sentence, act.lists, ("unless_sentence",))
    for key in ("yields_to", "not_beside"):
        for index, other in enumerate(getattr(act, key)):
            checker.known("act", other, ruleset.acts, (key, index))


def _check_gauge(checker: Checker, gauge: Gauge) -> None:
    _check_local_lists(checker, gauge)
    for index, cue in enumerate(gauge.cues):
        checker.patterns(cue, gauge.lists, ("cues", index))


def _check_rule(checker: Checker, rule: Rule, ruleset: RuleSet) -> None:
    for index, fact in enumerate(rule.needs):
        checker.known("fact", fact, FACTS, ("needs", index))
    for index, mark in enumerate(rule.underline):
        path = ("underline", index)
        if len([name for _, name in below(mark) if name is not None]) != 1:
            raise checker.problem("a mark needs one of act, sentence, gauge, likeliest", path)
        for act in (mark.act, mark.sentence):
            if act is not None:
                checker.known("act", act, _acts(ruleset), path)
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
    check_conditions(checker, rule, ruleset)
    shown = {"quote", *(name for act in _acts(ruleset) for name in attributes(ruleset, act))}
    for key in ("message", "advice"):
        for lang in ("it", "en"):
            for name in PLACEHOLDER.findall(getattr(getattr(rule, key), lang)):
                checker.known("placeholder", name, shown, (key, lang))


def _names(part: Any, path: Path) -> Iterator[tuple[str, str, Path]]:
    """Every name that conditions use: (key, name, path)."""
    for key, value in below(part):
        here = (*path, key)
        if key in _NAMING_KEYS and is_dataclass(part):
            if value is not None:
                yield str(key), value, here
        else:
            yield from _names(value, here)


def act_order(acts: Mapping[str, Act]) -> list[str]:
    """Acts in an order in which each comes after those it yields to. Raises CycleError."""
    waits = {name: (*act.yields_to, *act.not_beside) for name, act in acts.items()}
    return list(TopologicalSorter(waits).static_order())


def _check_cycles(ruleset: RuleSet, nodes: Mapping[tuple[str, str], Node]) -> None:
    try:
        act_order(ruleset.acts)
    except CycleError as error:
        cycle: list[str] = error.args[1]
        checker = Checker(ruleset, "act", cycle[0], nodes["act", cycle[0]])
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
    checker: Checker, lists: Mapping[str, Iterable[str]], names: Iterable[str], path: Path
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
