"""The context that the command line gives to drafts that do not carry their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import typer

from replylint import readers
from replylint.bilingual import Bilingual
from replylint.cli.failure import fail
from replylint.conversation import Draft, Message
from replylint.isotime import iso_time
from replylint.reporters.strings import Lang

_STDIN_NAMES = frozenset({readers.STDIN, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})
_READ_TWICE = Bilingual(
    "lo standard input («-») si legge una volta sola: per la bozza, per --customer o per --thread;"
    " metta il resto in un file",
    "standard input (-) can be read only once: for the draft, for --customer or for --thread; put"
    " the rest into a file",
)


def moment(text: str | None, option: str) -> datetime | None:
    """A time given on the command line, in ISO 8601; `now` is the clock's.

    Exits with status 2 when it is no time.
    """
    if text is None:
        return None
    time = datetime.now(timezone.utc) if text == "now" else iso_time(text)
    if time is None:
        fail(f"{option}: '{text}' is no time; write it as 2026-03-02T09:40:00+01:00")
    return time


def reply_context(options: typer.Context, lang: Lang) -> readers.Defaults:
    """What the options of a command say of drafts that do not say it themselves.

    Exits with status 2 when a file or standard input (a second time) cannot be read, or a
    time is none.
    """
    params = options.params
    if _wants_stdin_twice(options):
        fail(_READ_TWICE.in_language(lang))
    tone = params.get("customer_tone")
    return readers.Defaults(
        channel=params.get("channel"),
        public=params.get("public"),
        customer=customer_text(params.get("customer"), lang),
        thread=thread_messages(params.get("thread"), lang),
        tone=None if tone == "auto" else tone,
        reply_at=moment(params.get("reply_at"), "--reply-at"),
    )


def _wants_stdin_twice(options: typer.Context) -> bool:
    """Whether more than one thing is to be read from standard input; the second would be empty."""
    drafts = (options.params.get("path"), *(options.params.get("paths") or ()))
    wanted = [name for name in context_files(options) if name in _STDIN_NAMES]
    return len(wanted) + (not _STDIN_NAMES.isdisjoint(drafts)) > 1


def customer_text(given: str | None, lang: Lang) -> str | None:
    """The customer's message: the text itself or, after `@`, what the file holds.

    Exits with status 2 when the file cannot be read.
    """
    if given is None:
        return None
    try:
        return readers.read_customer(given)
    except readers.InputError as error:
        fail(error.problem.in_language(lang))


def thread_messages(path: Path | None, lang: Lang) -> tuple[Message, ...]:
    """The messages of `--thread FILE`; exits with status 2 when it cannot be read."""
    if path is None:
        return ()
    try:
        return readers.read_thread(str(path))
    except readers.InputError as error:
        fail(error.problem.in_language(lang))


def context_files(options: typer.Context) -> Iterator[str]:
    """The files that `--customer @FILE` and `--thread FILE` name."""
    customer, thread = options.params.get("customer"), options.params.get("thread")
    if customer is not None and customer.startswith("@"):
        yield customer[1:]
    if thread is not None:
        yield str(thread)


def looked_at(drafts: Iterable[Draft], now: datetime | None) -> Iterator[Draft]:
    """The drafts; those without a reply and a time are looked at `now`."""
    for draft in drafts:
        conversation = draft.conversation
        unanswered = not (conversation.reply or "").strip()
        if now is None or not unanswered or conversation.reply_at is not None:
            yield draft
        else:
            yield replace(draft, conversation=replace(conversation, reply_at=now))
