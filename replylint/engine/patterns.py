"""Patterns of an act or a cue, compiled: clauses, phrases, spaCy's tokens and trees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from replylint.engine.frame_tests import CompiledTest, compile_test
from replylint.engine.pattern_index import PatternIndex
from replylint.engine.schema import ClausePattern, Marked, Patterns, Underline
from replylint.engine.texts import Text
from replylint.engine.word_sets import ListLookup, compile_each, compile_words
from replylint.engine.words import Span, WordSet
from replylint.language.frames import Frame


@dataclass(frozen=True, slots=True)
class PatternMatch:
    """A stretch of tokens [start, end) where a pattern holds, and the clause it was held to."""

    start: int
    end: int
    frame: int | None
    attributes: Mapping[str, str]
    label: str


@dataclass(frozen=True)
class _Matcher:
    """A pattern and its label; what its clause must be is compiled when it is first needed."""

    pattern: Marked
    lookup: ListLookup
    label: str

    @cached_property
    def test(self) -> CompiledTest:
        """What must hold of the clause in which the pattern matches."""
        return compile_test(self.pattern, self.lookup)

    def match(self, start: int, end: int, frame: int | None) -> PatternMatch:
        """A match of this pattern."""
        return PatternMatch(start, end, frame, self.pattern.set, self.label)


@dataclass(frozen=True)
class ClauseMatcher(_Matcher):
    """A compiled clause pattern; `predicate` None takes any predicate."""

    predicate: WordSet | None
    underline: Underline

    def find(self, text: Text) -> Iterator[PatternMatch]:
        """The clauses of which everything holds."""
        if not self.test.words_stand_in(text):
            return
        for index in self._candidates(text):
            frame = text.frames[index]
            if self.test.holds(text, frame, frame.head):
                start, end = self._span(text, frame)
                yield self.match(start, end, index)

    def _candidates(self, text: Text) -> Sequence[int]:
        """The clauses with the right predicate."""
        wanted = self.predicate
        if wanted is None:
            return range(len(text.frames))
        named = text.framed_by(wanted.singles)
        if not wanted.phrases or not (spans := text.words.spans(wanted)):
            return named
        inside = (
            index
            for index, frame in enumerate(text.frames)
            if any(start <= frame.head < end for start, end in spans)
        )
        return sorted({*named, *inside})

    def _span(self, text: Text, frame: Frame) -> Span:
        if self.underline == "predicate":
            return frame.head, frame.head + 1
        if self.underline == "sentence":
            return text.trimmed(*text.words.sentence_span(frame.head))
        return text.trimmed(_behind_conjunctions(text, frame), frame.end)


@dataclass(frozen=True)
class SpanMatcher(_Matcher):
    """A compiled phrase, token or tree pattern; `spans` gives where it stands."""

    spans: Callable[[Text], tuple[Span, ...]]

    def find(self, text: Text) -> Iterator[PatternMatch]:
        """The stretches where it stands in a clause of the right kind."""
        for start, end in self.spans(text):
            index = text.frame_of(start, end)
            frame = None if index is None else text.frames[index]
            if self.test.holds(text, frame, start):
                yield self.match(start, end, index)


@dataclass(frozen=True, slots=True, eq=False)
class PatternSet:
    """Alternatives: any of them makes a match."""

    matchers: tuple[ClauseMatcher | SpanMatcher, ...]

    def find(self, text: Text) -> list[PatternMatch]:
        """Every match of every alternative, in the order of the text; looked for once a text."""
        found = text.matches.get(self)
        if found is None:
            run = text.patterns
            matchers = [matcher for matcher in self.matchers if matcher.label in run]
            found = [match for matcher in matchers for match in matcher.find(text)]
            found.sort(key=lambda match: (match.start, match.end))
            text.matches[self] = found
        return found


def compile_patterns(
    patterns: Patterns, lookup: ListLookup, index: PatternIndex, label: str
) -> PatternSet:
    """Compile patterns; `label` begins the name by which `explain` shows each.

    Raises:
        PatternError: a pattern that spaCy does not take.
    """
    matchers: list[ClauseMatcher | SpanMatcher] = [
        _clause(pattern, lookup, index, f"{label}clauses[{number}]")
        for number, pattern in enumerate(patterns.clauses)
    ]
    for number, phrase in enumerate(patterns.phrases):
        name = f"{label}phrases[{number}]"
        words = compile_words([phrase.phrase], lookup)
        index.add_phrase(name, words.anchors)
        matchers.append(SpanMatcher(phrase, lookup, name, _words_in(words)))
    for number, tokens in enumerate(patterns.tokens):
        name = f"{label}tokens[{number}]"
        index.add_tokens(name, tokens.pattern)
        matchers.append(SpanMatcher(tokens, lookup, name, _tokens_in(name)))
    for number, tree in enumerate(patterns.tree):
        name = f"{label}tree[{number}]"
        index.add_tree(name, tree.pattern)
        matchers.append(SpanMatcher(tree, lookup, name, _tree_in(name)))
    return PatternSet(tuple(matchers))


def _clause(
    pattern: ClausePattern, lookup: ListLookup, index: PatternIndex, label: str
) -> ClauseMatcher:
    predicate = compile_words(pattern.predicate, lookup) if pattern.predicate else None
    heads = predicate.singles if predicate and not predicate.phrases else None
    wanted = compile_each((*pattern.words, *pattern.sentence_words), lookup)
    index.add_clause(label, heads, (words.anchors for words in wanted))
    return ClauseMatcher(pattern, lookup, label, predicate, pattern.underline)


def _words_in(words: WordSet) -> Callable[[Text], tuple[Span, ...]]:
    return lambda text: text.words.spans(words)


def _tokens_in(label: str) -> Callable[[Text], tuple[Span, ...]]:
    return lambda text: text.token_spans(label)


def _tree_in(label: str) -> Callable[[Text], tuple[Span, ...]]:
    return lambda text: text.tree_spans(label)


def _behind_conjunctions(text: Text, frame: Frame) -> int:
    """Where the clause's own words begin: "che", "ma", "perché" say how it is joined."""
    start = frame.start
    while start < frame.head and text.parsed.doc[start].pos_ in ("SCONJ", "CCONJ", "PUNCT"):
        start += 1
    return start
