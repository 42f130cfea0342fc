"""Checks that the rules, lists and thresholds which a configuration names exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from replylint.config.layers import Stated
from replylint.config.settings import Config
from replylint.engine.extended import check_entry, check_list, check_threshold
from replylint.engine.problems import quoted
from replylint.suggestions import did_you_mean

if TYPE_CHECKING:
    from replylint.engine.ruleset import RuleSet

Place = tuple[str | int, ...]


def check_names(config: Config, ruleset: RuleSet) -> None:
    """Raise RuleFileError, with its place, at the first name that does not exist."""
    for name, stated, place in _rules(config):
        if name not in ruleset.rules:
            hint = did_you_mean(name, ruleset.rules)
            raise stated.problem(f"unknown rule {quoted(name)}{hint}", place)
    for stated in config.stated("lists"):
        for name, words in stated.value.items():
            _checked(stated, (name,), partial(check_list, ruleset, name))
            for index, word in enumerate(words):
                _checked(stated, (name, index), partial(check_entry, word))
    for stated in config.stated("thresholds"):
        for name in stated.value:
            _checked(stated, (name,), partial(check_threshold, ruleset, name))


def _rules(config: Config) -> Iterator[tuple[str, Stated, Place]]:
    for key in ("select", "ignore", "severities"):
        for stated in config.stated(key):
            yield from _named(stated, stated.value, ())
    for stated in config.stated("overrides"):
        for index, override in enumerate(stated.value):
            for key in ("ignore", "severities"):
                yield from _named(stated, override.get(key, ()), (index, key))


def _named(
    stated: Stated, names: tuple[str, ...] | dict[str, str], place: Place
) -> Iterator[tuple[str, Stated, Place]]:
    for index, name in enumerate(names):
        yield name, stated, (*place, name if isinstance(names, dict) else index)


def _checked(stated: Stated, place: Place, check: Callable[[], None]) -> None:
    try:
        check()
    except ValueError as error:
        raise stated.problem(str(error), place) from None
