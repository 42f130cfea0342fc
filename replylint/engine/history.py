"""What the thread already holds, and whether the reply asks for it or says it again."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from replylint.engine.texts import Text
from replylint.engine.words import WordSet

if TYPE_CHECKING:
    from replylint.engine.context import Context
    from replylint.engine.reading import Reading

KINDS = "data-"
"""Shared lists with this prefix name one kind of data each (`data-order`, `data-photo`…)."""

_ASKING = ("data-request", "repeat-request", "redirect")
_NEAR = 5
_SAME_WORDS = 0.8
_LEAST_WORDS = 8


def asks_for_known(context: Context) -> bool | None:
    """Whether the reply asks for data that the customer has given; None without both sides."""
    reply, earlier = context.reply, context.whole_customer
    if reply is None or earlier is None:
        return None
    asked = {kind for kind, words in _kinds(context) if _asks(reply, words)}
    given = {kind for kind, words in _kinds(context) if _gives(earlier.text, words)}
    return bool(asked & given) or (bool(asked) and "already-sent" in earlier.acts)


def _kinds(context: Context) -> Iterator[tuple[str, WordSet]]:
    lists = context.reader.lists
    yield from ((name, words) for name, words in lists.items() if name.startswith(KINDS))


def _asks(reply: Reading, words: WordSet) -> bool:
    return any(
        reply.text.words.contains(words, *_around(reply.text, match.start, match.end))
        for act in _ASKING
        for match in reply.acts.get(act, ())
    )


def _around(text: Text, start: int, end: int) -> tuple[int, int]:
    """The stretch and the rest of its sentence: lists of data often run on behind the verb."""
    return start, max(end, text.words.sentence_span(start)[1])


def _gives(text: Text, words: WordSet) -> bool:
    """Whether data of a kind stand in a message: its name with a number (or an attachment) by."""
    doc = text.parsed.doc
    for start, end in text.words.spans(words):
        near = doc[max(0, start - 2) : min(len(doc), end + _NEAR)]
        if any(_is_datum(token.text) for token in near):
            return True
    return False


def _is_datum(word: str) -> bool:
    """A code or number of some length, an address with @, or a word for an attachment."""
    digits = sum(character.isdigit() for character in word)
    lowered = word.lower()
    return digits >= 4 or "@" in word or lowered.startswith(("allegat", "ecco", "attach"))


def repeats_agent(context: Context) -> bool | None:
    """Whether the reply says an earlier agent message over again; None without a thread."""
    if context.reply is None or not context.conversation.thread:
        return None
    said = _plain(context.conversation.reply or "")
    if len(said) < _LEAST_WORDS:
        return False
    return any(
        SequenceMatcher(None, said, _plain(message.text), autojunk=False).ratio() >= _SAME_WORDS
        for message in context.conversation.thread
        if message.author == "agent" and len(_plain(message.text)) >= _LEAST_WORDS
    )


def _plain(text: str) -> list[str]:
    return ["".join(filter(str.isalnum, word)) for word in text.casefold().split()]
