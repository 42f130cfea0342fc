"""Makes docs/rules/ from the rule files: `python -m docs.rule_pages`, or `--check` to compare only.

One page a rule and a list of them all. What a page says comes from the rule's own file, the counts
from replylint/measured.json, the categories of other products from docs/categories.yaml.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from replylint.cli.rulebook import rule_cards
from replylint.engine.reference_conditions import conditions
from replylint.engine.ruleset import RuleSet, load_rules
from replylint.engine.schema_rules import FactCondition, Rule
from replylint.measured import Measured
from replylint.reporters.view import RuleCard
from replylint.reporters.visible import one_line

DOCS = Path(__file__).resolve().parent
PAGES = DOCS / "rules"
PRODUCTS = ("Zendesk QA", "Gorgias Auto QA", "Front Smart QA")

Categories = Mapping[str, Mapping[str, str]]

_OTHER = {"error": "warning", "warning": "hint", "hint": "warning"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages; with --check, 1 when one of them is not what it would be."""
    parser = argparse.ArgumentParser(prog="python -m docs.rule_pages", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="write nothing, name what is stale")
    check = parser.parse_args(arguments).check
    wanted = pages(load_rules())
    present = {path.name: path.read_text("utf-8") for path in PAGES.glob("*.md")}
    stale = sorted(name for name in {*wanted, *present} if wanted.get(name) != present.get(name))
    for name in stale:
        if check:
            print(f"docs/rules/{name} is not current; run `python -m docs.rule_pages`")
        elif name in wanted:
            PAGES.mkdir(exist_ok=True)
            (PAGES / name).write_text(wanted[name], encoding="utf-8")
        else:
            (PAGES / name).unlink()
    return int(check and bool(stale))


def pages(ruleset: RuleSet) -> dict[str, str]:
    """Every page by its file name."""
    categories: Categories = yaml.safe_load((DOCS / "categories.yaml").read_text("utf-8"))
    cards = rule_cards(ruleset, "en")
    made = {
        f"{name}.md": "\n".join(_page(card, ruleset, categories)) for name, card in cards.items()
    }
    made["README.md"] = "\n".join(_overview(cards.values(), categories))
    return made


def _page(card: RuleCard, ruleset: RuleSet, categories: Categories) -> Iterator[str]:
    yield from _head(card, ruleset)
    yield from _examples("Replies that it flags", card.bad)
    yield from _examples("Replies that it passes", card.good)
    yield f"## What it needs\n\n{_needs(card)}\n"
    if card.limits is not None:
        yield f"## What it cannot see\n\n{_plain(card.limits)}\n"
    yield from _handling(card, ruleset.rules[card.id], ruleset)
    if card.measured:
        yield from _figures(card.measured)
    if near := categories.get(card.id):
        named = "".join(f"- {product}: {name}\n" for product, name in near.items())
        yield f"## In the words of other products\n\n{named}"


def _head(card: RuleCard, ruleset: RuleSet) -> Iterator[str]:
    rule = ruleset.rules[card.id]
    section = "" if card.source.section is None else f", section “{card.source.section}”"
    yield f"# {card.id}\n"
    yield f"**{_severity(card)}** · {_plain(card.about)}\n"
    yield f"{_plain(card.why)}\n"
    yield f"From the article *{_plain(card.source.article)}*{_plain(section)}.\n"
    yield "## What the agent reads\n"
    yield f"> {_plain(rule.message.it)}\n>\n> {_plain(rule.advice.it)}\n"
    yield f"With `--lang en`: {_plain(rule.message.en)} {_plain(rule.advice.en)}\n"


def _severity(card: RuleCard) -> str:
    return " or ".join((card.severity, *card.milder))


def _examples(title: str, examples: Iterable[str]) -> Iterator[str]:
    listed = "".join(f"- {_plain(one_line(example))}\n" for example in examples)
    yield f"## {title}\n\n{listed}"


def _needs(card: RuleCard) -> str:
    if not card.needs:
        return "The reply alone."
    needs = ", ".join(card.needs)
    return f"Beside the reply: {needs}. Where that is not known the rule is skipped and counted."


def _handling(card: RuleCard, rule: Rule, ruleset: RuleSet) -> Iterator[str]:
    name = card.id
    yield "## Switch it on or off, change it\n"
    if card.severity == "hint":
        yield f"Off unless asked for: `--min-severity hint` or `--select {name}` shows it.\n"
    else:
        yield f"Off for one run: `replylint draft.txt --ignore {name}`.\n"
    yield "In `replylint.yaml`, for a project or some of its files:\n"
    yield f"```yaml\n{_settings(card, rule, ruleset)}```\n"
    yield (
        f"Beside one reply: `<!-- replylint: ignore {name}: reason -->` in Markdown and HTML, "
        f"`# replylint: ignore {name}: reason` in YAML.\n"
    )
    yield (
        f"To change what it finds, copy [its file](../../rules/{name}.yaml) into a folder of yours "
        "and edit the copy; with `--rules FOLDER` it replaces the one of the same id. [How to "
        "write rules](../writing-rules.md) tells what can stand in it.\n"
    )


def _settings(card: RuleCard, rule: Rule, ruleset: RuleSet) -> str:
    gauges = (mark.gauge for mark in rule.underline if mark.gauge)
    facts = [part for part, _ in conditions(rule) if isinstance(part, FactCondition)]
    bounds = (bound for fact in facts for bound in (fact.at_least, fact.at_most))
    names = dict.fromkeys(bound[1:] for bound in bounds if isinstance(bound, str))
    named = [f"{name}: {ruleset.thresholds[name]:g}" for name in names]
    lines = [
        f"ignore: [{card.id}]  # off",
        f"severities: {{{card.id}: {_OTHER[card.severity]}}}  # another severity",
        *(f"thresholds: {{{gauge}: 3}}  # how many signs of {gauge} it takes" for gauge in gauges),
    ]
    if named:
        lines.append(f"thresholds: {{{', '.join(named)}}}  # as they ship")
    return "\n".join(lines) + "\n"


def _figures(measured: Sequence[Measured]) -> Iterator[str]:
    yield "## How well it does\n"
    yield (
        "Counts on labelled replies. No rule was written with a look at the unseen halves; "
        "[quality](../quality.md) says how it is measured.\n"
    )
    rows = "".join(
        f"| {part.cases}, {part.half} | {part.hits} | {part.false} | {part.missed} |\n"
        for part in measured
    )
    yield f"| replies | found | false alarms | missed |\n|---|---|---|---|\n{rows}"


def _overview(cards: Iterable[RuleCard], categories: Categories) -> Iterator[str]:
    yield "# The rules\n"
    yield (
        "`replylint rules` lists them, `replylint rule ID` tells one as its page here does. Errors "
        "must not be sent, warnings deserve a second look, hints are off unless asked for.\n"
    )
    lines = (
        f"| [`{card.id}`]({card.id}.md) | {_severity(card)} | {_plain(card.about)} "
        f"| {', '.join(card.needs) or 'the reply alone'} |\n"
        for card in sorted(cards, key=lambda card: card.id)
    )
    yield f"| rule | severity | what it finds | needs |\n|---|---|---|---|\n{''.join(lines)}"
    yield "## In the words of other products\n"
    yield (
        "The nearest category of products that score conversations after they were held, by their "
        "public help\npages. Near is not equal: for *Closing*, Zendesk asks for further help and "
        "thanks, `missing-closing` for either a farewell or an offer of help. Rules that are not "
        "here (the channel, deletion, personal data, promotion, excuses, waiting time…) have no "
        "category there.\n"
    )
    head = f"| rule | {' | '.join(PRODUCTS)} |\n|---|{'---|' * len(PRODUCTS)}\n"
    yield head + "".join(
        f"| [`{rule}`]({rule}.md) | {' | '.join(near.get(name, '–') for name in PRODUCTS)} |\n"
        for rule, near in categories.items()
    )


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


if __name__ == "__main__":
    sys.exit(main())
