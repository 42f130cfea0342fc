"""spaCy's Matcher and DependencyMatcher, wrapped: patterns in, token spans out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Span = tuple[int, int]
Pattern = Sequence[Mapping[str, Any]]

_WORD_ATTRIBUTES = ("LOWER", "LEMMA")


class PatternError(ValueError):
    """A pattern that spaCy does not take: its label, and spaCy's reason on one line."""

    def __init__(self, label: str, reason: Exception) -> None:
        self.label = label
        super().__init__(f"{label}: spaCy refuses it: {' '.join(str(reason).split())}")


class TokenMatcher:
    """Matcher patterns run together over a doc; each is known by its label."""

    def __init__(self, vocab: Vocab) -> None:
        from spacy.matcher import Matcher

        self._matcher = Matcher(vocab)

    def add(self, label: str, pattern: Pattern) -> None:
        """Add a pattern. Raises PatternError."""
        try:
            self._matcher.add(label, [[dict(item) for item in pattern]], greedy="LONGEST")
        except Exception as error:
            raise PatternError(label, error) from None

    def spans(self, doc: Doc) -> dict[str, tuple[Span, ...]]:
        """The matches of each pattern that has any, in the order of the text."""
        found: dict[str, list[Span]] = {}
        if len(self._matcher):
            for key, start, end in sorted(self._matcher(doc), key=lambda match: match[1:]):
                found.setdefault(doc.vocab.strings[key], []).append((start, end))
        return {label: tuple(spans) for label, spans in found.items()}


class TreeMatcher:
    """One DependencyMatcher pattern, run only on sentences that hold its words."""

    def __init__(self, vocab: Vocab, label: str, pattern: Pattern) -> None:
        from spacy.matcher import DependencyMatcher

        self._matcher = DependencyMatcher(vocab)
        try:
            self._matcher.add("tree", [[dict(node) for node in pattern]])
        except Exception as error:
            raise PatternError(label, error) from None
        self._anchors = [words for node in pattern if (words := _words(node["RIGHT_ATTRS"]))]

    def spans(
        self, doc: Doc, sentences: Iterable[Span], positions: Mapping[str, Sequence[int]]
    ) -> tuple[Span, ...]:
        """From the first to the last token of each match; `positions`: where each key stands."""
        found: set[Span] = set()
        for start, end in sentences:
            if all(_stands(words, positions, start, end) for words in self._anchors):
                for _, tokens in self._matcher(doc[start:end]):
                    found.add((start + min(tokens), start + max(tokens) + 1))
        return tuple(sorted(found))


def _words(attributes: Mapping[str, Any]) -> frozenset[str]:
    """The words one of which a node must have; empty when it is held to none."""
    for attribute in _WORD_ATTRIBUTES:
        value = attributes.get(attribute)
        if isinstance(value, str):
            return frozenset({value.lower()})
        if isinstance(value, Mapping) and set(value) == {"IN"}:
            return frozenset(str(word).lower() for word in value["IN"])
    return frozenset()


def _stands(
    words: frozenset[str], positions: Mapping[str, Sequence[int]], start: int, end: int
) -> bool:
    return any(start <= at < end for word in words for at in positions.get(word, ()))
