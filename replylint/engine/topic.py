"""Whether a reply takes up anything of what the customer wrote about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from replylint.engine.context import Context
    from replylint.engine.reading import Reading

BOILERPLATE = "boilerplate-words"
"""The shared list of words that would fit any reply ("disagio", "segnalazione", "esperienza")."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_STEM = 5
_SHORTEST = 3
_ELSEWHERE = ("redirect", "extra-contact")
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})


def takes_up_topic(context: Context) -> bool | None:
    """False for boilerplate that would fit any message; None without both sides.

    One word that would not fit any reply is enough, for what a reply is about may be named in words
    that the customer did not use; but a name (a signature), and where the customer is sent, must be
    the customer's own words too. A message that names nothing leaves nothing to take up. What the
    message is declared to be about counts in place of its words.
    """
    if context.reply is None or context.customer is None:
        return None
    told = context.declared("problem", "question", "thing") or context.customer
    asked = {_stem(word) for word, _ in _content(told)}
    courtesy, elsewhere = _courtesy(context.reply), _spans(context.reply, _ELSEWHERE)
    said = list(_content(context.reply, courtesy))
    about = _content(context.reply, courtesy | elsewhere)
    return (
        not asked
        or any(_stem(word) in asked for word, _ in said)
        or any(not name for _, name in about)
    )


def _courtesy(reply: Reading) -> frozenset[int]:
    """The tokens of greetings, with the names and titles that follow, and of farewells."""
    doc = reply.text.parsed.doc
    courtesy = set(_spans(reply, ("closing",)))
    for match in reply.acts.get("greeting", ()):
        end = match.end
        while end < len(doc) and doc[end].pos_ in _NAMING:
            end += 1
        courtesy.update(range(match.start, end))
    return frozenset(courtesy)


def _spans(reply: Reading, acts: Iterable[str]) -> frozenset[int]:
    """The tokens of these acts."""
    matches = (match for act in acts for match in reply.acts.get(act, ()))
    return frozenset(token for match in matches for token in range(match.start, match.end))


def _stem(word: str) -> str:
    return word[:_STEM]


def _content(reading: Reading, without: frozenset[int] = frozenset()) -> Iterator[tuple[str, bool]]:
    """Lemmas of the words and figures that say something particular, and whether each is a name."""
    for token in particular(reading):
        if token.i not in without:
            yield token.lemma_.lower().split(" ")[0], token.pos_ == "PROPN"


def particular(reading: Reading) -> Iterator[Token]:
    """The words and figures that would not fit just any text."""
    listed = reading.lists.get(BOILERPLATE)
    boilerplate = listed.singles if listed else frozenset[str]()
    keys = reading.text.parsed.keys
    for token in reading.text.parsed.doc:
        if token.pos_ not in _CONTENT:
            continue
        if len(token.text) < _SHORTEST and not token.text.isdigit():
            continue
        if keys[token.i].isdisjoint(boilerplate):
            yield token
