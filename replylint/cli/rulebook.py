"""The rules as they are told to people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.cli.failure import fail
from replylint.findings import SEVERITIES, Source
from replylint.reporters.strings import Lang, strings
from replylint.reporters.view import RuleCard

if TYPE_CHECKING:
    from replylint.engine.ruleset import RuleSet
    from replylint.engine.schema_rules import Rule, RuleExample


def loaded_rules(folders: Sequence[Path]) -> RuleSet:
    """The rules that ship and those of `folders`; exits with status 2 when a file is wrong."""
    from replylint.engine.problems import RuleFileError
    from replylint.engine.ruleset import load_rules

    try:
        return load_rules(folders)
    except RuleFileError as error:
        fail(error)


def rule_cards(ruleset: RuleSet, lang: Lang) -> Mapping[str, RuleCard]:
    """Every rule's card, by id."""
    return {name: _card(rule, lang) for name, rule in sorted(ruleset.rules.items())}


def _card(rule: Rule, lang: Lang) -> RuleCard:
    from replylint.engine.facts import FACTS

    return RuleCard(
        id=rule.rule,
        severity=max((case.is_ for case in rule.severity), key=SEVERITIES.index),
        about=rule.about.in_language(lang),
        why=rule.why.in_language(lang),
        source=Source(rule.source.article, rule.source.section),
        needs=tuple(
            dict.fromkeys(FACTS[f].needs(lang) for f in rule.needs if not f.startswith("reply"))
        ),
        good=tuple(_told(example, lang) for example in rule.tests.passes),
        bad=tuple(_told(example, lang) for example in rule.tests.flags),
    )


def _told(example: RuleExample, lang: Lang) -> str:
    """The example in one stretch of text: channel, what was written before, then the reply."""
    words = strings(lang)
    before = [(message.author, message.text) for message in example.thread]
    if example.customer is not None:
        before.append(("customer", example.customer))
    names = {"customer": words.customer, "agent": words.agent}
    parts = [f"{names[author]}: «{text}»" for author, text in before]
    parts.append(example.reply or "…")
    channel = "" if example.channel is None else f"[{example.channel}] "
    return channel + " → ".join(parts)
