"""Tweets of customers and brands in one table, each naming the tweet that it answers.

Columns of the "Customer Support on Twitter" table (twcs.csv): tweet_id, author_id, inbound,
created_at, text, response_tweet_id, in_response_to_tweet_id.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from replylint.conversation import Author, Message
from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    any_has,
    flag,
    name,
    records,
    text,
    when,
)
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record

_TIME = "%a %b %d %H:%M:%S %z %Y"
_MAX_THREAD = 50


def _matches(items: list[object]) -> bool:
    return any_has(records(items), "tweet_id", "inbound", "text")


def _replies(items: list[object], defaults: Defaults) -> Replies:
    tweets = {name(one, "tweet_id"): one for one in records(items)}
    for own, tweet in tweets.items():
        said = text(tweet, "text")
        if said is None or flag(tweet, "inbound", True):
            continue
        yield Item(
            text=said,
            start=tweet.start,
            id=own,
            channel="social",
            public=True,
            thread=_before(tweet, tweets),
            reply_at=_at(tweet),
            macro=False,
        )


def _before(tweet: Record, tweets: dict[str | None, Record]) -> tuple[Message, ...]:
    """The tweets that led to this one, oldest first."""
    thread: list[Message] = []
    seen = {name(tweet, "tweet_id")}
    while len(thread) < _MAX_THREAD:
        earlier = name(tweet, "in_response_to_tweet_id")
        # Tables that went through a spreadsheet or pandas have "12.0" for 12.
        earlier = earlier.removesuffix(".0") if earlier else None
        if earlier not in tweets or earlier in seen:
            break
        seen.add(earlier)
        tweet = tweets[earlier]
        author: Author = "customer" if flag(tweet, "inbound", True) else "agent"
        thread.append(Message(author, str(tweet.get("text") or ""), _at(tweet)))
    return tuple(reversed(thread))


def _at(tweet: Record) -> datetime | None:
    value = name(tweet, "created_at")
    if value is not None:
        with suppress(ValueError):
            return datetime.strptime(value, _TIME)
    return when(value)


FORMAT = Format("tweets", _matches, _replies)
