"""What a program hands in, checked once and as strictly as a file's fields are.

A word that is none of those known would not fail later: it would be judged as another, or as none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import get_args

from replylint.conversation import (
    CHANNELS,
    CUSTOMER_KINDS,
    SUBJECTS,
    TONES,
    Author,
    Conversation,
    Draft,
    Markup,
    Message,
    Topic,
)
from replylint.engine.problems import quoted
from replylint.suggestions import did_you_mean

_AUTHORS: tuple[Author, ...] = get_args(Author)
_MARKUPS: tuple[Markup, ...] = get_args(Markup)


def checked(item: object) -> Draft:
    """The draft that is handed in, or that a conversation makes.

    Raises:
        TypeError: it is neither.
        ValueError: one of its fields has a value that it cannot have.
    """
    draft = Draft(item, "-") if isinstance(item, Conversation) else item
    if not isinstance(draft, Draft) or not isinstance(draft.conversation, Conversation):
        raise TypeError(f"a Conversation or a Draft can be checked, not {quoted(item)}")
    check_choice("markup", draft.markup, _MARKUPS)
    _check(draft.conversation)
    return draft


def check_choice(name: str, given: object, known: Sequence[str]) -> None:
    """Raise ValueError unless what is given is one of the words that are known."""
    if not isinstance(given, str) or given not in known:
        hint = did_you_mean(str(given).casefold(), known)
        raise ValueError(f"{name}: {quoted(given)} is none of {', '.join(known)}{hint}")


def _check(said: Conversation) -> None:
    _check_kind("reply", said.reply, (str, type(None)), "no string")
    _check_kind("reply_at", said.reply_at, (datetime, type(None)), "no datetime")
    for name, known in (("channel", CHANNELS), ("tone", TONES), ("intent", CUSTOMER_KINDS)):
        _check_known(name, getattr(said, name), known)
    _check_kind("public", said.public, (bool, type(None)), "neither True nor False")
    for name in ("fragment", "macro"):
        _check_kind(name, getattr(said, name), (bool,), "neither True nor False")
    _check_kind("thread", said.thread, (tuple, list), "no tuple of Message")
    for message in said.thread:
        _check_message(message)
    _check_kind("about", said.about, (tuple, list), "no tuple of Topic")
    for topic in said.about:
        _check_kind("about", topic, (Topic,), "no Topic")
        check_choice("subject of a topic", topic.subject, SUBJECTS)
        _check_kind("text of a topic", topic.text, (str,), "no string")


def _check_message(message: Message) -> None:
    _check_kind("thread", message, (Message,), "no Message")
    check_choice("author of a message", message.author, _AUTHORS)
    _check_kind("text of a message", message.text, (str,), "no string")
    _check_kind("at of a message", message.at, (datetime, type(None)), "no datetime")
    _check_known("tone of a message", message.tone, TONES)


def _check_known(name: str, given: object, known: Sequence[str]) -> None:
    if given is not None:
        check_choice(name, given, known)


def _check_kind(name: str, given: object, kinds: tuple[type, ...], wrong: str) -> None:
    if not isinstance(given, kinds):
        raise ValueError(f"{name}: {quoted(given)} is {wrong}")
