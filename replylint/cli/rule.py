"""`replylint rule ID`: one rule in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from replylint.cli import options
from replylint.cli.failure import fail, nearest
from replylint.cli.rulebook import loaded_rules, rule_cards
from replylint.cli.writing import columns, in_colour, write
from replylint.reporters.page import SEVERITY_STYLES, page
from replylint.reporters.view import RuleCard, View
from replylint.reporters.visible import one_line, visible_lines


def rule(
    name: Annotated[str, typer.Argument(metavar="ID", help="The rule's id; `rules` lists them.")],
    folders: options.Rules = None,
    lang: options.Lang = "it",
    color: options.Color = "auto",
) -> None:
    """Tell one rule: what it finds and why, good and bad replies, its source, what it needs."""
    cards = rule_cards(loaded_rules(folders or ()), lang)
    card = cards.get(name)
    if card is None:
        fail(f"no rule is called '{name}'{nearest(name, cards)}; `replylint rules` lists them")
    write(page(_blocks(card, View(lang=lang)), columns(), in_colour(color, None)), None)


def _blocks(card: RuleCard, view: View) -> Iterator[RenderableType]:
    words = view.strings
    head = Text(card.id, style="bold")
    severity = words.severities[card.severity][0]
    head.append(f"  {severity}", style=f"not bold {SEVERITY_STYLES[card.severity]}")
    yield head
    yield Padding(Text(visible_lines(card.about)), (1, 0, 0, 0))
    yield Padding(Text(visible_lines(card.why)), (1, 0, 0, 0))
    yield from _examples(words.bad, card.bad, "red")
    yield from _examples(words.good, card.good, "green")
    needs = ", ".join(card.needs) or words.needs_nothing
    yield Padding(Text(f"{words.needs.capitalize()}: {needs}"), (1, 0, 0, 0))
    yield Text(f"{words.source.capitalize()}: {view.source(card.source)}")


def _examples(title: str, examples: tuple[str, ...], style: str) -> Iterator[RenderableType]:
    yield Padding(Text(title, style=f"bold {style}"), (1, 0, 0, 0))
    for example in examples:
        yield Padding(Text(f"– {one_line(example)}"), (0, 0, 0, 2))
