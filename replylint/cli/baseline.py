"""`replylint baseline`: take up the findings there are, so that only new ones are reported."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from replylint.cli import options
from replylint.cli.context import reply_context
from replylint.cli.failure import USAGE, fail, say
from replylint.cli.known import baseline_of
from replylint.cli.running import Running, job_count
from replylint.cli.session import judged, open_session
from replylint.cli.writing import is_there, refuse_to_overwrite, write
from replylint.config.source import BASELINE_NAME
from replylint.reporters.strings import count, strings
from replylint.suppression.baseline import Baseline, pruned, taken_up
from replylint.suppression.baseline_file import baseline_text


def baseline(
    context: typer.Context,
    paths: options.PathsOrHere = None,
    baseline: options.BaselineFile = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Only take out what is gone; take nothing new up.")
    ] = False,
    channel: options.Channel = None,
    public: options.Public = None,
    min_severity: options.MinSeverity = None,
    lang: options.ConfiguredLang = None,
    quiet: options.Quiet = False,
    rules: options.Rules = None,
    model: options.Model = None,
    agent: options.Agent = None,
    input_format: options.InputFormat = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    no_cache: options.NoCache = False,
    jobs: options.Jobs = "auto",
) -> None:
    """Write a file of the findings there are now; `check --baseline FILE` does not report them.

    Files that are not among PATH… keep what the file says of them.
    """
    session = open_session(paths or ["."], context, config, isolated)
    file = Path(session.config.value("baseline") or BASELINE_NAME)
    there = is_there(file)
    if prune and not there:
        fail(f"{file}: there is no such file to prune")
    before = baseline_of(file) if there else Baseline(file.parent, {})
    running = Running(cached=not no_cache, jobs=job_count(jobs))
    done = judged(session, reply_context(context, session.lang), running, quiet=quiet)
    if done.report.problems and not done.report.drafts:
        raise typer.Exit(USAGE)  # a wrong path, most likely: nothing was learned of any draft
    refuse_to_overwrite(file, (draft.path for draft in done.inputs.drafts))
    after = (pruned if prune else taken_up)(done.report.drafts, before, done.read)
    write(baseline_text(after), file)
    if not quiet:
        say(f"{file}: {count(sum(after.counts.values()), strings(session.lang).taken_up)}")
    raise typer.Exit(USAGE if done.report.problems else 0)
