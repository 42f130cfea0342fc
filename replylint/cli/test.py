"""`replylint test`: run the examples inside the rule files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from replylint.cli import options
from replylint.cli.linting import linter, told_in_one_line
from replylint.cli.writing import columns, in_colour, write
from replylint.reporters.view import View


def test(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="A folder of rules; default: the built-in ones."),
    ] = None,
    select: options.Select = None,
    lang: options.Lang = "it",
    color: options.Color = "auto",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    model: options.Model = None,
) -> None:
    """Run the examples inside the rule files: what they flag and what they pass.

    Exit status: 0 all as the files say, 1 some not, 2 a file that cannot be used.
    """
    checker = linter(None if folder is None else [folder], select, model, lang)
    view = View(
        lang=lang,
        width=columns(),
        colour=in_colour(color, None),
        quiet=quiet,
        verbose=verbose,
    )
    with told_in_one_line():
        from replylint.engine.selftest import run_selftest
        from replylint.reporters.selftest import render

        done = run_selftest(checker, folder)
    write(render(done, view), None)
    raise typer.Exit(int(bool(done.failures)))
