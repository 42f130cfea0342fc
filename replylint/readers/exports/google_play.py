"""Google Play reviews (CSV from the Play Console): each row is a review and its answer."""

from __future__ import annotations

import re

from replylint.conversation import Message
from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    any_has,
    name,
    records,
    text,
    when,
)
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record

_ANSWER = "Developer Reply Text"
_REVIEW_ID = re.compile(r"[?&]reviewId=([^&\s]+)", re.I)


def _matches(items: list[object]) -> bool:
    return any_has(records(items), _ANSWER)


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for row in records(items):
        answer = text(row, _ANSWER)
        if answer is None:
            continue
        at = row.get("Developer Reply Date and Time") or row.get(
            "Developer Reply Millis Since Epoch"
        )
        yield Item(
            text=answer,
            start=row.start,
            id=_id(row),
            channel="social",
            public=True,
            thread=_review(row),
            reply_at=when(at),
            macro=False,
        )


def _id(row: Record) -> str | None:
    found = _REVIEW_ID.search(name(row, "Review Link") or "")
    return found.group(1) if found else name(row, "Review Title")


def _review(row: Record) -> tuple[Message, ...]:
    parts = [text(row, "Review Title"), text(row, "Review Text")]
    said = "\n".join(str(part) for part in parts if part is not None)
    at = row.get("Review Submit Date and Time") or row.get("Review Submit Millis Since Epoch")
    return (Message("customer", said, when(at)),) if said else ()


FORMAT = Format("google-play", _matches, _replies)
