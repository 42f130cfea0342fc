"""What must hold of a clause, compiled from the schema's FrameTest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from replylint.engine.schema import FrameTest
from replylint.engine.texts import Text
from replylint.engine.word_sets import ListLookup, compile_each, compile_words
from replylint.engine.words import Span, WordSet
from replylint.language.frames import Argument, Frame

_ENUMERATIONS = ("agent", "force", "polarity", "time", "modality", "standing")
NOT_WRAPPED = "none"


@dataclass(frozen=True, slots=True)
class CompiledTest:
    """What must hold of a clause and its sentence.

    Attributes:
        values: for each field of the frame that is held to something, the values allowed.
        light: wrapping verbs allowed; `unwrapped`: no wrapping verb is allowed too.
        about_clause: whether a clause is needed at all.
    """

    values: tuple[tuple[str, frozenset[str]], ...]
    light: WordSet | None
    unwrapped: bool
    verbal: bool | None
    clitics: frozenset[str]
    certainty: float
    has: tuple[tuple[str, WordSet], ...]
    lacks: tuple[tuple[str, WordSet], ...]
    words: tuple[WordSet, ...]
    not_words: WordSet
    sentence_words: tuple[WordSet, ...]
    sentence_not_words: WordSet

    @property
    def about_clause(self) -> bool:
        """Whether it asks something that only a clause can answer."""
        return bool(
            self.values
            or self.light
            or self.unwrapped
            or self.verbal is not None
            or self.clitics
            or self.certainty
            or self.has
        )

    def words_stand_in(self, text: Text) -> bool:
        """Whether the words that it asks for stand anywhere in a text: else no clause need try."""
        spans = text.words.spans
        return all(map(spans, self.words)) and all(map(spans, self.sentence_words))

    def holds(self, text: Text, frame: Frame | None, token: int) -> bool:
        """Whether it holds of a clause (None: no clause there) in the sentence of `token`."""
        if frame is None:
            sentence = text.words.sentence_span(token)
            return not self.about_clause and self._words_hold(text, sentence, sentence)
        # A loop, not all(): this is asked a thousand times a text.
        for name, allowed in self.values:
            if getattr(frame, name) not in allowed:
                return False
        return (
            self._verb_holds(frame)
            and all(_has(text, frame, role, words) for role, words in self.has)
            and not any(_has(text, frame, role, words) for role, words in self.lacks)
            and self._words_hold(text, (frame.start, frame.end), text.words.sentence_span(token))
        )

    def _verb_holds(self, frame: Frame) -> bool:
        if frame.certainty < self.certainty:
            return False
        if self.verbal is not None and frame.verbal != self.verbal:
            return False
        if self.clitics and self.clitics.isdisjoint(frame.clitics):
            return False
        if self.light is None and not self.unwrapped:
            return True
        if frame.light is None:
            return self.unwrapped
        return self.light is not None and frame.light in self.light.singles

    def _words_hold(self, text: Text, clause: Span, sentence: Span) -> bool:
        words = text.words
        return (
            all(words.contains(wanted, *clause) for wanted in self.words)
            and not words.contains(self.not_words, *clause)
            and all(words.contains(wanted, *sentence) for wanted in self.sentence_words)
            and not words.contains(self.sentence_not_words, *sentence)
        )


def compile_test(test: FrameTest, lookup: ListLookup) -> CompiledTest:
    """Compile what a pattern asks of its clause; `lookup` gives the compiled list of a name."""
    values = ((name, frozenset(getattr(test, name))) for name in _ENUMERATIONS)
    light = [word for word in test.light if word != NOT_WRAPPED]
    return CompiledTest(
        values=tuple((name, allowed) for name, allowed in values if allowed),
        light=compile_words(light, lookup) if light else None,
        unwrapped=NOT_WRAPPED in test.light,
        verbal=test.verbal,
        clitics=frozenset(test.clitics),
        certainty=test.certainty,
        has=_arguments(test.has.items(), lookup),
        lacks=_arguments(test.lacks.items(), lookup),
        words=compile_each(test.words, lookup),
        not_words=compile_words(test.not_words, lookup),
        sentence_words=compile_each(test.sentence_words, lookup),
        sentence_not_words=compile_words(test.sentence_not_words, lookup),
    )


def _arguments(
    roles: Iterable[tuple[str, tuple[str, ...]]], lookup: ListLookup
) -> tuple[tuple[str, WordSet], ...]:
    return tuple((role, compile_words(words, lookup)) for role, words in roles)


def _has(text: Text, frame: Frame, role: str, words: WordSet) -> bool:
    return any(
        _is(text, argument, words) for argument in frame.arguments if role in ("any", argument.role)
    )


def _is(text: Text, argument: Argument, words: WordSet) -> bool:
    return argument.lemma in words.singles or text.words.contains(
        words, argument.start, argument.end
    )
