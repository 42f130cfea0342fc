"""The spaCy patterns of a rule set, gathered while it is compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.matching import Pattern, TokenMatcher, TreeMatcher

if TYPE_CHECKING:
    from spacy.vocab import Vocab


class SpacyPatterns:
    """Token and tree patterns of a rule set, each known by its label."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self.tokens = TokenMatcher(vocab)
        self.trees: dict[str, TreeMatcher] = {}

    def add_tokens(self, label: str, pattern: Pattern) -> None:
        """Take a Matcher pattern. Raises PatternError."""
        self.tokens.add(label, pattern)

    def add_tree(self, label: str, pattern: Pattern) -> None:
        """Take a DependencyMatcher pattern. Raises PatternError."""
        self.trees[label] = TreeMatcher(self._vocab, label, pattern)
