"""Features of a stretch of text for the learned readings: its clauses, words and letters.

Clause features carry over between authors where words do not: "third person passive, denied" says
refusal whatever the verb. Each feature is named by a plain string, so that a reading can be
explained by the features that weighed most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from replylint.engine.texts import Text
from replylint.engine.words import WordSet
from replylint.language.frames import Frame

_SHORTEST, _LONGEST = 3, 5
_MOST_WORDS = 5_000
"""Words whose letter sequences are remembered: texts repeat themselves; about 10 MB."""


@dataclass(frozen=True, slots=True)
class Features:
    """What a stretch of text shows.

    Attributes:
        words: names of clause and word features, each once.
        letters: names of letter sequences, each once; they survive typos and unseen forms.
        by_frame: for each clause (by index), the features that it contributes.
    """

    words: frozenset[str]
    letters: frozenset[str]
    by_frame: Mapping[int, frozenset[str]]


def features(text: Text, start: int, end: int, lists: Mapping[str, WordSet]) -> Features:
    """The features of tokens [start, end); `lists` are the shared word lists by name."""
    lists = {name: words for name, words in lists.items() if text.words.spans(words)}
    by_frame = {
        index: frozenset(_clause(text, frame, lists))
        | frozenset(_words(text, frame.start, frame.end))
        for index, frame in enumerate(text.frames)
        if start <= frame.head < end
    }
    words = frozenset().union(*by_frame.values()) | frozenset(_words(text, start, end))
    words |= frozenset(_pairs(text, start, end, lists))
    tokens = text.parsed.doc[start:end]
    letters = frozenset().union(*(_letters(token.lower_) for token in tokens))
    return Features(words, letters, by_frame)


def _clause(text: Text, frame: Frame, lists: Mapping[str, WordSet]) -> Iterator[str]:
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
    for name, words in lists.items():
        if text.words.contains(words, frame.start, frame.end):
            yield f"list {name}"
            yield f"list {name} {who} {force}"
            yield f"list {name} {who} {polarity} {time}"


def _pairs(text: Text, start: int, end: int, lists: Mapping[str, WordSet]) -> Iterator[str]:
    """Lists that meet in one stretch: praise beside a failure says more than either."""
    present = [name for name, words in lists.items() if text.words.contains(words, start, end)]
    for first, second in combinations(present, 2):
        yield f"lists {first} {second}"


def _words(text: Text, start: int, end: int) -> Iterator[str]:
    lemmas = [token.lemma_.lower() for token in text.parsed.doc[start:end]]
    for token, lemma in zip(text.parsed.doc[start:end], lemmas, strict=True):
        yield f"form {token.lower_}"
        yield f"lemma {lemma}"
        if any(character.isdigit() for character in token.text):
            yield "a number"
    for first, second in pairwise(lemmas):
        yield f"lemmas {first} {second}"


@lru_cache(_MOST_WORDS)
def _letters(form: str) -> frozenset[str]:
    word = f" {form} "
    return frozenset(
        word[begin : begin + length]
        for length in range(_SHORTEST, _LONGEST + 1)
        for begin in range(len(word) - length + 1)
    )
