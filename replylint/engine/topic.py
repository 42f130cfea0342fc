"""Whether a reply takes up anything of what the customer wrote about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from replylint.engine.texts import Text

if TYPE_CHECKING:
    from replylint.engine.context import Context

GENERIC = "generic-words"
"""The shared list of words that name nothing ("disagio", "segnalazione", "esperienza")."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_STEM = 5
_MOST_SPECIFIC = 1


def takes_up_topic(context: Context) -> bool | None:
    """False for boilerplate that would fit any message; None without both sides.

    A reply with two specific words or more is taken to be about something: what it is about may
    be named in words that the customer did not use.
    """
    if context.reply is None or context.customer is None:
        return None
    generic = context.reader.lists.get(GENERIC)
    known = generic.singles if generic else frozenset()
    asked = {_stem(word) for word in _content(context.customer.text, known)}
    courtesy = {
        token
        for act in ("greeting",)
        for match in context.reply.acts.get(act, ())
        for token in range(*context.reply.text.words.sentence_span(match.start))
    }
    said = list(_content(context.reply.text, known, frozenset(courtesy)))
    return len(set(said)) > _MOST_SPECIFIC or any(_stem(word) in asked for word in said)


def _stem(word: str) -> str:
    return word[:_STEM]


def _content(
    text: Text, generic: frozenset[str], without: frozenset[int] = frozenset()
) -> Iterator[str]:
    """Lemmas of the words that name something."""
    for token in text.parsed.doc:
        if token.pos_ not in _CONTENT or token.i in without or len(token.text) < 3:
            continue
        if text.parsed.keys[token.i].isdisjoint(generic):
            yield token.lemma_.lower().split(" ")[0]
