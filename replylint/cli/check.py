"""`replylint check`: check drafts; the command that may be left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from replylint.cli import options
from replylint.cli.context import customer_text, looked_at, moment, thread_messages
from replylint.cli.failure import say
from replylint.cli.linting import Kept, linter, named, told_in_one_line
from replylint.cli.progress import tracked
from replylint.cli.reading import read_inputs
from replylint.cli.rulebook import rule_cards
from replylint.cli.running import Running, job_count
from replylint.cli.status import exit_status
from replylint.cli.writing import columns, in_colour, on_terminal, refuse_to_overwrite, write
from replylint.conversation import Draft
from replylint.findings import DraftReport, RunReport
from replylint.readers import Defaults
from replylint.reporters import FormatName, reporter
from replylint.reporters.view import View, skipped_line, summary_line

if TYPE_CHECKING:
    from replylint.linter import Linter


def check(
    paths: options.Paths,
    channel: options.Channel = None,
    public: options.Public = None,
    customer: options.Customer = None,
    thread: options.Thread = None,
    customer_tone: options.CustomerTone = "auto",
    now: options.Now = None,
    reply_at: options.ReplyAt = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    min_severity: options.MinSeverity = "warning",
    fail_on: options.FailOn = "error",
    exit_zero: options.ExitZero = False,
    format_: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = "it",
    color: options.Color = "auto",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    rules: options.Rules = None,
    model: options.Model = None,
    no_cache: options.NoCache = False,
    jobs: options.Jobs = "auto",
) -> None:
    """Check drafts: what is wrong with each reply, why, and what to do."""
    context = Defaults(
        channel=channel,
        public=public,
        customer=customer_text(customer),
        thread=thread_messages(thread),
        tone=None if customer_tone == "auto" else customer_tone,
        reply_at=moment(reply_at, "--reply-at"),
    )
    seen_at = moment(now, "--now")
    checker = linter(rules, select, ignore, model, lang)
    inputs = read_inputs(paths, context, quiet)
    refuse_to_overwrite(output, [*(draft.path for draft in inputs.drafts), *paths])
    view = View(
        lang=lang,
        rules=rule_cards(checker.ruleset, lang),
        width=columns(),
        colour=in_colour(color, output),
        verbose=verbose,
        quiet=quiet,
    )
    drafts = tuple(looked_at(inputs.drafts, seen_at))
    kept = Kept(min_severity, frozenset(named(select)), view.rules)
    with told_in_one_line():
        running = Running(cached=not no_cache, jobs=job_count(jobs))
        reports = tuple(map(kept.of, _checked(checker, drafts, view, running)))
        report = RunReport(checker.tool, reports, inputs.problems)
    _publish(report, view, format_ or _usual_format(output), output)
    raise typer.Exit(exit_status(report, fail_on, exit_zero))


def _checked(
    checker: Linter, drafts: Sequence[Draft], view: View, running: Running
) -> Iterator[DraftReport]:
    reports = running.check(checker, drafts)
    return tracked(reports, len(drafts), view.strings.checking, wanted=not view.quiet)


def _publish(report: RunReport, view: View, name: FormatName, output: Path | None) -> None:
    """Write the report; where it is not for people to read, tell them the sum of it apart."""
    write(reporter(name)(report, view), output)
    if view.quiet or (name == "text" and output is None):
        return
    for line in (skipped_line(report, view), summary_line(report, view)):
        if line is not None:
            say(line)


def _usual_format(output: Path | None) -> FormatName:
    return "text" if output is not None or on_terminal() else "concise"
