"""The command line: one module a command; here they come together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from replylint._version import __version__
from replylint.cli import check, rule, rules, schema

app = typer.Typer(
    name="replylint",
    help="Check customer-service replies in Italian before they are sent.\n\n"
    "`check` may be left out: `replylint draft.txt` is `replylint check draft.txt`, and "
    "`replylint check --help` lists its options.",
    epilog="Exit status: 0 nothing found at or above --fail-on, 1 findings, "
    "2 wrong use, unreadable input or a bad rule file.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

_DRAFTS = "Drafts"
_RULES = "Rules"
app.command("check", rich_help_panel=_DRAFTS, no_args_is_help=True)(check.check)
app.command("rules", rich_help_panel=_RULES)(rules.rules)
app.command("rule", rich_help_panel=_RULES, no_args_is_help=True)(rule.rule)
app.command("schema", rich_help_panel=_RULES, no_args_is_help=True)(schema.schema)

_COMMANDS = frozenset({"check", "explain", "rules", "rule", "test", "schema"})
_OWN_OPTIONS = frozenset(
    {"-h", "--help", "--version", "--install-completion", "--show-completion"}
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"replylint {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Options of the program itself."""


def with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with the default command, `check`, put in where none is named.

    A draft that is named like a command is checked as `./rules` or `check rules`.
    """
    if not arguments or arguments[0] in _COMMANDS or arguments[0] in _OWN_OPTIONS:
        return list(arguments)
    return ["check", *arguments]


def run(arguments: Sequence[str]) -> None:
    """Run the command line; always ends by `SystemExit`."""
    app(args=with_command(arguments), prog_name="replylint")
    sys.exit(0)
