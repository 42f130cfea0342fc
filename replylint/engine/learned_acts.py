"""What the learned readings say of a text, beside what patterns find in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from replylint.engine.features import FeatureReader, Features
from replylint.engine.learned import LearnedModel
from replylint.engine.texts import Text
from replylint.engine.words import Span, WordSet

Side = Literal["reply", "customer"]

MODELS: Mapping[Side, str] = {"reply": "acts", "customer": "messages"}
"""The model for each side; a reply is read by the sentence, a customer's message as a whole."""


@dataclass(frozen=True, slots=True)
class LearnedSpan:
    """A stretch that was read as a label: its tokens, the clause that spoke most, and why."""

    start: int
    end: int
    frame: int | None
    probability: float
    because: tuple[str, ...]


class LearnedReading:
    """The learned readings of one text, worked out when first asked for."""

    def __init__(
        self, text: Text, side: Side, lists: Mapping[str, WordSet], model: LearnedModel
    ) -> None:
        self._text = text
        self._side: Side = side
        self._model = model
        self._features = FeatureReader(text, lists)

    def spans(self, label: str, at_least: float) -> Iterator[LearnedSpan]:
        """The sentences in which a label is at least that likely.

        Their parts are not asked: short clauses are read less surely than whole sentences.
        """
        for (start, end), found, odds in self._stretches[: len(self._wholes())]:
            if odds.get(label, 0.0) >= at_least:
                inside = {index: self._by_frame[index] for index in found.by_frame}
                frames = self._model.favourites(inside, label)
                low, high = self._narrowed(frames, start, end)
                because = self._model.because(found.groups, found.words, label)
                yield LearnedSpan(low, high, next(iter(frames), None), odds[label], because)

    def odds_at(self, token: int, label: str) -> float:
        """How likely a label is for a stretch around a token; 1 if the model does not know it."""
        sentence = self._by_whole[bisect_right(self._starts, token) - 1]
        around = (odds.get(label, 1.0) for (start, end), odds in sentence if start <= token < end)
        return max(around, default=1.0)

    def sentence_odds(self) -> Iterator[Mapping[str, float]]:
        """For each sentence (a message is one), the best that it or a part of it reaches."""
        for inside in self._by_whole:
            yield {label: max(odds[label] for _, odds in inside) for label in inside[0][1]}

    @cached_property
    def whole(self) -> Features:
        """The features of the whole text."""
        return self._features.features(0, len(self._text.parsed.doc))

    @cached_property
    def _stretches(self) -> tuple[tuple[Span, Features, dict[str, float]], ...]:
        read: list[tuple[Span, Features, dict[str, float]]] = []
        for span in (*self._wholes(), *self._parts()):
            found = self._features.features(*span)
            odds = self._model.probabilities(found.groups)
            read.append((span, found, _with_complaint(odds)))
        return tuple(read)

    @cached_property
    def _by_whole(self) -> tuple[list[tuple[Span, dict[str, float]]], ...]:
        """For each sentence (a message is one), what it and its parts are likely to be.

        Sorted out once: a reply of 20,000 lines is as many sentences.
        """
        found: tuple[list[tuple[Span, dict[str, float]]], ...] = tuple([] for _ in self._starts)
        for span, _, odds in self._stretches:
            found[bisect_right(self._starts, span[0]) - 1].append((span, odds))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        """Where each sentence (a message is one) begins."""
        return [start for start, _ in self._wholes()]

    @cached_property
    def _by_frame(self) -> Mapping[int, NDArray[np.int32]]:
        """What the features of each clause add up to, by label."""
        clauses = self.whole.by_frame
        return {index: self._model.added_up(names)[1] for index, names in clauses.items()}

    def _wholes(self) -> tuple[Span, ...]:
        if self._side == "reply":
            return self._text.parsed.sentences
        whole = len(self._text.parsed.doc)
        return ((0, whole),) if whole else ()

    def _parts(self) -> Iterator[Span]:
        """The independent clauses, each with what hangs on it, of sentences that join several.

        "Ci scusiamo per la doccia, il miscelatore è stato sostituito" says two things: read as one,
        the first would drown the second.
        """
        if self._side != "reply":
            return
        begins = sorted(
            frame.start for frame in self._text.frames if frame.standing in ("main", "coordinate")
        )
        for start, end in self._text.parsed.sentences:
            inside = begins[bisect_right(begins, start) : bisect_left(begins, end)]
            bounds = [start, *inside, end]
            if inside:
                yield from ((low, high) for low, high in pairwise(bounds) if low < high)

    def _narrowed(self, frames: tuple[int, ...], start: int, end: int) -> Span:
        """From the first to the last of some clauses; with none, the whole of [start, end)."""
        clauses = [self._text.frames[index] for index in frames]
        low = min((clause.start for clause in clauses), default=start)
        high = max((clause.end for clause in clauses), default=end)
        return self._text.trimmed(low, high)


def _with_complaint(odds: dict[str, float]) -> dict[str, float]:
    """A complaint is told in earnest or with irony: the two kinds together."""
    if "ironic" in odds:
        odds["complaint"] = odds["ironic"] + odds["plain"]
    return odds
