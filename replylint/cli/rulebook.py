"""The rules as they are told to people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.cli.configuring import found_configs, run_config
from replylint.cli.failure import fail
from replylint.config.settings import Config
from replylint.findings import SEVERITIES, Source
from replylint.measured import measurements
from replylint.reporters.strings import Lang, strings
from replylint.reporters.view import RuleCard

if TYPE_CHECKING:
    from replylint.engine.ruleset import RuleSet
    from replylint.engine.schema_rules import Rule, RuleExample


def working_config(folders: Sequence[Path] | None, lang: Lang | None) -> Config:
    """The working folder's configuration under `--rules` and `--lang`.

    Exits with status 2 when it cannot be used.
    """
    given = {"rules": tuple(map(str, folders or ())), "lang": lang}
    return run_config(found_configs(given, None, False), [])


def loaded_rules(config: Config) -> RuleSet:
    """The rules that ship, and those that a configuration adds.

    Exits with status 2 when a file is wrong.
    """
    from replylint.engine.problems import RuleFileError
    from replylint.engine.ruleset import load_rules

    try:
        return load_rules([Path(folder) for folder in config.value("rules")])
    except RuleFileError as error:
        fail(error)


def rule_cards(ruleset: RuleSet, lang: Lang) -> Mapping[str, RuleCard]:
    """Every rule's card, by id."""
    from replylint.engine.ruleset import packaged_rules

    shipped = packaged_rules()
    return {
        name: _card(rule, lang, Path(ruleset.path_of("rule", name)).is_relative_to(shipped))
        for name, rule in sorted(ruleset.rules.items())
    }


def _card(rule: Rule, lang: Lang, shipped: bool) -> RuleCard:
    from replylint.engine.facts import FACTS

    grave, *milder = sorted(
        {case.is_ for case in rule.severity}, key=SEVERITIES.index, reverse=True
    )
    return RuleCard(
        id=rule.rule,
        severity=grave,
        milder=tuple(milder),
        about=rule.about.in_language(lang),
        why=rule.why.in_language(lang),
        source=Source(rule.source.article, rule.source.section),
        needs=tuple(
            dict.fromkeys(FACTS[f].needs(lang) for f in rule.needs if not f.startswith("reply"))
        ),
        good=tuple(_told(example, lang) for example in rule.tests.passes),
        bad=tuple(_told(example, lang) for example in rule.tests.flags),
        limits=None if rule.limits is None else rule.limits.in_language(lang),
        measured=measurements().get(rule.rule, ()) if shipped else (),
    )


def _told(example: RuleExample, lang: Lang) -> str:
    """The example in one stretch of text: channel, what was written before, then the reply."""
    words = strings(lang)
    names = {"customer": words.customer, "agent": words.agent}
    parts = [f"{names[m.author]}{_time(m.at)}: «{m.text}»" for m in example.thread]
    if example.customer is not None:
        parts.append(f"{words.customer}: «{example.customer}»")
    at = _time(example.reply_at)
    parts.append(f"{at[2:]}: {example.reply or '…'}" if at else example.reply or "…")
    channel = "" if example.channel is None else f"[{example.channel}] "
    return channel + " → ".join(parts)


def _time(at: str | None) -> str:
    return "" if at is None else f", {at[:10]} {at[11:16]}"
