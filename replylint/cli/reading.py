"""Reads the inputs of a command, and tells people what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from replylint import readers
from replylint.cli.failure import say
from replylint.conversation import Draft
from replylint.findings import InputProblem


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the paths of a command hold."""

    drafts: tuple[Draft, ...]
    problems: tuple[InputProblem, ...]


def read_inputs(paths: Iterable[str], defaults: readers.Defaults, quiet: bool = False) -> Inputs:
    """All drafts of the paths; problems and (unless `quiet`) notices are told on standard error."""
    drafts: list[Draft] = []
    problems: list[InputProblem] = []
    for item in readers.read(paths, defaults):
        if isinstance(item, Draft):
            drafts.append(item)
            continue
        if isinstance(item, InputProblem):
            problems.append(item)
        elif quiet:
            continue
        say(item)
    return Inputs(tuple(drafts), tuple(problems))
