"""What all patterns of a rule set share: spaCy's matchers, and the words that patterns hang on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from replylint.engine.word_sets import rarest
from replylint.language.matching import Pattern, TokenMatcher, TreeMatcher

if TYPE_CHECKING:
    from spacy.vocab import Vocab


class PatternIndex:
    """The patterns of a rule set by label, and by the words one of which must be there.

    A text looks its words up once; patterns none of whose words it holds are not run.
    """

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self.tokens = TokenMatcher(vocab)
        self.trees: dict[str, TreeMatcher] = {}
        self._always: set[str] = set()
        self._by_word: dict[str, list[str]] = {}
        self._by_head: dict[str, list[str]] = {}

    def add_tokens(self, label: str, pattern: Pattern) -> None:
        """Take a Matcher pattern. Raises PatternError."""
        self.tokens.add(label, pattern)
        self._always.add(label)

    def add_tree(self, label: str, pattern: Pattern) -> None:
        """Take a DependencyMatcher pattern. Raises PatternError."""
        self.trees[label] = TreeMatcher(self._vocab, label, pattern)
        self._always.add(label)

    def add_phrase(self, label: str, words: Iterable[str]) -> None:
        """Take a pattern that cannot match where none of the words stands."""
        _hang(label, words, self._by_word)

    def add_clause(
        self, label: str, predicates: frozenset[str] | None, wanted: Iterable[frozenset[str]]
    ) -> None:
        """Take a clause pattern that cannot match without one of the predicates (None: any will
        do), nor without one word of each of the sets that are wanted."""
        choices = [*wanted] if predicates is None else [predicates, *wanted]
        if not choices:
            self._always.add(label)
            return
        anchor = rarest(choices)
        _hang(label, anchor, self._by_head if anchor is predicates else self._by_word)

    def run(self, words: Iterable[str], heads: Iterable[str]) -> set[str]:
        """The labels of the patterns that a text with these words and predicates can match."""
        labels = set(self._always)
        for word in words:
            labels.update(self._by_word.get(word, ()))
        for word in heads:
            labels.update(self._by_head.get(word, ()))
        return labels


def _hang(label: str, words: Iterable[str], index: dict[str, list[str]]) -> None:
    for word in words:
        index.setdefault(word, []).append(label)
