"""The command line: one module a command; only the one that is called is imported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated

import typer

from replylint._version import __version__

_DRAFTS, _RULES, _SETUP = "Drafts", "Rules", "Configuration"
_PANELS = {
    "check": _DRAFTS,
    "explain": _DRAFTS,
    "baseline": _DRAFTS,
    "rules": _RULES,
    "rule": _RULES,
    "test": _RULES,
    "init": _SETUP,
    "config": _SETUP,
    "schema": _SETUP,
}
"""The commands in the order of the help, with their panel; command `x` is `x.x` in this package."""
_OWN_OPTIONS = frozenset({"-h", "--help", "--version", "--install-completion", "--show-completion"})
_HELP = (
    "Check customer-service replies in Italian before they are sent.\n\n"
    "`check` may be left out: `replylint draft.txt` is `replylint check draft.txt`. "
    "`replylint check --help` lists its options."
)
_EPILOG = (
    "Exit status: 0 nothing found at or above --fail-on, 1 findings, "
    "2 wrong use, unreadable input, a bad configuration or rule file."
)


def with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with the default command, `check`, put in where none is named.

    A draft that is named like a command is checked as `./rules` or `check rules`.
    """
    if not arguments or arguments[0] in _PANELS or arguments[0] in _OWN_OPTIONS:
        return list(arguments)
    return ["check", *arguments]


def application(names: Iterable[str] = _PANELS) -> typer.Typer:
    """The program with these commands."""
    app = typer.Typer(
        name="replylint",
        help=_HELP,
        epilog=_EPILOG,
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_own_options)
    for name in names:
        command = getattr(import_module(f"replylint.cli.{name}"), name)
        app.command(name, rich_help_panel=_PANELS[name])(command)
    return app


def run(arguments: Sequence[str]) -> None:
    """Run the command line; ends by `SystemExit`."""
    given = with_command(arguments)
    names = given[:1] if given and given[0] in _PANELS else _PANELS
    application(names)(args=given, prog_name="replylint")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"replylint {__version__}")
        raise typer.Exit


def _own_options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass
