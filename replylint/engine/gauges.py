"""Gauges: weighted cues added up over a whole text."""

from __future__ import annotations

from dataclasses import dataclass

from replylint.engine.lists import WordLists
from replylint.engine.pattern_index import PatternIndex
from replylint.engine.patterns import PatternMatch, PatternSet, compile_patterns
from replylint.engine.ruleset import RuleSet
from replylint.engine.schema import Gauge
from replylint.engine.texts import Text

GAUGE_LABEL = "gauge "
"""Begins the label of a gauge's pattern, so that none is that of an act's."""


@dataclass(frozen=True, slots=True)
class CueHit:
    """One occurrence of a cue that counted: tokens [start, end)."""

    cue: str
    weight: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GaugeReading:
    """What a gauge says of a text, and the cues it rests on, in the order of the text."""

    gauge: str
    score: float
    threshold: float
    hits: tuple[CueHit, ...]

    @property
    def reached(self) -> bool:
        """Whether the score reaches the threshold."""
        return self.score >= self.threshold


@dataclass(frozen=True, slots=True)
class CompiledCue:
    """A cue ready to be looked for."""

    name: str
    weight: float
    at_most: int
    patterns: PatternSet

    def hits(self, text: Text) -> list[CueHit]:
        """Its first occurrences, as many as may count; overlapping ones are one."""
        kept: list[PatternMatch] = []
        for match in self.patterns.find(text):
            if len(kept) == self.at_most:
                break
            if not kept or match.start >= kept[-1].end:
                kept.append(match)
        return [CueHit(self.name, self.weight, match.start, match.end) for match in kept]


@dataclass(frozen=True, slots=True)
class CompiledGauge:
    """A gauge file, ready to be read off a text."""

    name: str
    side: str
    threshold: float
    cues: tuple[CompiledCue, ...]

    def read(self, text: Text) -> GaugeReading:
        """The score of a text and what it rests on."""
        hits = sorted(
            (hit for cue in self.cues for hit in cue.hits(text)), key=lambda hit: hit.start
        )
        score = sum(hit.weight for hit in hits)
        return GaugeReading(self.name, score, self.threshold, tuple(hits))

    def pattern_labels(self) -> tuple[str, ...]:
        """The labels of all its patterns."""
        return tuple(matcher.label for cue in self.cues for matcher in cue.patterns.matchers)

    def patterns_that_match(self, text: Text) -> set[str]:
        """The labels of all patterns that match."""
        return {match.label for cue in self.cues for match in cue.patterns.find(text)}


def compile_gauges(
    ruleset: RuleSet, shared: WordLists, index: PatternIndex
) -> dict[str, CompiledGauge]:
    """Every gauge of a rule set, by name."""
    return {name: _compile(gauge, shared, index) for name, gauge in ruleset.gauges.items()}


def _compile(gauge: Gauge, shared: WordLists, index: PatternIndex) -> CompiledGauge:
    lists = WordLists(gauge.lists, shared)
    cues = tuple(
        CompiledCue(
            cue.cue,
            cue.weight,
            cue.at_most,
            compile_patterns(cue, lists, index, f"{GAUGE_LABEL}{gauge.gauge}: {cue.cue}."),
        )
        for cue in gauge.cues
    )
    return CompiledGauge(gauge.gauge, gauge.in_, gauge.threshold, cues)
