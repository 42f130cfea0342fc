"""Features of a stretch of text for the learned readings: its clauses, words and letters.

Clause features carry over between authors where words do not: "third person passive, denied" says
refusal whatever the verb. Each feature is named by a plain string, so that a reading can be
explained by the features that weighed most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, pairwise

from replylint.engine.texts import Text
from replylint.engine.words import Span, WordSet
from replylint.language.frames import Frame

_SHORTEST, _LONGEST = 3, 5
LETTER_WEIGHT = 0.7
MOST_WORDS = 5_000
"""Words whose letter sequences are remembered: texts repeat themselves; about 10 MB."""


@dataclass(frozen=True, slots=True)
class FeatureGroup:
    """Features that a model adds up, each times `weight` over the root of their number.

    Attributes:
        names: features, each once.
        recurring: sets of features that come back from text to text, such as the letters of a
            word: a model remembers what each adds up to.
    """

    weight: float
    names: frozenset[str] = frozenset()
    recurring: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Features:
    """What a stretch of text shows.

    Attributes:
        words: names of clause and word features, each once.
        letters: the letter sequences of each different word; they survive typos and unseen forms.
        by_frame: for each clause (by index), the features that it contributes.
    """

    words: frozenset[str]
    letters: tuple[frozenset[str], ...]
    by_frame: Mapping[int, frozenset[str]]

    @property
    def groups(self) -> tuple[FeatureGroup, ...]:
        """What a model adds up."""
        return FeatureGroup(1.0, self.words), FeatureGroup(LETTER_WEIGHT, recurring=self.letters)


class FeatureReader:
    """The features of any stretch of one text; a clause is looked at once, whatever holds it.

    Args:
        lists: the shared word lists by name.
    """

    def __init__(self, text: Text, lists: Mapping[str, WordSet]) -> None:
        self._text = text
        self._lists = {name: words for name, words in lists.items() if text.words.spans(words)}
        self._read: dict[Span, Features] = {}

    def features(self, start: int, end: int) -> Features:
        """The features of tokens [start, end); a whole text may be one sentence: read once."""
        if (start, end) not in self._read:
            self._read[start, end] = self._features(start, end)
        return self._read[start, end]

    def _features(self, start: int, end: int) -> Features:
        inside = range(bisect_left(self._heads, start), bisect_left(self._heads, end))
        by_frame = {index: self._by_frame[index] for index in inside}
        words = frozenset().union(
            *by_frame.values(), self._words(start, end), self._pairs(start, end)
        )
        forms = dict.fromkeys(form for form, _ in self._tokens[start:end])
        return Features(words, tuple(map(_letters, forms)), by_frame)

    @cached_property
    def _heads(self) -> list[int]:
        """Where the predicates stand, in the order of the clauses, which is theirs."""
        return [frame.head for frame in self._text.frames]

    @cached_property
    def _tokens(self) -> list[tuple[str, str]]:
        """Form and lemma of each token, in lower case."""
        return [(token.lower_, token.lemma_.lower()) for token in self._text.parsed.doc]

    @cached_property
    def _by_frame(self) -> list[frozenset[str]]:
        return [
            frozenset(_clause(frame, self._present(frame.start, frame.end)))
            | frozenset(self._words(frame.start, frame.end))
            for frame in self._text.frames
        ]

    def _present(self, start: int, end: int) -> list[str]:
        """The lists of which an entry stands in [start, end)."""
        contains = self._text.words.contains
        return [name for name, words in self._lists.items() if contains(words, start, end)]

    def _words(self, start: int, end: int) -> Iterator[str]:
        tokens = self._tokens[start:end]
        for form, lemma in tokens:
            yield f"form {form}"
            yield f"lemma {lemma}"
            if any(character.isdigit() for character in form):
                yield "a number"
        for (_, first), (_, second) in pairwise(tokens):
            yield f"lemmas {first} {second}"

    def _pairs(self, start: int, end: int) -> Iterator[str]:
        """Lists that meet in one stretch: praise beside a failure says more than either."""
        for first, second in combinations(self._present(start, end), 2):
            yield f"lists {first} {second}"


def _clause(frame: Frame, lists: Iterable[str]) -> Iterator[str]:
    who, force = frame.agent, frame.force
    polarity, time = frame.polarity, frame.time
    yield f"clause {who} {force} {polarity} {time}"
    yield f"clause {who} {force}"
    yield f"clause {who} {time} {polarity}"
    yield f"modality {frame.modality} {who} {polarity}"
    yield f"light {frame.light} {who} {polarity}"
    yield f"predicate {frame.predicate}"
    yield f"predicate {frame.predicate} {who}"
    yield f"predicate {frame.predicate} {who} {force}"
    yield f"predicate {frame.predicate} {polarity}"
    yield f"predicate {frame.predicate} {who} {time}"
    for clitic in frame.clitics:
        yield f"clitic {clitic} {who} {force}"
    for argument in frame.arguments:
        yield f"argument {argument.lemma}"
        yield f"argument {argument.lemma} {who} {force}"
        yield f"role {argument.role} {who} {force}"
    for name in lists:
        yield f"list {name}"
        yield f"list {name} {who} {force}"
        yield f"list {name} {who} {polarity} {time}"


@lru_cache(MOST_WORDS)
def _letters(form: str) -> frozenset[str]:
    word = f" {form} "
    return frozenset(
        word[begin : begin + length]
        for length in range(_SHORTEST, _LONGEST + 1)
        for begin in range(len(word) - length + 1)
    )
