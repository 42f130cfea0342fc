"""WhatsApp message templates: header, body and footer are one message.

Shape: developers.facebook.com, "Template components". What is sent to the API has `parameters`
and no text: no template.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from replylint.offsets import OffsetMap, Segment
from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    children,
    name,
    records,
    text,
)
from replylint.readers.inputs import Defaults
from replylint.readers.placed import Record, Text, joined, text_at

_ENVELOPES = ("data", "message_templates", "templates")
_ORDER = ("header", "body", "footer")


def _texts(template: Record) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for component in children(template, "components"):
        said = text(component, "text")
        if said is not None:
            found.setdefault(str(component.get("type")).lower(), said)
    return found


def _matches(items: list[object]) -> bool:
    return any("body" in _texts(template) for template in records(items, *_ENVELOPES))


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for template in records(items, *_ENVELOPES):
        texts = _texts(template)
        if "body" not in texts:
            continue
        yield Item(
            text=joined(_pieces([texts[key] for key in _ORDER if key in texts])),
            start=template.start,
            id=name(template, "id", "name"),
            markup="markdown",
            channel="messaging",
            public=False,
            language=name(template, "language"),
        )


def _pieces(texts: list[Text]) -> Iterator[tuple[Text, int, int]]:
    """The texts with an empty line between them, which stands nowhere in the file."""
    for number, one in enumerate(texts):
        if number:
            yield text_at("\n\n", one.start, partial(_nowhere, one.start)), 0, 2
        yield one, 0, len(one)


def _nowhere(start: int) -> OffsetMap:
    return OffsetMap((Segment(0, 2, start, 0, True),))


FORMAT = Format("whatsapp-templates", _matches, _replies)
