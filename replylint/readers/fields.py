"""The known fields of a conversation, checked: a wrong type is said with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from replylint.bilingual import Bilingual
from replylint.conversation import (
    AUTHORS,
    CHANNELS,
    CUSTOMER_KINDS,
    MAX_REPLY,
    SUBJECTS,
    TONES,
    Conversation,
    Message,
    Topic,
)
from replylint.isotime import iso_time
from replylint.readers.inputs import Defaults, UnreadableError
from replylint.readers.placed import Record
from replylint.suggestions import suggestion

_Choice = TypeVar("_Choice", bound=str)
_NO_HINT = Bilingual("", "")


def context(item: Record) -> Conversation:
    """What a record says around its reply; the reply itself is left None.

    Raises:
        UnreadableError: a known field has a value of a wrong type.
    """
    macro = item.get("channel") == "macro"
    channel = None if macro else choice(item, "channel", CHANNELS, "macro")
    thread = messages(item.get("thread"), item.at("thread"))
    customer = string(item, "customer")
    if customer is not None:
        thread = (*thread, Message("customer", customer))
    return Conversation(
        reply=None,
        thread=thread,
        channel=channel,
        public=boolean(item, "public"),
        reply_at=moment(item, "reply_at"),
        tone=choice(item, "tone", TONES),
        intent=choice(item, "intent", CUSTOMER_KINDS),
        about=topics(item),
        fragment=bool(boolean(item, "fragment")),
        macro=macro,
        id=identity(item),
    )


def filled(conversation: Conversation, defaults: Defaults) -> Conversation:
    """The conversation with what it does not say taken from `defaults`."""
    thread = conversation.thread
    if not thread:
        thread = defaults.thread
        if defaults.customer is not None:
            thread = (*thread, Message("customer", defaults.customer))
    return replace(
        conversation,
        thread=thread,
        channel=conversation.channel or defaults.channel,
        public=defaults.public if conversation.public is None else conversation.public,
        reply_at=conversation.reply_at or defaults.reply_at,
        tone=conversation.tone or defaults.tone,
        fragment=conversation.fragment or defaults.fragment,
    )


def messages(value: object, offset: int) -> tuple[Message, ...]:
    """A thread: a list of messages with `author`, `text` and perhaps `at` and `tone`."""
    if value is None:
        return ()
    if not isinstance(value, list):
        got = kind(value)
        raise UnreadableError(
            f"«thread» deve essere un elenco di messaggi, non {got.it}",
            f'"thread" must be a list of messages, not {got.en}',
            offset,
        )
    return tuple(_message(item, offset) for item in value)


def _message(item: object, offset: int) -> Message:
    if not isinstance(item, Record):
        got = kind(item)
        raise UnreadableError(
            f"un messaggio di «thread» deve avere «author» e «text»; questo è {got.it}",
            f'a message of "thread" must have "author" and "text"; this is {got.en}',
            offset,
        )
    author = choice(item, "author", AUTHORS)
    text = string(item, "text")
    if author is None or text is None:
        missing = "author" if author is None else "text"
        raise UnreadableError(
            f"a un messaggio di «thread» manca «{missing}»; lo aggiunga",
            f'a message of "thread" has no "{missing}"',
            item.start,
        )
    return Message(author, text, moment(item, "at"), choice(item, "tone", TONES))


def topics(item: Record) -> tuple[Topic, ...]:
    """What the customer's messages are said to be about: texts by subject, or mere things."""
    said = item.get("about")
    if not isinstance(said, Record):
        return tuple(Topic("thing", text) for text in _texts(item, "about"))
    for key in said:
        if key not in SUBJECTS:
            hint = suggestion(key.casefold(), SUBJECTS)
            raise UnreadableError(
                f"argomento «{key}» sconosciuto in «about»{hint.it}",
                f'unknown subject "{key}" of "about"{hint.en}',
                said.at(key),
            )
    return tuple(Topic(subject, text) for subject in SUBJECTS for text in _texts(said, subject))


def _texts(item: Record, key: str) -> Iterator[str]:
    """A field that must be a string or a list of strings; numbers (of an order) are fine.

    A blank one tells nothing and is passed over.
    """
    value = item.get(key)
    for text in value if isinstance(value, list) else () if value is None else (value,):
        if isinstance(text, bool) or not isinstance(text, (str, int)):
            wanted = Bilingual("un testo o un elenco di testi", "words, or a list of words")
            raise wrong(item, key, wanted, text)
        if str(text).strip():
            yield str(text)


def identity(item: Record) -> str | None:
    """The `id` of a record as a string; numbers are fine."""
    value = item.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = string(item, "id")
    return str(text) if text else None


def string(item: Record, key: str) -> str | None:
    """A field that must be a string."""
    value = item.get(key)
    if value is None or isinstance(value, str):
        return value
    wanted = Bilingual("un testo (tra virgolette)", "a string (in quotation marks)")
    raise wrong(item, key, wanted, value)


def boolean(item: Record, key: str) -> bool | None:
    """A field that must be true or false."""
    value = item.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise wrong(item, key, Bilingual("true o false", "true or false"), value)


def choice(item: Record, key: str, known: Sequence[_Choice], *special: str) -> _Choice | None:
    """A field that must be one of a few words; `special` are words its caller has dealt with."""
    value = item.get(key)
    if value is None:
        return None
    for one in known:
        if value == one:
            return one
    words: tuple[str, ...] = (*known, *special)
    listed = ", ".join(words)
    hint = suggestion(value.casefold(), words) if isinstance(value, str) else _NO_HINT
    raise wrong(item, key, Bilingual(f"una parola tra {listed}", f"one of {listed}"), value, hint)


def moment(item: Record, key: str) -> datetime | None:
    """A field that must be a time in ISO 8601."""
    value = item.get(key)
    if value is None:
        return None
    parsed = iso_time(value) if isinstance(value, str) else None
    if parsed is None:
        wanted = Bilingual(
            "una data con l'ora in ISO 8601 (2026-03-02T09:10:00+01:00)",
            "a time in ISO 8601 (2026-03-02T09:10:00+01:00)",
        )
        raise wrong(item, key, wanted, value)
    return parsed


def checked_length(reply: str, offset: int) -> str:
    """The reply itself, when it is short enough to be one.

    Raises:
        UnreadableError: it is longer than any reply would be.
    """
    if len(reply) > MAX_REPLY:
        it = f"la risposta ha {len(reply):,} caratteri; se ne controllano {MAX_REPLY:,} al massimo"
        raise UnreadableError(
            it.replace(",", "."),  # Italian writes 50.000
            f"a reply of {len(reply):,} characters; at most {MAX_REPLY:,} can be checked",
            offset,
        )
    return reply


def kind(value: object) -> Bilingual:
    """What a value is, in words for a message."""
    if value is None:
        return Bilingual("un valore vuoto", "nothing")
    if isinstance(value, bool):
        return Bilingual("un valore true o false", "true or false")
    if isinstance(value, (int, float)):
        return Bilingual("un numero", "a number")
    if isinstance(value, str):
        return Bilingual("un testo", "a string")
    if isinstance(value, list):
        return Bilingual("un elenco", "a list")
    return Bilingual("un gruppo di campi", "a mapping")


def wrong(
    item: Record, key: str, wanted: Bilingual, value: object, hint: Bilingual = _NO_HINT
) -> UnreadableError:
    """What to raise where a field has a value of a wrong type; `wanted` is what it must be."""
    got = kind(value)
    if isinstance(value, str):
        got = Bilingual(f"«{value[:40]}»", f'"{value[:40]}"')
    return UnreadableError(
        f"«{key}» deve essere {wanted.it}, non {got.it}{hint.it}",
        f'"{key}" must be {wanted.en}, not {got.en}{hint.en}',
        item.at(key),
    )
