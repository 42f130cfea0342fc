"""The context that the command line gives to drafts that do not carry their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

from replylint.cli.failure import fail
from replylint.conversation import Draft
from replylint.readers import UnreadableError, decode


def moment(text: str | None, option: str) -> datetime | None:
    """A time given on the command line, in ISO 8601; `now` is the clock's.

    Exits with status 2 when it is no time. A time without offset is local.
    """
    if text is None:
        return None
    if text == "now":
        return datetime.now(timezone.utc)
    try:
        return datetime.fromisoformat(text.removesuffix("Z") + "+00:00" * text.endswith("Z"))
    except ValueError:
        fail(f"{option}: '{text}' is no time; write it as 2026-03-02T09:40:00+01:00")


def customer_text(given: str | None) -> str | None:
    """The customer's message: the text itself or, after `@`, the file that holds it.

    Exits with status 2 when the file cannot be read.
    """
    if given is None or not given.startswith("@"):
        return given
    path = Path(given[1:])
    try:
        return decode(path.read_bytes()).text
    except OSError as error:
        fail(f"{path}: cannot be read: {error.strerror or error}")
    except UnreadableError as error:
        fail(f"{path}: {error}")


def looked_at(drafts: Iterable[Draft], now: datetime | None) -> Iterator[Draft]:
    """The drafts; those without a reply and a time are looked at `now`."""
    for draft in drafts:
        conversation = draft.conversation
        unanswered = not (conversation.reply or "").strip()
        if now is None or not unanswered or conversation.reply_at is not None:
            yield draft
        else:
            yield replace(draft, conversation=replace(conversation, reply_at=now))
