"""Acts that no file describes: the engine makes them from the text and the acts found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from replylint.engine.acts import ActMatch, Acts, act_match
from replylint.engine.names import OTHER_ACT, PERSONAL_DATA_ACT, PERSONAL_DATA_REQUEST_ACT
from replylint.engine.patterns import PatternMatch
from replylint.engine.personal_data import is_asked_openly, personal_data
from replylint.engine.texts import Text

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_LEAST_CONTENT = 3
_REQUESTS = ("data-request", "repeat-request", "public-words")
_ASKING = ("directive", "question", "offer", "wish")


def with_made_acts(text: Text, found: Acts, courtesy: frozenset[str]) -> Acts:
    """The acts found in a reply and those made from them.

    Acts of `courtesy` leave open what the rest of their sentence says.
    """
    made = {
        OTHER_ACT: tuple(_others(text, found, courtesy)),
        PERSONAL_DATA_ACT: tuple(_personal_data(text)),
        PERSONAL_DATA_REQUEST_ACT: tuple(_personal_requests(text, found)),
    }
    return {**found, **{name: spans for name, spans in made.items() if spans}}


def _others(text: Text, found: Acts, courtesy: frozenset[str]) -> Iterator[ActMatch]:
    """Sentences that say something, courtesies aside, of which no act was made out."""
    known = {
        span.sentence for name, spans in found.items() if name not in courtesy for span in spans
    }
    polite = {
        token
        for name in courtesy
        for span in found.get(name, ())
        for token in range(span.start, span.end)
    }
    for index, (start, end) in enumerate(text.parsed.sentences):
        content = sum(
            token.pos_ in _CONTENT and token.i not in polite for token in text.parsed.doc[start:end]
        )
        if index not in known and content >= _LEAST_CONTENT:
            match = PatternMatch(*text.trimmed(start, end), None, {}, "no act was made out")
            yield act_match(OTHER_ACT, text, match)


def _personal_data(text: Text) -> Iterator[ActMatch]:
    """The personal data that a text discloses, `kind` saying which."""
    for datum in personal_data(text):
        frame = text.frame_of(datum.start, datum.end)
        label = f"{PERSONAL_DATA_ACT}: {datum.kind}"
        match = PatternMatch(datum.start, datum.end, frame, {"kind": datum.kind}, label)
        yield act_match(PERSONAL_DATA_ACT, text, match)


def _personal_requests(text: Text, found: Acts) -> Iterator[ActMatch]:
    """What is asked of the customer that is personal data, to be written where the reply stands."""
    clauses: set[int | None] = set()
    for name in _REQUESTS:
        for span in found.get(name, ()):
            frame = None if span.frame is None else text.frames[span.frame]
            clause = (frame.start, frame.end) if frame else (span.start, span.end)
            if span.frame in clauses or (frame is not None and frame.polarity == "denied"):
                continue
            if name == "public-words" and (frame is None or frame.force not in _ASKING):
                continue
            if is_asked_openly(text, span.start, span.end, clause):
                clauses.add(span.frame)
                yield replace(span, act=PERSONAL_DATA_REQUEST_ACT, attributes={})
