"""One parsed text as patterns see it: its words, its clauses, and what spaCy's matchers find."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from replylint.engine.words import Span, TextWords

if TYPE_CHECKING:
    from replylint.engine.pattern_index import PatternIndex
    from replylint.engine.patterns import PatternMatch, PatternSet
    from replylint.language.frames import Frame
    from replylint.language.parsing import Parsed


class Text:
    """A parsed text with its words indexed; matches are looked for once and kept."""

    def __init__(self, parsed: Parsed, index: PatternIndex) -> None:
        self.parsed = parsed
        self.words = TextWords(parsed.keys, parsed.sentences)
        self._index = index
        self._found: dict[str, tuple[Span, ...]] = {}
        self.matches: dict[PatternSet, list[PatternMatch]] = {}

    @cached_property
    def content(self) -> str:
        """The parsed text as a string; spaCy puts it together anew each time."""
        return str(self.parsed.doc.text)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The clauses, in order of their predicates."""
        return self.parsed.frames

    @cached_property
    def heads(self) -> frozenset[str]:
        """Every word that the predicate of some clause stands for."""
        frames, keys = self.parsed.frames, self.parsed.keys
        return frozenset().union(
            (frame.predicate for frame in frames), *(keys[frame.head] for frame in frames)
        )

    def framed_by(self, predicates: frozenset[str]) -> list[int]:
        """The clauses whose predicate stands for one of the words, by their index, in order."""
        if predicates.isdisjoint(self.heads):
            return []
        keys = self.parsed.keys
        return [
            index
            for index, frame in enumerate(self.frames)
            if frame.predicate in predicates or not predicates.isdisjoint(keys[frame.head])
        ]

    @cached_property
    def patterns(self) -> set[str]:
        """The labels of the patterns whose anchor stands here: no others need be run."""
        return self._index.run(self.words.positions, self.heads)

    def token_spans(self, label: str) -> tuple[Span, ...]:
        """The matches of a Matcher pattern, by its label."""
        return self._tokens_found.get(label, ())

    @cached_property
    def _tokens_found(self) -> Mapping[str, tuple[Span, ...]]:
        return self._index.tokens.spans(self.parsed.doc)

    def tree_spans(self, label: str) -> tuple[Span, ...]:
        """The matches of a DependencyMatcher pattern, by its label."""
        if label not in self._found:
            matcher = self._index.trees[label]
            sentences = self.parsed.sentences
            self._found[label] = matcher.spans(self.parsed.doc, self.words.positions, sentences)
        return self._found[label]

    def frame_of(self, start: int, end: int) -> int | None:
        """The clause whose predicate stands in [start, end), else the smallest one around it."""
        around: list[tuple[int, int]] = []
        for index, frame in enumerate(self.frames):
            if start <= frame.head < end:
                return index
            if frame.start <= start < frame.end:
                around.append((frame.end - frame.start, index))
        return min(around)[1] if around else None

    def trimmed(self, start: int, end: int) -> Span:
        """[start, end) without what is no word at its ends."""
        low, high = start, end
        while low < high and not self.words.holds_word(low, low + 1):
            low += 1
        while low < high and not self.words.holds_word(high - 1, high):
            high -= 1
        return (low, high) if low < high else (start, end)

    def characters(self, start: int, end: int) -> Span:
        """The characters of the parsed text that tokens [start, end) cover."""
        doc = self.parsed.doc
        last = doc[end - 1]
        return doc[start].idx, last.idx + len(last)

    def quote(self, start: int, end: int) -> str:
        """The words of tokens [start, end) as they stand in the parsed text."""
        low, high = self.characters(start, end)
        return self.content[low:high]
