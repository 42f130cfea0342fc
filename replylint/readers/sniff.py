"""What kind of file it is: data (JSON, JSON Lines, YAML) or a reply as it stands."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from replylint.conversation import Markup
from replylint.markup.html import looks_like_html
from replylint.readers.csvtext import header_of, parse_csv
from replylint.readers.exports.generic import is_header, text_names
from replylint.readers.exports.whatsapp_chat import chat_items, looks_like_chat
from replylint.readers.inputs import NotRecognisedError, UnreadableError
from replylint.readers.jsontext import json_lines, parse_json
from replylint.readers.placed import Record, SourceFile
from replylint.readers.yamltext import parse_yaml

_JSON_LINES = frozenset({".jsonl", ".ndjson"})
_JSON = _JSON_LINES | {".json"}
_TABLES = frozenset({".csv", ".tsv"})
_YAML = frozenset({".yaml", ".yml"})
# Columns that only tables of one make have.
_COLUMNS = frozenset({"Developer Reply Text", "in_response_to_tweet_id", "actions_json"})
_MARKUPS: dict[str, Markup] = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}
# Keys, besides those of a text, by which replies show (`value` is Zendesk's).
_NAMES = ("id", "thread", "value")
_SCRIPT = ".js"
# The first line of a file of an X (Twitter) archive.
_ARCHIVE = re.compile(r"\s*window\.YTD\.[\w.]+\s*=\s*")
# A conversation in YAML without a file name to say so (standard input).
_YAML_REPLY = re.compile(r"(?:-[ \t]+)?(?:id|channel|public|thread|reply|reply_at)[ \t]*:")


def suffix(path: str) -> str:
    """The suffix of a path, in lower case."""
    return os.path.splitext(path)[1].lower()  # noqa: PTH122 - asked of every file, often


def markup_of(file: SourceFile) -> Markup:
    """How a file that is a reply is marked up: as its name says, else as its text looks."""
    named = _MARKUPS.get(suffix(file.path))
    if named is None:
        return "html" if looks_like_html(file.text) else "plain"
    return named


@dataclass(frozen=True, slots=True)
class Data:
    """The items of a data file: those of its list, or itself alone; errors where one is broken.

    Rows of a table that are broken are among its items, so that its columns can be told.
    """

    items: list[object]
    broken: list[UnreadableError] = field(default_factory=list)
    table: bool = False

    @property
    def sound(self) -> list[object]:
        """The items without the rows that are broken."""
        if not self.table:
            return self.items
        broken = {error.offset for error in self.broken}
        rows = (one for one in self.items if isinstance(one, Record))
        return [row for row in rows if row.start not in broken]


def data_of(file: SourceFile) -> Data | None:
    """What a data file holds; None for a file that is no data.

    Raises:
        UnreadableError: it must be data, but is broken.
        NotRecognisedError: it is a script.
    """
    archive = _ARCHIVE.match(file.text)
    if archive:
        return Data(_listed(parse_json(file.text.rstrip("; \t\r\n"), archive.end())))
    if suffix(file.path) == _SCRIPT:
        raise NotRecognisedError(
            "uno script; di file .js si leggono solo quelli di un archivio di X",
            "a script; of .js files only those of an X archive are read",
        )
    data = _json_data(file)
    if data is not None:
        return data
    if looks_like_chat(file.text):
        return Data(chat_items(file.text))
    if _is_table(file):
        return Data(*parse_csv(file.text), table=True)
    if is_yaml(file):
        documents = parse_yaml(file.text)
        return Data(_listed(documents[0]) if len(documents) == 1 else documents)
    return None


def may_hold_replies(file: SourceFile) -> bool:
    """Whether broken data may be of replies: a table, or with a key that replies have."""
    names = "|".join(map(re.escape, (*text_names(), *_NAMES)))
    # Also as a part of a longer name: "plain_body".
    key = re.compile(rf"(?<![^\W_])(?:{names})['\"]?\s*:", re.I)
    return _is_table(file) or key.search(file.text) is not None


def is_yaml(file: SourceFile) -> bool:
    """Whether a file that is no JSON is YAML: by its name or, without one, by its first key."""
    if suffix(file.path) in _YAML:
        return True
    body = file.text.removeprefix("---").lstrip()
    return suffix(file.path) not in _MARKUPS and _YAML_REPLY.match(body) is not None


def _is_table(file: SourceFile) -> bool:
    if suffix(file.path) in _TABLES:
        return True
    if suffix(file.path) in _MARKUPS or suffix(file.path) in _YAML:
        return False
    names = header_of(file.text)
    return is_header(names) or not _COLUMNS.isdisjoint(names)


def _json_data(file: SourceFile) -> Data | None:
    text, must = file.text, suffix(file.path) in _JSON
    if not must and not text.lstrip().startswith(("{", "[")):
        return None
    try:
        return Data(_listed(parse_json(text)))
    except UnreadableError:
        good, broken = json_lines(text)
        several = len(good) + len(broken) > 1
        # Lines that begin like a list are one value over many lines, whatever the file's name.
        named = suffix(file.path) in _JSON_LINES and not text.lstrip().startswith("[")
        if several and (named or (good and not (broken and must))):
            return Data(good, broken)
        if must:
            raise
        return None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
