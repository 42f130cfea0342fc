"""How a command ends when it cannot go on: one line on standard error, exit status 2."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NoReturn

import typer

from replylint.reporters.visible import inert, one_line

USAGE = 2


def say(message: object) -> None:
    """One line on standard error; whatever a file put into it cannot act on the terminal."""
    print(inert(one_line(str(message))), file=sys.stderr)


def fail(message: object) -> NoReturn:
    """Say why and exit with status 2."""
    say(message)
    raise typer.Exit(USAGE)


def nearest(word: str, known: Iterable[str]) -> str:
    """The addition " (did you mean 'x'?)", or nothing where no known word is near."""
    near = get_close_matches(word, list(known), n=1)
    return f" (did you mean '{near[0]}'?)" if near else ""
