"""Home-made libraries: a table or list with a text in each row, and perhaps more.

The user's field map says which field is which (`{"text": "corpo", "title": "nome"}`; a path into
nested data has points, "campi.it.testo"); without it, usual names are guessed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from replylint.conversation import Channel, Message
from replylint.readers.exports.common import Format, Item, Replies, flag, markup_of, records
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record, Text
from replylint.tables import read_table


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = read_table(__file__, "generic.yaml")
    return tables


def text_names() -> tuple[str, ...]:
    """The usual names for the text of a reply."""
    return tuple(_tables()["text"])


def is_header(names: list[str]) -> bool:
    """Whether a line of names heads a table of replies: usual names for the text and one more."""
    tables, found = _tables(), {name.casefold() for name in names}
    others = (set(tables[field]) for field in ("id", "title", "channel", "language", "active"))
    return bool(found & set(tables["text"])) and any(found & other for other in others)


def _rows(items: list[object]) -> list[Record]:
    return records(items, *_tables()["envelopes"])


def _matches(items: list[object]) -> bool:
    rows = _rows(items)
    bare = Defaults()
    texts = [_field(row, "text", bare) for row in rows]
    # A row left blank or cut short must not hide the rest of its table.
    if not any(texts) or not all(text is None or isinstance(text, Text) for text in texts):
        return False
    return len(rows) > 1 or any(_field(rows[0], key, bare) for key in ("id", "title"))


def matches_with(items: list[object], defaults: Defaults) -> bool:
    """Whether the user's field map finds a text in these items."""
    if not defaults.fields:
        return False
    return any(isinstance(_field(row, "text", defaults), Text) for row in _rows(items))


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for row in _rows(items):
        reply = _field(row, "text", defaults)
        active = _field(row, "active", defaults)
        if not isinstance(reply, Text) or not _yes(active, True):
            continue
        customer = _field(row, "customer", defaults)
        yield Item(
            text=reply,
            start=row.start,
            id=_string(_field(row, "id", defaults)) or _string(_field(row, "title", defaults)),
            markup=markup_of(reply),
            channel=_channel(_field(row, "channel", defaults)),
            public=_public(_field(row, "public", defaults)),
            thread=(Message("customer", str(customer)),) if isinstance(customer, Text) else (),
            language=_string(_field(row, "language", defaults)),
            macro=not isinstance(customer, Text),
            fragment=_yes(_field(row, "fragment", defaults), False),
        )


def _field(row: Record, field: str, defaults: Defaults) -> object:
    """The value of one of our fields: where the map says, else the first under a usual name."""
    mapped = dict(defaults.fields).get(field)
    if mapped is not None:
        return _at(row, mapped)
    folded = [(key.strip().casefold(), value) for key, value in row.items()]
    values = (value for name in _tables()[field] for key, value in folded if key == name)
    return next((value for value in values if not _is_blank(value)), None)


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _at(row: Record, path: str) -> object:
    value: object = row
    for step in [path] if path in row else path.split("."):
        if isinstance(value, Record):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _string(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value).strip() or None


def _yes(value: object, unset: bool) -> bool:
    return flag(Record(value=value), "value", unset)


def _public(value: object) -> bool | None:
    return None if value is None else _yes(value, False)


def _channel(value: object) -> Channel | None:
    channel: Channel | None = _tables()["channels"].get(str(value).strip().casefold())
    return channel


FORMAT = Format("generic", _matches, _replies)
