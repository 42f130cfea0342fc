"""What the customer's messages are about: the problem, the question, things named, data given.

What somebody declares of a subject stands in place of what would be found of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from replylint.conversation import CustomerKind, Subject, Topic
from replylint.engine.personal_data import personal_data
from replylint.engine.topic import particular
from replylint.findings import Mention

if TYPE_CHECKING:
    from replylint.engine.messages import Messages
    from replylint.engine.reading import Reading

_ACTS: dict[str, Subject] = {"complaint": "problem", "request": "question"}
_THINGS = frozenset({"NOUN", "PROPN"})
_SHORTEST = 3
_MOST = 12
"""Things that are shown: a long mail names more of them than anybody wants listed."""


def about(
    customer: Messages, kind: CustomerKind | None, declared: Sequence[Topic] = ()
) -> tuple[Mention, ...]:
    """What is said, asked, named and given in the messages: what is declared, then in their order.

    Outside of a request only a question mark makes a question: complaints are full of "when will
    you ever".
    """
    told = {topic.subject for topic in declared}
    return (
        *(_declared(topic, customer.joined.text) for topic in declared),
        *(
            Mention(subject, *customer.written(start, end), customer.quote(start, end))
            for start, end, subject in _detected(customer, kind)
            if subject not in told
        ),
    )


def _declared(topic: Topic, text: str) -> Mention:
    found = re.search(re.escape(topic.text), text, re.IGNORECASE)
    if found is None:
        return Mention(topic.subject, None, None, topic.text, "declared")
    return Mention(topic.subject, found.start(), found.end(), found.group(), "declared")


def _detected(customer: Messages, kind: CustomerKind | None) -> list[tuple[int, int, Subject]]:
    """Tokens [start, end) and what they tell, in their order."""
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
    things = (at for at in _things(reading) if at not in given)
    found += [(at, at + 1, "thing") for at in islice(things, _MOST)]
    return sorted(found)


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
