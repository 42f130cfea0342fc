"""`replylint rules`: the list of the rules."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from replylint.cli import options
from replylint.cli.rulebook import loaded_rules, rule_cards, working_config
from replylint.cli.writing import columns, in_colour, write
from replylint.reporters.page import SEVERITY_STYLES, page
from replylint.reporters.strings import strings
from replylint.reporters.visible import one_line


def rules(
    folders: options.Rules = None,
    lang: options.ConfiguredLang = None,
    color: options.Color = "auto",
) -> None:
    """List the rules: id, severity, and what each one finds."""
    config = working_config(folders, lang)
    words = strings(config.value("lang"))
    table = Table.grid(padding=(0, 2, 0, 0))
    for card in rule_cards(loaded_rules(config), config.value("lang")).values():
        table.add_row(
            Text(card.id, style="bold", no_wrap=True),
            Text(words.severities[card.severity][0], style=SEVERITY_STYLES[card.severity]),
            Text(one_line(card.about)),
        )
    write(page([table], columns(), in_colour(color, None)), None)
