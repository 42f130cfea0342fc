"""`replylint explain DRAFT`: why a draft came out as it did."""

from __future__ import annotations

import typer

from replylint.cli import options
from replylint.cli.context import reply_context
from replylint.cli.failure import USAGE
from replylint.cli.linting import told_in_one_line
from replylint.cli.reading import read_inputs
from replylint.cli.rulebook import rule_cards
from replylint.cli.session import open_session
from replylint.cli.treatment import Treatment
from replylint.cli.writing import columns, in_colour, write
from replylint.reporters.view import View


def explain(
    context: typer.Context,
    path: options.Draft,
    channel: options.Channel = None,
    public: options.Public = None,
    customer: options.Customer = None,
    thread: options.Thread = None,
    customer_tone: options.CustomerTone = "auto",
    reply_at: options.ReplyAt = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    lang: options.ConfiguredLang = None,
    color: options.Color = "auto",
    verbose: options.Verbose = False,
    rules: options.Rules = None,
    model: options.Model = None,
    agent: options.Agent = None,
    input_format: options.InputFormat = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Show why: the acts of each sentence, each rule's truth tree, the nearest miss."""
    session = open_session([path], context, config, isolated)
    around = reply_context(context, session.lang)
    inputs = read_inputs([path], around, session.configs, session.lang)
    view = View(lang=session.lang, width=columns(), colour=in_colour(color, None), verbose=verbose)
    with told_in_one_line():
        from replylint.reporters.explanation import render

        treatment = Treatment(rule_cards(session.first.ruleset, session.lang))
        pages = []
        for draft in inputs.drafts:
            settings = inputs.files[draft.path].settings
            told, suppressed = treatment.explained(session.first.explain(draft), settings)
            pages.append(render(told, view, suppressed))
    write("\n".join(pages), None)
    raise typer.Exit(USAGE if inputs.problems else 0)
