"""Words, lists and phrases, looked for in the keys of a parsed text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

Span = tuple[int, int]


class TextWords:
    """The words of one text: where each stands, and the matches already looked for."""

    def __init__(self, keys: Sequence[frozenset[str]], sentences: Sequence[Span]) -> None:
        self.keys = keys
        self.sentences = sentences
        self.positions: dict[str, list[int]] = {}
        for index, words in enumerate(keys):
            for word in words:
                self.positions.setdefault(word, []).append(index)
        self._vocabulary = frozenset(self.positions)
        self._sentence_of = [
            number for number, (start, end) in enumerate(sentences) for _ in range(start, end)
        ]
        self._found: dict[WordSet, tuple[Span, ...]] = {}
        self._by_sentence: dict[Span, frozenset[str]] = {}

    def sentence_at(self, token: int) -> int:
        """The index of the sentence in which a token stands."""
        return self._sentence_of[token] if self.sentences else 0

    def sentence_span(self, token: int) -> Span:
        """The sentence in which a token stands, as a token span."""
        if not self.sentences:
            return 0, len(self.keys)
        return self.sentences[self.sentence_at(token)]

    def words_of(self, sentence: Span) -> frozenset[str]:
        """Every word that the tokens of a sentence stand for."""
        words = self._by_sentence.get(sentence)
        if words is None:
            words = frozenset().union(*self.keys[slice(*sentence)])
            self._by_sentence[sentence] = words
        return words

    def holds_word(self, start: int, end: int) -> bool:
        """Whether any token of [start, end) is a word: punctuation and emoji are none."""
        return any(
            character.isalnum()
            for words in self.keys[start:end]
            for word in words
            for character in word
        )

    def spans(self, wanted: WordSet) -> tuple[Span, ...]:
        """Every place where an entry of `wanted` stands, by start; the longest at each start."""
        found = self._found.get(wanted)
        if found is None:
            found = self._found[wanted] = tuple(sorted(self._longest(wanted).items()))
        return found

    def _longest(self, wanted: WordSet) -> dict[int, int]:
        """Where the longest entry that begins at a token ends, for each token where one does."""
        positions, vocabulary = self.positions, self._vocabulary
        longest = {
            start: start + 1 for word in wanted.singles & vocabulary for start in positions[word]
        }
        if not wanted.by_anchor:
            return longest
        anchored = (wanted.by_anchor[word] for word in wanted.by_anchor.keys() & vocabulary)
        for phrase in set(chain.from_iterable(anchored)):
            for start in {at for word in phrase.firsts & vocabulary for at in positions[word]}:
                for end in phrase.ends_at(self, start):
                    longest[start] = max(end, longest.get(start, 0))
        return longest

    def contains(self, wanted: WordSet, start: int, end: int) -> bool:
        """Whether an entry of `wanted` stands wholly inside [start, end)."""
        found = self._found.get(wanted)
        # A loop, not any(): this is asked a thousand times a text.
        for low, high in self.spans(wanted) if found is None else found:
            if start <= low and high <= end:
                return True
        return False


@dataclass(frozen=True, slots=True, eq=False)
class CompiledItem:
    """One place of a phrase, ready to be matched."""

    singles: frozenset[str]
    sequences: tuple[tuple[str, ...], ...]
    lists: tuple[WordSet, ...]
    optional: bool
    gap: int

    @property
    def firsts(self) -> frozenset[str]:
        """Every word with which this place can begin."""
        return self.singles.union(
            (words[0] for words in self.sequences), *(entry.firsts for entry in self.lists)
        )

    def ends_at(self, text: TextWords, start: int, limit: int) -> set[int]:
        """Where a match that begins at token `start` can end."""
        keys = text.keys
        ends: set[int] = set()
        if not self.singles.isdisjoint(keys[start]):
            ends.add(start + 1)
        for words in self.sequences:
            end = start + len(words)
            if end <= limit and all(word in keys[start + at] for at, word in enumerate(words)):
                ends.add(end)
        for entry in self.lists:
            ends.update(entry.ends_at(text, start))
        return ends


@dataclass(frozen=True, slots=True, eq=False)
class CompiledPhrase:
    """A phrase ready to be matched.

    Attributes:
        firsts: the words with which it can begin.
        needs: for each later place that cannot be left out, the words with which it can begin.
        anchor: of all those sets, the one whose words are rarest: without one of them, no match.
    """

    items: tuple[CompiledItem, ...]
    at_start: bool
    at_end: bool
    firsts: frozenset[str]
    needs: tuple[frozenset[str], ...]
    anchor: frozenset[str]

    def ends_at(self, text: TextWords, start: int) -> set[int]:
        """Where a match that begins at token `start` can end, within the sentence."""
        low, limit = sentence = text.sentence_span(start)
        words = text.words_of(sentence)
        for needed in self.needs:
            if needed.isdisjoint(words):
                return set()
        if self.at_start and text.holds_word(low, start):
            return set()
        reached = {start}
        for item in self.items:
            further = set(reached) if item.optional else set()
            for position in reached:
                for begin in range(position, min(position + item.gap + 1, limit)):
                    further |= item.ends_at(text, begin, limit)
            reached = further
            if not reached:
                break
        reached.discard(start)
        if self.at_end:
            return {end for end in reached if not text.holds_word(end, limit)}
        return reached


@dataclass(frozen=True, slots=True, eq=False)
class WordSet:
    """A compiled list: single words and phrases.

    Attributes:
        phrases: by the words with which they can begin.
        by_anchor: the same by the words one of which they cannot do without.
    """

    singles: frozenset[str] = frozenset()
    phrases: dict[str, tuple[CompiledPhrase, ...]] = field(default_factory=dict)
    by_anchor: dict[str, tuple[CompiledPhrase, ...]] = field(default_factory=dict)

    @property
    def firsts(self) -> frozenset[str]:
        """The words with which any entry can begin."""
        return self.singles | self.phrases.keys()

    @property
    def anchors(self) -> frozenset[str]:
        """Words one of which must stand in a text that holds any entry."""
        return self.singles | self.by_anchor.keys()

    def ends_at(self, text: TextWords, start: int) -> set[int]:
        """Where entries that begin at token `start` can end."""
        words = text.keys[start]
        ends = set() if self.singles.isdisjoint(words) else {start + 1}
        if self.phrases:
            tried = {phrase for word in words for phrase in self.phrases.get(word, ())}
            for phrase in tried:
                ends |= phrase.ends_at(text, start)
        return ends
