"""`replylint check`: check drafts; the command that may be left out."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import typer

from replylint.cli import options
from replylint.cli.context import context_files, moment, reply_context
from replylint.cli.failure import fail, say
from replylint.cli.known import known_findings, without_known
from replylint.cli.reading import Inputs
from replylint.cli.running import Running, job_count, picked
from replylint.cli.session import Judged, judged, judged_inputs, open_session
from replylint.cli.status import exit_status
from replylint.cli.watching import Checked, watched
from replylint.cli.writing import columns, in_colour, on_terminal, refuse_to_overwrite, write
from replylint.findings import RunReport
from replylint.reporters import STATISTICS, FormatName, reporter
from replylint.reporters.view import View, idle_lines, skipped_line, summary_line


def check(
    context: typer.Context,
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
    min_severity: options.MinSeverity = None,
    fail_on: options.FailOn = None,
    exit_zero: options.ExitZero = False,
    baseline: options.Baseline = None,
    format_: options.Format = None,
    output: options.Output = None,
    lang: options.ConfiguredLang = None,
    color: options.Color = "auto",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    rules: options.Rules = None,
    model: options.Model = None,
    agent: options.Agent = None,
    input_format: options.InputFormat = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    no_cache: options.NoCache = False,
    jobs: options.Jobs = "auto",
    diff: options.Diff = None,
    watch: options.Watch = False,
    statistics: options.Statistics = False,
    force_exclude: options.ForceExclude = False,
) -> None:
    """Check drafts: what is wrong with each reply, why, and what to do."""
    count = job_count(jobs)
    if statistics and format_ is not None:
        fail("--statistics is a format of its own: leave --format out")
    named = list(context_files(context))

    def once() -> Checked:
        seen_at = moment(now, "--now")
        session = open_session(paths, context, config, isolated)
        around = reply_context(context, session.lang)

        def before(inputs: Inputs) -> None:
            drafts = (draft.path for draft in inputs.drafts)
            unread = (problem.path for problem in inputs.problems)
            beside = map(str, session.beside())
            refuse_to_overwrite(output, chain(drafts, unread, paths, named, beside))

        known = known_findings(session)
        folder = session.config.value("cache-dir")
        chosen = picked(diff, force_exclude)
        running = Running(not no_cache, count, None if folder is None else Path(folder), chosen)
        done = judged(session, around, running, now=seen_at, quiet=quiet, before=before)

        def again(inputs: Inputs) -> Judged:
            return judged_inputs(session, inputs, running, now=seen_at, quiet=True)

        report = done.report if known is None else without_known(done, known, again)
        view = View(
            lang=session.lang,
            rules=done.cards,
            width=columns(),
            colour=in_colour(color, output),
            verbose=verbose,
            quiet=quiet,
        )
        name = STATISTICS if statistics else format_ or _usual_format(output)
        _publish(report, view, name, output)
        status = exit_status(report, session.config.value("fail-on"), exit_zero, done.fail_on)
        return Checked(status, session.lang, session.beside())

    raise typer.Exit(watched([*paths, *named], once, quiet, output) if watch else once().status)


def _publish(report: RunReport, view: View, name: str, output: Path | None) -> None:
    """Write the report; where it is not for people to read, tell them the sum of it apart."""
    write(reporter(name)(report, view), output)
    if view.quiet or (name == "text" and output is None):
        return
    for line in (*idle_lines(report, view), skipped_line(report, view), summary_line(report, view)):
        if line is not None:
            say(line)


def _usual_format(output: Path | None) -> FormatName:
    return "text" if output is not None or on_terminal() else "concise"
