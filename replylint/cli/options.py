"""The options of the commands, with their help; several commands share some of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from replylint import conversation, findings, reporters
from replylint.cli.failure import fail
from replylint.reporters import strings

_CONTEXT = "Context, for drafts that do not carry their own"
_REPORTED = "What is reported"
_OUTPUT = "Output"
_ENGINE = "Rules and language"
_CONFIG = "Configuration"
_SPEED = "Speed"


def _named(given: str) -> Path:
    """A file or folder that an option names; exits with status 2 at an empty name.

    That is most likely a variable that was never set; Path takes it for the working folder.
    """
    if not given:
        fail("an option names no file: its value is empty; name one, or leave the option out")
    return Path(given)


Paths: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…", help="Drafts, conversations, or folders of them; - is standard input."
    ),
]
PathsOrHere: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH…", help="Drafts or folders of them; default: the working one."),
]
Draft: TypeAlias = Annotated[
    str, typer.Argument(metavar="DRAFT", help="A draft or a conversation; - is standard input.")
]

Channel: TypeAlias = Annotated[
    conversation.Channel | None,
    typer.Option(
        metavar="CHANNEL",
        help=f"Where the reply will appear: {', '.join(conversation.CHANNELS)}.",
        rich_help_panel=_CONTEXT,
    ),
]
Public: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--public/--private",
        help="Whether others can read it (default: public on social).",
        rich_help_panel=_CONTEXT,
    ),
]
Customer: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="TEXT|@FILE", help="The customer's message.", rich_help_panel=_CONTEXT),
]
Thread: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        parser=_named,
        metavar="FILE",
        help="The conversation so far.",
        rich_help_panel=_CONTEXT,
    ),
]
CustomerTone: TypeAlias = Annotated[
    Literal["ironic", "plain", "auto"],
    typer.Option(
        help="How the customer sounds, when you know better than the detector.",
        rich_help_panel=_CONTEXT,
    ),
]
Now: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        help="When unanswered conversations are looked at: ISO 8601, or `now`.",
        rich_help_panel=_CONTEXT,
    ),
]
ReplyAt: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="TIME", help="When the reply is sent: ISO 8601.", rich_help_panel=_CONTEXT
    ),
]

Select: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE,…", help="Only these rules, hints included.", rich_help_panel=_REPORTED
    ),
]
Ignore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE,…", help="All but these rules.", rich_help_panel=_REPORTED),
]
MinSeverity: TypeAlias = Annotated[
    findings.Severity | None,
    typer.Option(
        help="Report nothing milder than this (default: warning).", rich_help_panel=_REPORTED
    ),
]
FailOn: TypeAlias = Annotated[
    Literal["error", "warning", "hint", "never"] | None,
    typer.Option(
        help="The mildest finding that gives exit status 1 (default: error).",
        rich_help_panel=_REPORTED,
    ),
]
ExitZero: TypeAlias = Annotated[
    bool,
    typer.Option("--exit-zero", help="Exit with 0 whatever is found.", rich_help_panel=_REPORTED),
]

Format: TypeAlias = Annotated[
    reporters.FormatName | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{', '.join(reporters.FORMATS)}; default: text on a terminal, concise in a pipe.",
        rich_help_panel=_OUTPUT,
    ),
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        parser=_named,
        metavar="FILE",
        help="Write the report there instead of to standard output.",
        rich_help_panel=_OUTPUT,
    ),
]
Quiet: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--quiet", "-q", help="Findings only: no summary, no progress.", rich_help_panel=_OUTPUT
    ),
]
Verbose: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="Also what was read in each draft, findings or not.",
        rich_help_panel=_OUTPUT,
    ),
]
Color: TypeAlias = Annotated[
    Literal["auto", "always", "never"],
    typer.Option(
        help="Colours; auto: on a terminal, unless NO_COLOR is set.", rich_help_panel=_OUTPUT
    ),
]
Lang: TypeAlias = Annotated[
    strings.Lang, typer.Option(help="Language of the messages.", rich_help_panel=_OUTPUT)
]
ConfiguredLang: TypeAlias = Annotated[
    strings.Lang | None,
    typer.Option("--lang", help="Language of the messages (default: it).", rich_help_panel=_OUTPUT),
]

Rules: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        parser=_named,
        metavar="DIR",
        help="A folder of further rules, beside the built-in ones; repeatable.",
        rich_help_panel=_ENGINE,
    ),
]
Model: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|PATH",
        help="Another Italian spaCy pipeline than the bundled one.",
        rich_help_panel=_ENGINE,
    ),
]

Diff: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="REF",
        help="Only replies that changed since the branch left this git ref.",
        rich_help_panel=_SPEED,
    ),
]
Watch: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--watch", help="Check again on every save, until Ctrl-C.", rich_help_panel=_SPEED
    ),
]
Statistics: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--statistics",
        help="How often each rule was broken, instead of the findings.",
        rich_help_panel=_OUTPUT,
    ),
]
ForceExclude: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--force-exclude",
        help="Leave out excluded files, and files without replies, even where named (hooks do).",
        rich_help_panel=_CONFIG,
    ),
]
NoCache: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Judge every draft again, and keep no report for the next run.",
        rich_help_panel=_SPEED,
    ),
]
Jobs: TypeAlias = Annotated[
    str,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N|auto",
        help="Processes; auto: several where there are enough drafts for it to pay.",
        rich_help_panel=_SPEED,
    ),
]

Config: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        parser=_named,
        metavar="FILE",
        help="Use this configuration instead of the nearest one.",
        rich_help_panel=_CONFIG,
    ),
]
Isolated: TypeAlias = Annotated[
    bool,
    typer.Option("--isolated", help="Use no configuration file.", rich_help_panel=_CONFIG),
]
Baseline: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        parser=_named,
        metavar="FILE",
        help="Do not report what this file of known findings holds.",
        rich_help_panel=_REPORTED,
    ),
]
BaselineFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        parser=_named,
        metavar="FILE",
        help="The file to write (default: that of the configuration, else "
        "replylint-baseline.json).",
    ),
]
Agent: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="A name that stands for an agent in an exported chat; repeatable.",
        rich_help_panel=_CONTEXT,
    ),
]
InputFormat: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="What the inputs are, when their content shall not decide.",
        rich_help_panel=_CONTEXT,
    ),
]
