"""osTicket premade replies and e-mail templates, as its language packs keep them (YAML).

Shapes: osTicket `include/i18n/*/templates/premade.yaml` and `templates/email/*.yaml`.
"""

from __future__ import annotations

from replylint.readers.exports.common import (
    Format,
    Item,
    Replies,
    any_has,
    flag,
    markup_of,
    name,
    records,
    text,
)
from replylint.readers.inputs import Defaults


def _matches(items: list[object]) -> bool:
    found = records(items)
    return any_has(found, "response", "isenabled") or any_has(found, "notes", "subject", "body")


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for premade in records(items):
        response = text(premade, "response", "body")
        if response is None or not flag(premade, "isenabled", True):
            continue
        own = name(premade, "canned_id", "id", "title", "subject")
        tag = name(premade, "lang")
        yield Item(response, premade.start, own, markup_of(response, "html"), language=tag)


FORMAT = Format("osticket", _matches, _replies)
