"""How a command ends when it cannot go on: one line on standard error, exit status 2."""

from __future__ import annotations

import sys
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
