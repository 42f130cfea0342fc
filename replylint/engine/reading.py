"""A rule set compiled for one pipeline: parsed texts into their acts and gauges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from replylint.engine.acts import ActFinder, Acts
from replylint.engine.features import Features
from replylint.engine.gauges import GAUGE_LABEL, CompiledGauge, GaugeReading, compile_gauges
from replylint.engine.learned import LearnedModel, learned_model
from replylint.engine.learned_acts import MODELS, LearnedReading, Side
from replylint.engine.lists import WordLists
from replylint.engine.made_acts import with_made_acts
from replylint.engine.names import COURTESY_GROUP
from replylint.engine.pattern_index import PatternIndex
from replylint.engine.problems import RuleFileError
from replylint.engine.ruleset import RuleSet
from replylint.engine.texts import Text
from replylint.engine.words import WordSet

if TYPE_CHECKING:
    from spacy.language import Language

    from replylint.language.parsing import Parsed


class Reading:
    """One text read: its acts and gauges, each worked out when first asked for."""

    def __init__(self, text: Text, side: Side, reader: Reader) -> None:
        self.text = text
        self.side = side
        self._reader = reader
        self._gauges: dict[str, GaugeReading] = {}

    @cached_property
    def acts(self) -> Acts:
        """The acts by name."""
        found = self._reader.finder.find(self.text, self.side, self._learned)
        if self.side == "customer":
            return found
        return with_made_acts(self.text, found, self._reader.courtesy)

    @cached_property
    def sentence_odds(self) -> tuple[Mapping[str, float], ...]:
        """How likely each label is by the learned model: a sentence each, a message as one."""
        return tuple(self._learned.sentence_odds())

    @property
    def lists(self) -> Mapping[str, WordSet]:
        """The shared word lists by name."""
        return self._reader.lists

    @property
    def features(self) -> Features:
        """The features of the whole text."""
        return self._learned.whole

    @cached_property
    def _learned(self) -> LearnedReading:
        model = self._reader.learned(MODELS[self.side])
        return LearnedReading(self.text, self.side, self._reader.lists, model)

    @property
    def gauges(self) -> frozenset[str]:
        """The names of the gauges that can be read off a text of this side."""
        gauges = self._reader.gauges.values()
        return frozenset(gauge.name for gauge in gauges if gauge.side == self.side)

    def gauge(self, name: str) -> GaugeReading:
        """What the gauge of that name says. Raises KeyError when there is none."""
        if name not in self._gauges:
            self._gauges[name] = self._reader.gauges[name].read(self.text)
        return self._gauges[name]


class Reader:
    """Reads texts with one pipeline and one rule set."""

    def __init__(
        self,
        nlp: Language,
        ruleset: RuleSet,
        learned: Callable[[str], LearnedModel] = learned_model,
    ) -> None:
        """Compile the rule set; `learned` gives the learned models by name.

        Raises:
            RuleFileError: a token or tree pattern that spaCy does not take.
        """
        from replylint.language.matching import PatternError

        self.nlp = nlp
        self.ruleset = ruleset
        self.learned = learned
        self._index = PatternIndex(nlp.vocab)
        shared = WordLists(ruleset.lists)
        self.lists: Mapping[str, WordSet] = {name: shared(name) for name in ruleset.lists}
        courtesy = ruleset.groups.get(COURTESY_GROUP)
        self.courtesy = frozenset(courtesy.acts if courtesy else ())
        try:
            self.finder = ActFinder(ruleset, shared, self._index)
            self.gauges: dict[str, CompiledGauge] = compile_gauges(ruleset, shared, self._index)
        except PatternError as error:
            raise RuleFileError(file_of(error.label, ruleset), str(error)) from None

    def read(self, parsed: Parsed, side: Side) -> Reading:
        """A parsed text, to be read as a reply or as what a customer wrote."""
        return Reading(Text(parsed, self._index), side, self)

    def pattern_labels(self) -> tuple[str, ...]:
        """The labels of the patterns of every act and gauge."""
        gauges = (label for gauge in self.gauges.values() for label in gauge.pattern_labels())
        return (*self.finder.pattern_labels(), *gauges)

    def patterns_that_match(self, reading: Reading) -> set[str]:
        """The labels of all patterns that match in a text."""
        found = self.finder.patterns_that_match(reading.text, reading.side)
        for name in reading.gauges:
            found |= self.gauges[name].patterns_that_match(reading.text)
        return found

    def read_all(self, texts: Iterable[tuple[str, Side]]) -> Iterator[Reading]:
        """Parse texts of both sides in batches, and read them."""
        from replylint.language.parsing import read

        plain = ((str(text), side) for text, side in texts)  # spaCy takes no subclass of str
        for doc, side in self.nlp.pipe(plain, as_tuples=True, batch_size=32):
            yield self.read(read(doc, "company" if side == "reply" else "customer"), side)


def file_of(label: str, ruleset: RuleSet) -> str:
    """The file of a pattern, by the label that it was compiled under."""
    name, _, _ = label.partition(":")
    if name.startswith(GAUGE_LABEL):
        return ruleset.path_of("gauge", name.removeprefix(GAUGE_LABEL))
    return ruleset.path_of("act", name)
