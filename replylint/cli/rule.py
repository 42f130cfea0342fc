"""`replylint rule ID`: one rule in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from replylint.cli import options
from replylint.cli.failure import fail
from replylint.cli.rulebook import loaded_rules, rule_cards, working_config
from replylint.cli.writing import columns, in_colour, write
from replylint.reporters.page import SEVERITY_STYLES, page
from replylint.reporters.strings import Strings
from replylint.reporters.view import RuleCard, View
from replylint.reporters.visible import one_line, visible_lines
from replylint.suggestions import did_you_mean


def rule(
    name: Annotated[str, typer.Argument(metavar="ID", help="The rule's id; `rules` lists them.")],
    folders: options.Rules = None,
    lang: options.ConfiguredLang = None,
    color: options.Color = "auto",
) -> None:
    """Tell one rule: what it finds and why, good and bad replies, needs, limits, how good it is."""
    config = working_config(folders, lang)
    view = View(lang=config.value("lang"))
    cards = rule_cards(loaded_rules(config), view.lang)
    card = cards.get(name)
    if card is None:
        fail(f"no rule is called '{name}'{did_you_mean(name, cards)}; `replylint rules` lists them")
    write(page(_blocks(card, view), columns(), in_colour(color, None)), None)


def _blocks(card: RuleCard, view: View) -> Iterator[RenderableType]:
    words = view.strings
    yield _head(card, view)
    yield Padding(Text(visible_lines(card.about)), (1, 0, 0, 0))
    yield Padding(Text(visible_lines(card.why)), (1, 0, 0, 0))
    yield from _examples(words.bad, card.bad, "red")
    yield from _examples(words.good, card.good, "green")
    needs = ", ".join(card.needs) or words.needs_nothing
    yield Padding(Text(f"{words.needs.capitalize()}: {needs}"), (1, 0, 0, 0))
    if card.limits is not None:
        yield Text(f"{words.limits}: {visible_lines(card.limits)}")
    if told := "; ".join(_measured(card, words)):
        yield Text(f"{words.measured}: {told}")
    yield Text(f"{words.switch_off}: --ignore {card.id}; replylint.yaml: ignore: [{card.id}]")
    yield Text(f"{words.tune}: --rules DIR")
    yield Text(f"{words.source.capitalize()}: {view.source(card.source)}")


def _head(card: RuleCard, view: View) -> Text:
    head = Text(card.id, style="bold")
    for mark, severity in enumerate((card.severity, *card.milder)):
        head.append(" / " if mark else "  ", style="not bold")
        name = view.strings.severities[severity][0]
        head.append(name, style=f"not bold {SEVERITY_STYLES[severity]}")
    return head


def _measured(card: RuleCard, words: Strings) -> Iterator[str]:
    for part in card.measured:
        if part.half != "tuned on":
            counts = words.measured_as.format(
                hits=part.hits, labelled=part.labelled, false=part.false
            )
            yield f"{words.measured_on.get(part.cases, part.cases)}, {counts}"


def _examples(title: str, examples: tuple[str, ...], style: str) -> Iterator[RenderableType]:
    yield Padding(Text(title, style=f"bold {style}"), (1, 0, 0, 0))
    for example in examples:
        yield Padding(Text(f"– {one_line(example)}"), (0, 0, 0, 2))
