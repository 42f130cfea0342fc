"""What a program hands in, checked once and as strictly as a file's fields are.

A word that is none of those known would not fail later: it would be judged as another, or as none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from replylint.conversation import (
    AUTHORS,
    CHANNELS,
    CUSTOMER_KINDS,
    MARKUPS,
    MAX_REPLY,
    SUBJECTS,
    TONES,
    Conversation,
    Draft,
    Message,
    Topic,
)
from replylint.engine.problems import quoted
from replylint.suggestions import did_you_mean

_EMPTY: dict[str, Any] = {"thread": (), "about": (), "fragment": False, "macro": False}


def checked(item: object) -> Draft:
    """The draft that is handed in, or that a conversation makes.

    Raises:
        TypeError: it is neither.
        ValueError: one of its fields has a value that it cannot have.
    """
    draft = Draft(item, "-") if isinstance(item, Conversation) else item
    if not isinstance(draft, Draft) or not isinstance(draft.conversation, Conversation):
        raise TypeError(f"a Conversation or a Draft can be checked, not {quoted(item)}")
    check_choice("markup", draft.markup, MARKUPS)
    conversation = _filled(draft.conversation)
    _check(conversation)
    conversation = _without_blanks(conversation)
    return (
        draft if conversation is draft.conversation else replace(draft, conversation=conversation)
    )


def check_kind(name: str, given: object, kinds: tuple[type, ...], wrong: str) -> None:
    """Raise ValueError, saying what is wrong, unless what is given is of one of the kinds."""
    if not isinstance(given, kinds):
        raise ValueError(f"{name}: {quoted(given)} is {wrong}")


def check_choice(name: str, given: object, known: Sequence[str]) -> None:
    """Raise ValueError unless what is given is one of the words that are known."""
    if not isinstance(given, str) or given not in known:
        hint = did_you_mean(str(given).casefold(), known)
        raise ValueError(f"{name}: {quoted(given)} is none of {', '.join(known)}{hint}")


def _filled(said: Conversation) -> Conversation:
    """None means "not known" of every field, also of those that say it with another value."""
    unknown = {name: empty for name, empty in _EMPTY.items() if getattr(said, name) is None}
    return replace(said, **unknown) if unknown else said


def _without_blanks(said: Conversation) -> Conversation:
    """A blank text tells nothing of what the messages are about."""
    told = tuple(topic for topic in said.about if topic.text.strip())
    return said if len(told) == len(said.about) else replace(said, about=told)


def _check(said: Conversation) -> None:
    check_kind("reply", said.reply, (str, type(None)), "no string")
    if said.reply is not None and len(said.reply) > MAX_REPLY:
        most = f"at most {MAX_REPLY:,} can be checked"
        raise ValueError(f"a reply of {len(said.reply):,} characters; {most}")
    check_kind("reply_at", said.reply_at, (datetime, type(None)), "no datetime")
    for name, known in (("channel", CHANNELS), ("tone", TONES), ("intent", CUSTOMER_KINDS)):
        _check_known(name, getattr(said, name), known)
    check_kind("public", said.public, (bool, type(None)), "neither True nor False")
    for name in ("fragment", "macro"):
        check_kind(name, getattr(said, name), (bool,), "neither True nor False")
    check_kind("thread", said.thread, (tuple, list), "no tuple of Message")
    for message in said.thread:
        _check_message(message)
    check_kind("about", said.about, (tuple, list), "no tuple of Topic")
    for topic in said.about:
        check_kind("about", topic, (Topic,), "no Topic")
        check_choice("subject of a topic", topic.subject, SUBJECTS)
        check_kind("text of a topic", topic.text, (str,), "no string")


def _check_message(message: Message) -> None:
    check_kind("thread", message, (Message,), "no Message")
    check_choice("author of a message", message.author, AUTHORS)
    check_kind("text of a message", message.text, (str,), "no string")
    check_kind("at of a message", message.at, (datetime, type(None)), "no datetime")
    _check_known("tone of a message", message.tone, TONES)


def _check_known(name: str, given: object, known: Sequence[str]) -> None:
    if given is not None:
        check_choice(name, given, known)
