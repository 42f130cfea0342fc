"""Conversations as replylint defines them: a reply and what is known around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat

from replylint.bilingual import Bilingual
from replylint.conversation import Draft, Markup, Message
from replylint.markup.html import looks_like_html
from replylint.readers.fields import checked_length, context, filled, kind, messages, string, wrong
from replylint.readers.inputs import Defaults, UnreadableError
from replylint.readers.placed import Items, Record, SourceFile, Text, text_at
from replylint.readers.suppressions import declared

NAME = "conversation"


def matches(items: list[object]) -> bool:
    """Whether the items of a file are conversations: each names `reply`, or a `thread` of ours."""
    records = [item for item in items if isinstance(item, Record)]
    return bool(records) and any(_is_conversation(item) for item in records)


def _is_conversation(item: Record) -> bool:
    if "reply" in item:
        return True
    thread = item.get("thread")
    first = thread[0] if isinstance(thread, list) and thread else None
    return isinstance(first, Record) and {"author", "text"} <= first.keys()


def drafts(
    file: SourceFile, items: list[object], defaults: Defaults
) -> Iterator[Draft | UnreadableError]:
    """A draft for each conversation; an error in its stead for one that is not well-formed."""
    starts = items.starts if isinstance(items, Items) else repeat(None)
    for item, start in zip(items, starts, strict=False):
        try:
            yield _draft(file, item, start, defaults)
        except UnreadableError as error:
            yield error


def _draft(file: SourceFile, item: object, start: int | None, defaults: Defaults) -> Draft:
    if not isinstance(item, Record):
        got = kind(item)
        raise UnreadableError(
            f"una conversazione deve essere un gruppo di campi con «reply», non {got.it}",
            f'a conversation must be a mapping with "reply", not {got.en}',
            start,
        )
    if "reply" not in item:
        raise UnreadableError(
            "manca «reply» (null, se nessuno ha ancora risposto)",
            'no "reply" (null, when nobody has answered)',
            item.start,
        )
    reply = item["reply"]
    if reply is not None and not isinstance(reply, Text):
        raise wrong(item, "reply", Bilingual("un testo", "a string"), reply)
    conversation = filled(context(item), defaults)
    ignored = declared(item, file.line(item.at("ignore")))
    if reply is None:
        draft = file.draft(conversation, text_at("", item.at("reply")), item.start, "plain")
        return replace(draft, suppressions=ignored)
    checked_length(reply, item.at("reply"))
    markup: Markup = "html" if looks_like_html(reply) else "plain"
    conversation = replace(conversation, reply=str(reply))
    return replace(file.draft(conversation, reply, item.start, markup), suppressions=ignored)


def thread_of(items: list[object]) -> tuple[Message, ...]:
    """The messages of a `--thread` file: a list of messages, or one conversation.

    The reply of a conversation, if it has one, is its last message.

    Raises:
        UnreadableError: it is neither.
    """
    first = items[0] if items else None
    if not isinstance(first, Record) or not _is_conversation(first):
        return messages(items, 0)
    if len(items) > 1:
        raise UnreadableError(
            "più di una conversazione; per --thread ne serve una sola",
            "more than one conversation; a thread is one",
        )
    said = context(first)
    reply = string(first, "reply")
    answered = (Message("agent", reply, said.reply_at),) if reply else ()
    return (*said.thread, *answered)
