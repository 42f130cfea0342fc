"""`replylint config show FILE`: every setting that holds for a file, and where it comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from replylint.cli import options
from replylint.cli.configuring import found_configs
from replylint.cli.failure import fail
from replylint.cli.writing import write
from replylint.config.origins import Origin, origins
from replylint.engine.problems import RuleFileError
from replylint.reporters.visible import inert, one_line


def config(
    action: Annotated[
        Literal["show"], typer.Argument(metavar="show", help="What to do: show the settings.")
    ],
    path: Annotated[
        str, typer.Argument(metavar="FILE", help="A draft or a folder; default: the working one.")
    ] = ".",
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Show the settings that hold for FILE, each with the file and line it comes from."""
    try:
        found = found_configs({}, config, isolated).of(path)
        lines = list(origins(found, path))
    except RuleFileError as error:
        fail(error)
    write(_page(path, found.file, lines), None)


def _page(path: str, file: Path | None, lines: list[Origin]) -> str:
    """The settings in three columns, in a form that reads as YAML."""
    governed = "no configuration file" if file is None else str(file)
    shown = [(f"{line.key}: {line.value}", line.origin) for line in lines]
    width = min(60, max(len(one_line(left)) for left, _ in shown))
    rows = [f"{one_line(left):<{width}}  # {one_line(origin)}" for left, origin in shown]
    return inert("\n".join([f"# {one_line(path)}: {one_line(governed)}", *rows]) + "\n")
