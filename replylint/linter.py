"""The linter: drafts in, reports out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint._version import __version__
from replylint.conversation import TONES, Conversation, Draft
from replylint.engine.extended import extended
from replylint.engine.given import check_choice, check_kind
from replylint.engine.ruleset import RuleSet, load_rules
from replylint.engine.schema_rules import Rule
from replylint.findings import DraftReport, ToolInfo
from replylint.suggestions import did_you_mean

if TYPE_CHECKING:
    from spacy.language import Language

    from replylint.engine.customer import ToneSetting
    from replylint.engine.explain import Explanation
    from replylint.engine.reading import Reader

_LANGS = ("it", "en")
_TONES = ("auto", *TONES)


class Linter:
    """Checks drafted replies against a set of rules; made once, used for any number of drafts.

    Args:
        rules: further folders of rule files; a file there replaces one of the same id.
        select: ids of the rules to judge; None for all.
        ignore: ids of rules to leave out.
        model: name or folder of an Italian spaCy pipeline; None for the bundled one.
        lang: language of messages and advice: "it" or "en".
        lists: words and phrases to add to the lists of the rule files, by the list's name.
        thresholds: the sum of weights from which a gauge counts, by the gauge's name; figures that
            rules compare facts with, by the name that the rule files give them.
        customer_tone: "ironic" or "plain" where no conversation says; "auto" listens.

    Wherever several can be given, a single one may stand for a list of one, and None for none.

    Raises:
        RuleFileError: a rule file that cannot be used.
        ValueError: a rule, list, threshold, language or tone that does not exist, an entry in a
            wrong notation, or a threshold that is no number above 0.
    """

    def __init__(
        self,
        rules: str | Path | Sequence[str | Path] | None = (),
        *,
        select: str | Iterable[str] | None = None,
        ignore: str | Iterable[str] | None = (),
        model: str | None = None,
        lang: str = "it",
        lists: Mapping[str, str | Sequence[str]] | None = None,
        thresholds: Mapping[str, float] | None = None,
        customer_tone: ToneSetting = "auto",
    ) -> None:
        check_choice("lang", lang, _LANGS)
        check_choice("customer_tone", customer_tone, _TONES)
        check_kind("rules", rules, (str, Path, Sequence, type(None)), "no folder nor several")
        folders = [rules] if isinstance(rules, str | Path) else rules or ()
        added = {name: _several("lists", words) for name, words in (lists or {}).items()}
        loaded = load_rules([Path(folder) for folder in folders])
        self.ruleset: RuleSet = extended(loaded, added, thresholds or {})
        chosen = None if select is None else _several("select", select)
        unwanted = _several("ignore", ignore)
        self.rules: tuple[Rule, ...] = _selected(self.ruleset, chosen, unwanted)
        self._model = model
        self.lang = lang
        self._customer_tone: ToneSetting = customer_tone

    @cached_property
    def nlp(self) -> Language:
        """The pipeline, loaded when first needed. Raises PipelineError (a ValueError)."""
        from replylint.language.pipeline import load

        return load(self._model)

    @cached_property
    def reader(self) -> Reader:
        """The rule set, compiled for the pipeline. Raises RuleFileError."""
        from replylint.engine.reading import Reader

        return Reader(self.nlp, self.ruleset)

    @cached_property
    def tool(self) -> ToolInfo:
        """Which replylint, pipeline and rules these are. Raises PipelineError."""
        meta = self._meta
        model = f"{meta.get('lang', 'it')}_{meta.get('name', '')}-{meta.get('version', '')}"
        return ToolInfo(__version__, model, self.ruleset.hash)

    @property
    def setting(self) -> tuple[str, ...]:
        """All that its reports depend on besides the draft and replylint's own code."""
        rules = ",".join(rule.rule for rule in self.rules)
        meta = json.dumps(self._meta, sort_keys=True, default=str)
        options = (self.lang, self._customer_tone, str(self._model))
        return (__version__, self.ruleset.hash, rules, *options, meta)

    @cached_property
    def _meta(self) -> dict[str, Any]:
        """What the pipeline says of itself, without loading it. Raises PipelineError."""
        from replylint.language.pipeline import meta

        return meta(self._model)

    def __getstate__(self) -> dict[str, Any]:
        """For another process: without the pipeline, which that one loads for itself."""
        return {k: v for k, v in self.__dict__.items() if k not in ("nlp", "reader")}

    def check(self, item: Conversation | Draft) -> DraftReport:
        """Check one conversation or draft; half characters (lone surrogates) in it do no harm.

        Raises:
            TypeError: it is neither.
            ValueError: one of its fields has a value that it cannot have.
        """
        return next(self.check_all([item]))

    def check_all(self, items: Iterable[Conversation | Draft]) -> Iterator[DraftReport]:
        """Check any number of them, in order; their texts are parsed in batches.

        Raises:
            TypeError: one of them is neither.
            ValueError: a field of one of them has a value that it cannot have.
        """
        from replylint.engine.drafts import read_drafts
        from replylint.engine.evaluate import report

        for read in read_drafts(self.reader, items, self._customer_tone):
            yield report(read.draft, read.offsets, read.context, self.rules, self.lang)

    def explain(self, item: Conversation | Draft) -> Explanation:
        """What is read in a draft, and how each rule comes out and why."""
        from replylint.engine.drafts import read_drafts
        from replylint.engine.explain import explain

        read = next(read_drafts(self.reader, [item], self._customer_tone))
        return explain(read.draft, read.offsets, read.context, self.rules, self.lang)


def _several(name: str, given: str | Iterable[str] | None) -> list[str]:
    """A string is iterable too: by its letters, which nobody means."""
    check_kind(name, given, (Iterable, type(None)), "neither a string nor a list of them")
    several = [given] if isinstance(given, str) else list(given or ())
    for one in several:
        check_kind(name, one, (str,), "no string")
    return several


def _selected(
    ruleset: RuleSet, select: Sequence[str] | None, unwanted: Sequence[str]
) -> tuple[Rule, ...]:
    wanted = list(ruleset.rules) if select is None else select
    for name in (*wanted, *unwanted):
        if name not in ruleset.rules:
            hint = did_you_mean(name, ruleset.rules)
            raise ValueError(f"unknown rule '{name}'{hint}")
    return tuple(
        rule
        for name, rule in sorted(ruleset.rules.items())
        if name in wanted and name not in unwanted
    )
