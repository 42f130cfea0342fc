"""What the customer's messages are about: the problem, the question, things named, data given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from replylint.conversation import CustomerKind
from replylint.engine.personal_data import personal_data
from replylint.engine.topic import particular
from replylint.findings import Mention, Subject

if TYPE_CHECKING:
    from replylint.engine.messages import Messages
    from replylint.engine.reading import Reading

_ACTS: dict[str, Subject] = {"complaint": "problem", "request": "question"}
_THINGS = frozenset({"NOUN", "PROPN"})
_SHORTEST = 3
_MOST = 12
"""Mentions shown of each sort: a long mail names more things than anybody wants listed."""


def about(customer: Messages, kind: CustomerKind | None) -> tuple[Mention, ...]:
    """What is said, asked, named and given in the messages, in the order of the text.

    Outside of a request only a question mark makes a question: complaints are full of "when will
    you ever".
    """
    reading = customer.reading
    found: list[tuple[int, int, Subject]] = [
        (match.start, match.end, subject)
        for act, subject in _ACTS.items()
        for match in reading.acts.get(act, ())
        if subject != "question" or kind == "request" or _asks(reading, match.start)
    ]
    data = personal_data(reading.text)
    found += [(datum.start, datum.end, "data") for datum in data]
    given = {token for datum in data for token in range(datum.start, datum.end)}
    found += [(at, at + 1, "thing") for at in islice(_things(reading), _MOST) if at not in given]
    return tuple(
        Mention(subject, *customer.written(start, end), customer.quote(start, end))
        for start, end, subject in sorted(found)
    )


def _asks(reading: Reading, token: int) -> bool:
    text = reading.text
    return "?" in text.quote(*text.words.sentence_span(token))


def _things(reading: Reading) -> Iterator[int]:
    """The nouns and names that would not fit any message, each where it stands first."""
    seen: set[str] = set()
    for token in particular(reading):
        lemma = token.lemma_.lower()
        if token.pos_ in _THINGS and len(token) >= _SHORTEST and lemma not in seen:
            seen.add(lemma)
            yield token.i
