"""The linter as the commands use it: options in, trouble told in one line.

The engine is imported when it is used, so that `--help` does without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.cli.failure import fail
from replylint.reporters.strings import Lang

if TYPE_CHECKING:
    from replylint.linter import Linter


def named(given: Iterable[str] | None) -> tuple[str, ...]:
    """Rule ids given as a list, each item of which may itself be a list with commas."""
    return tuple(name for item in given or () for name in item.replace(",", " ").split())


def selected(given: Iterable[str] | None) -> tuple[str, ...] | None:
    """The rules of `--select`, None for all; exits with status 2 where it is given and names none.

    An empty variable of a script would else select every rule.
    """
    rules = named(given)
    if given and not rules:
        fail("--select: names no rule; leave it out for all rules")
    return rules or None


def linter(
    folders: Sequence[Path] | None,
    select: Iterable[str] | None,
    model: str | None,
    lang: Lang,
) -> Linter:
    """A linter of these options; exits with status 2 when a rule is unknown or its file wrong."""
    from replylint.engine.problems import RuleFileError
    from replylint.linter import Linter

    try:
        return Linter(
            folders or (),
            select=selected(select),
            model=model,
            lang=lang,
        )
    except (RuleFileError, ValueError) as error:
        fail(error)


@contextmanager
def told_in_one_line() -> Iterator[None]:
    """Exit with status 2, and say why, where a rule or the pipeline turns out to be unusable."""
    from replylint.engine.problems import RuleFileError
    from replylint.language.pipeline import PipelineError

    try:
        yield
    except (RuleFileError, PipelineError) as error:
        fail(error)
