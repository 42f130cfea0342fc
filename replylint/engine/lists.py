"""Named lists, compiled when first asked for."""

from __future__ import annotations

from collections.abc import Mapping

from replylint.engine.word_sets import compile_words
from replylint.engine.words import WordSet


class WordLists:
    """The lists that patterns may name: those of their own file, then the shared ones."""

    def __init__(
        self, entries: Mapping[str, tuple[str, ...]], shared: WordLists | None = None
    ) -> None:
        self._entries = entries
        self._shared = shared
        self._compiled: dict[str, WordSet] = {}

    def __call__(self, name: str) -> WordSet:
        """The compiled list of that name. Raises KeyError when there is none."""
        if name not in self._entries and self._shared is not None:
            return self._shared(name)
        if name not in self._compiled:
            self._compiled[name] = compile_words(self._entries[name], self)
        return self._compiled[name]
