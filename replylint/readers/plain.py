"""A file that is a reply: text, Markdown or HTML, with optional front matter for its context."""

from __future__ import annotations

import re
from dataclasses import replace

from replylint.conversation import Conversation, Draft, Markup
from replylint.readers.fields import checked_length, context, filled
from replylint.readers.inputs import Defaults, UnreadableError
from replylint.readers.placed import Record, SourceFile, text_at
from replylint.readers.suppressions import declared
from replylint.readers.yamltext import parse_yaml
from replylint.suggestions import suggestion

KEYS = (
    "channel", "public", "customer", "thread", "tone", "intent", "about", "reply_at", "fragment",
    "ignore",
)  # fmt: skip

_MISSPELT = 0.75  # how near a key must be: "costumer" is ours, "published" and "owner" are not
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)


def read_plain(file: SourceFile, markup: Markup, defaults: Defaults) -> Draft:
    """The draft that a file is.

    Raises:
        UnreadableError: front matter with a misspelt key or a wrong value, or a reply too long.
    """
    matter, body = _front_matter(file.text)
    said = Conversation(None) if matter is None else context(matter)
    reply = text_at(file.text[body:], body)
    checked_length(reply, body)
    conversation = filled(replace(said, reply=str(reply)), defaults)
    draft = file.draft(conversation, reply, body, markup)
    if matter is None:
        return draft
    return replace(draft, suppressions=declared(matter, file.line(matter.at("ignore"))))


def _front_matter(text: str) -> tuple[Record | None, int]:
    """What the front matter says, if there is one, and where the reply begins."""
    found = _FRONT_MATTER.match(text)
    documents = _documents(found) if found else []
    if found is None or not documents or not isinstance(documents[0], Record):
        return None, 0
    matter = documents[0]
    for key in matter:
        # Site generators keep keys of their own here (title, tags); what is like ours is misspelt.
        if key not in KEYS and (hint := suggestion(key.casefold(), KEYS, _MISSPELT)).en:
            raise UnreadableError(
                f"chiave «{key}» sconosciuta nelle righe di testa{hint.it}",
                f'unknown front matter key "{key}"{hint.en}',
                matter.at(key),
            )
    return matter, found.end()


def _documents(found: re.Match[str]) -> list[object]:
    return parse_yaml(found.group(1), found.start(1))
