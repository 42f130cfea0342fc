"""Speech acts found in a parsed text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from replylint.engine.learned_acts import LearnedReading, Side
from replylint.engine.lists import WordLists
from replylint.engine.pattern_index import PatternIndex
from replylint.engine.patterns import PatternMatch, PatternSet, compile_patterns
from replylint.engine.references import act_order
from replylint.engine.ruleset import RuleSet
from replylint.engine.schema import Act, Learned
from replylint.engine.texts import Text


@dataclass(frozen=True, slots=True)
class ActMatch:
    """A speech act: tokens [start, end), its characters in the parsed text, and what is known.

    Attributes:
        frame: the clause that holds it, by its index; None where there is none.
        pattern: the pattern that found it, as "act: clauses[0]".
    """

    act: str
    start: int
    end: int
    start_char: int
    end_char: int
    sentence: int
    frame: int | None
    attributes: Mapping[str, str]
    pattern: str

    def overlaps(self, other: ActMatch) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


Acts = Mapping[str, tuple[ActMatch, ...]]


@dataclass(frozen=True, slots=True)
class CompiledAct:
    """An act file, ready to be looked for."""

    name: str
    sides: frozenset[str]
    patterns: PatternSet
    unless: PatternSet
    unless_sentence: PatternSet
    yields_to: tuple[str, ...]
    not_beside: tuple[str, ...]
    learned: Learned | None

    def find(self, text: Text, learned: LearnedReading, earlier: Acts) -> tuple[ActMatch, ...]:
        """Its spans in a text, given those of the acts that it yields to."""
        by_pattern = [
            match for match in self.patterns.find(text) if not self._doubted(match, learned)
        ]
        found = [
            match
            for match in (*by_pattern, *self._learned(text, learned, by_pattern))
            if not self._killed(text, match)
        ]
        spans = [act_match(self.name, text, match) for match in found]
        above = [span for name in self.yields_to for span in earlier.get(name, ())]
        beside = {span.sentence for name in self.not_beside for span in earlier.get(name, ())}
        return _without_covered(
            span
            for span in spans
            if span.sentence not in beside and not any(span.overlaps(other) for other in above)
        )

    def _doubted(self, match: PatternMatch, learned: LearnedReading) -> bool:
        """Whether the learned reading is nearly sure that the act is not there."""
        if self.learned is None or not self.learned.doubt_below:
            return False
        return learned.odds_at(match.start, self.name) < self.learned.doubt_below

    def _learned(
        self, text: Text, learned: LearnedReading, known: Iterable[PatternMatch]
    ) -> Iterator[PatternMatch]:
        """Sentences in which only the learned reading finds the act."""
        if self.learned is None:
            return
        sentences = {text.words.sentence_at(match.start) for match in known}
        for span in learned.spans(self.name, self.learned.at_least):
            turned = span.frame is not None and self.learned.polarity not in (
                None,
                text.frames[span.frame].polarity,
            )
            if not turned and text.words.sentence_at(span.start) not in sentences:
                why = f"{self.name}: learned {span.probability:.2f} ({', '.join(span.because)})"
                yield PatternMatch(span.start, span.end, span.frame, {}, why)

    def _killed(self, text: Text, match: PatternMatch) -> bool:
        low, high = match.start, match.end
        if match.frame is not None:
            frame = text.frames[match.frame]
            low, high = min(low, frame.start), max(high, frame.end)
        if any(
            other.frame == match.frame is not None or (other.start < high and low < other.end)
            for other in self.unless.find(text)
        ):
            return True
        sentence = text.words.sentence_at(match.start)
        return any(
            text.words.sentence_at(other.start) == sentence
            for other in self.unless_sentence.find(text)
        )


class ActFinder:
    """Every act of a rule set, in an order in which each comes after those it yields to."""

    def __init__(self, ruleset: RuleSet, shared: WordLists, index: PatternIndex) -> None:
        self._acts = [
            _compile(ruleset.acts[name], shared, index) for name in act_order(ruleset.acts)
        ]

    def find(self, text: Text, side: Side, learned: LearnedReading) -> Acts:
        """The acts of a text by name, each in the order of the text."""
        found: dict[str, tuple[ActMatch, ...]] = {}
        for act in self._acts:
            if side in act.sides and (spans := act.find(text, learned, found)):
                found[act.name] = spans
        return found

    def pattern_labels(self) -> tuple[str, ...]:
        """The labels of all patterns that make spans."""
        return tuple(matcher.label for act in self._acts for matcher in act.patterns.matchers)

    def patterns_that_match(self, text: Text, side: Side) -> set[str]:
        """The labels of all patterns that match, whether or not their spans are kept."""
        return {
            match.label
            for act in self._acts
            if side in act.sides
            for match in act.patterns.find(text)
        }


def _compile(act: Act, shared: WordLists, index: PatternIndex) -> CompiledAct:
    lists = WordLists(act.lists, shared)
    label = f"{act.act}: "
    return CompiledAct(
        name=act.act,
        sides=frozenset({"reply", "customer"} if act.in_ == "both" else {act.in_}),
        patterns=compile_patterns(act, lists, index, label),
        unless=compile_patterns(act.unless, lists, index, f"{label}unless."),
        unless_sentence=compile_patterns(
            act.unless_sentence, lists, index, f"{label}unless_sentence."
        ),
        yields_to=act.yields_to,
        not_beside=act.not_beside,
        learned=act.learned,
    )


def act_match(name: str, text: Text, match: PatternMatch) -> ActMatch:
    """The span of an act where a pattern matched."""
    low, high = text.characters(match.start, match.end)
    sentence = text.words.sentence_at(match.start)
    return ActMatch(
        act=name,
        start=match.start,
        end=match.end,
        start_char=low,
        end_char=high,
        sentence=sentence,
        frame=match.frame,
        attributes=match.attributes,
        pattern=match.label,
    )


def _without_covered(spans: Iterable[ActMatch]) -> tuple[ActMatch, ...]:
    """Drop a span that lies inside another that says the same."""
    kept: list[ActMatch] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        covered = any(
            span.start >= other.start
            and span.end <= other.end
            and span.attributes == other.attributes
            for other in kept
        )
        if not covered:
            kept.append(span)
    return tuple(kept)
