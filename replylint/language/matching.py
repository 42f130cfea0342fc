"""spaCy's Matcher and DependencyMatcher, wrapped: patterns in, token spans out.

Token patterns share one Matcher: a call costs more than many patterns do. Tree patterns are dear:
each has a matcher of its own, run only where the words it cannot do without stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Span = tuple[int, int]
Pattern = Sequence[Mapping[str, Any]]
Positions = Mapping[str, Sequence[int]]
"""Where each word of a text stands, by token."""

_WORD_ATTRIBUTES = ("LOWER", "LEMMA")


class PatternError(ValueError):
    """A pattern that spaCy does not take: its label, and spaCy's reason on one line."""

    def __init__(self, label: str, reason: Exception) -> None:
        self.label = label
        super().__init__(f"{label}: spaCy refuses it: {' '.join(str(reason).split())}")


class TokenMatcher:
    """Any number of Matcher patterns, run together."""

    def __init__(self, vocab: Vocab) -> None:
        from spacy.matcher import Matcher

        self._vocab = vocab
        self._matcher = Matcher(vocab)

    def add(self, label: str, pattern: Pattern) -> None:
        """Take a pattern. Raises PatternError."""
        try:
            self._matcher.add(label, [[dict(item) for item in pattern]], greedy="LONGEST")
        except Exception as error:
            raise PatternError(label, error) from None

    def spans(self, doc: Doc) -> dict[str, tuple[Span, ...]]:
        """The matches by label, in the order of the text; the longest where several overlap."""
        found: dict[str, list[Span]] = {}
        if len(self._matcher):
            for label, start, end in self._matcher(doc):
                found.setdefault(self._vocab.strings[label], []).append((start, end))
        return {label: tuple(sorted(spans)) for label, spans in found.items()}


class TreeMatcher:
    """One DependencyMatcher pattern."""

    def __init__(self, vocab: Vocab, label: str, pattern: Pattern) -> None:
        """Compile it. Raises PatternError."""
        from spacy.matcher import DependencyMatcher

        self._matcher = DependencyMatcher(vocab)
        try:
            self._matcher.add(label, [[dict(node) for node in pattern]])
        except Exception as error:
            raise PatternError(label, error) from None
        self._anchors = [words for node in pattern if (words := _words(node["RIGHT_ATTRS"]))]

    def spans(self, doc: Doc, positions: Positions, sentences: Iterable[Span]) -> tuple[Span, ...]:
        """From the first to the last token of each match."""
        found: set[Span] = set()
        for start, end in sentences:
            if all(_stands(words, positions, start, end) for words in self._anchors):
                for _, tokens in self._matcher(doc[start:end]):
                    found.add((start + min(tokens), start + max(tokens) + 1))
        return tuple(sorted(found))


def _words(attributes: Mapping[str, Any]) -> frozenset[str]:
    """The words one of which a token must have; empty when it is held to none that is plain."""
    for attribute in _WORD_ATTRIBUTES:
        value = attributes.get(attribute)
        listed = value["IN"] if isinstance(value, Mapping) and set(value) == {"IN"} else [value]
        words = frozenset(word.lower() for word in listed if isinstance(word, str))
        if words and len(words) == len(listed) and all(word.isalpha() for word in words):
            return words
    return frozenset()


def _stands(words: frozenset[str], positions: Positions, start: int, end: int) -> bool:
    return any(start <= at < end for word in words for at in positions.get(word, ()))
