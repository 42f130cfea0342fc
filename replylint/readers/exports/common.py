"""What the readers of exports share: the item they give, and careful access to loose data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timezone

from replylint.conversation import Author, Channel, Markup, Message
from replylint.isotime import iso_time
from replylint.markup.html import html_to_text, looks_like_html
from replylint.readers.inputs import Defaults, UnreadableError
from replylint.readers.placed import Record, Text

_MILLISECONDS = 10**11


@dataclass(frozen=True, slots=True)
class Item:
    """One reply of an export.

    Attributes:
        start: offset in the file at which the item begins.
        id: the export's own id, or what stands for it.
        language: the language tag of the export, if it has one.
        macro: reusable text, as opposed to an agent's turn in a conversation.
    """

    text: Text
    start: int
    id: str | None = None
    markup: Markup = "plain"
    channel: Channel | None = None
    public: bool | None = None
    thread: tuple[Message, ...] = ()
    reply_at: datetime | None = None
    language: str | None = None
    macro: bool = True
    fragment: bool = False


Replies = Iterator[Item | UnreadableError]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of exports.

    Attributes:
        matches: whether the items of a data file are of this format; looks at keys only.
        replies: the replies in them; internal notes and inactive items are left out.
    """

    name: str
    matches: Callable[[list[object]], bool]
    replies: Callable[[list[object], Defaults], Replies]


def records(items: Iterable[object], *envelopes: str) -> list[Record]:
    """The mappings among `items`; one that only wraps a list (under an envelope key) gives it."""
    found: list[Record] = []
    for item in items:
        if not isinstance(item, Record):
            continue
        inside = next((item[key] for key in envelopes if key in item), None)
        if isinstance(inside, list):
            found.extend(one for one in inside if isinstance(one, Record))
        elif isinstance(inside, Record):
            found.append(inside)
        else:
            found.append(item)
    return found


def any_has(items: list[Record], *keys: str) -> bool:
    """Whether one of the records has all of the keys."""
    return any(set(keys) <= item.keys() for item in items)


def children(item: Record, key: str) -> list[Record]:
    """The mappings in the list under `key`; none when there is no such list."""
    value = item.get(key)
    return [one for one in value if isinstance(one, Record)] if isinstance(value, list) else []


def child(item: Record, key: str) -> Record:
    """The mapping under `key`; an empty one when there is none."""
    value = item.get(key)
    if isinstance(value, Record):
        return value
    empty = Record()
    empty.start, empty.places = item.start, {}
    return empty


def text(item: Record, *keys: str) -> Text | None:
    """The first of the fields that holds more than white space."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, Text) and value.strip():
            return value
    return None


def name(item: Record, *keys: str) -> str | None:
    """The first of the fields that names the item: a string or a number, as a string."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, (str, int, float)) and str(value).strip():
            return str(value).strip()
    return None


def flag(item: Record, key: str, unset: bool) -> bool:
    """A field that means yes or no, however the export spells it."""
    value = item.get(key)
    if isinstance(value, str):
        return value.strip().lower() in ("true", "yes", "1", "t", "sì", "si", "vero")
    return unset if value is None else bool(value)


def when(value: object) -> datetime | None:
    """A time: ISO 8601, or seconds or milliseconds since 1970; None when it is neither."""
    if isinstance(value, str):
        if not value.strip().isdigit():
            return iso_time(value)
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    seconds = value / 1000 if value > _MILLISECONDS else value
    try:
        return datetime.fromtimestamp(seconds, timezone.utc)
    except (OverflowError, ValueError, OSError):
        return None


def markup_of(value: str, otherwise: Markup = "plain") -> Markup:
    """HTML when the text holds tags, else `otherwise`."""
    return "html" if looks_like_html(value) else otherwise


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of an exported conversation."""

    author: Author
    text: Text
    start: int
    id: str | None = None
    at: datetime | None = None
    markup: Markup = "plain"


def agent_turns(
    turns: Iterable[Turn], channel: Channel | None = None, public: bool | None = None
) -> Iterator[Item]:
    """One item for each agent turn, with the turns before it as its thread."""
    thread: list[Message] = []
    for turn in turns:
        if turn.author == "agent":
            yield Item(
                text=turn.text,
                start=turn.start,
                id=turn.id,
                markup=turn.markup,
                channel=channel,
                public=public,
                thread=tuple(thread),
                reply_at=turn.at,
                macro=False,
            )
        said = html_to_text(turn.text)[0] if turn.markup == "html" else str(turn.text)
        thread.append(Message(turn.author, said, turn.at))
