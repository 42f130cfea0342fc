"""What kind of file it is: data (JSON, JSON Lines, YAML) or a reply as it stands."""

from __future__ import annotations

import re
from pathlib import Path

from replylint.conversation import Markup
from replylint.markup import looks_like_html
from replylint.readers.inputs import UnreadableError
from replylint.readers.jsontext import json_lines, parse_json
from replylint.readers.placed import SourceFile
from replylint.readers.yamltext import parse_yaml

_JSON = frozenset({".json", ".jsonl", ".ndjson"})
_YAML = frozenset({".yaml", ".yml"})
_MARKUPS: dict[str, Markup] = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}
# A conversation in YAML without a file name to say so (standard input).
_YAML_REPLY = re.compile(r"(?:-[ \t]+)?(?:id|channel|public|thread|reply|reply_at)[ \t]*:")


def suffix(path: str) -> str:
    """The suffix of a path, in lower case."""
    return Path(path).suffix.lower()


def markup_of(file: SourceFile) -> Markup:
    """How a file that is a reply is marked up: as its name says, else as its text looks."""
    named = _MARKUPS.get(suffix(file.path))
    if named is None:
        return "html" if looks_like_html(file.text) else "plain"
    return named


def items_of(file: SourceFile) -> list[object | UnreadableError] | None:
    """The items of a data file: of its list, or itself alone; None for a file that is no data.

    Raises:
        UnreadableError: it must be data, but is broken.
    """
    items = _json_items(file)
    if items is not None:
        return items
    text, kind = file.text, suffix(file.path)
    sniffed = kind not in _MARKUPS and _YAML_REPLY.match(text.removeprefix("---").lstrip())
    if kind not in _YAML and not sniffed:
        return None
    documents = parse_yaml(text)
    return _listed(documents[0]) if len(documents) == 1 else documents


def _json_items(file: SourceFile) -> list[object | UnreadableError] | None:
    text, must = file.text, suffix(file.path) in _JSON
    if not must and not text.lstrip().startswith(("{", "[")):
        return None
    try:
        return _listed(parse_json(text))
    except UnreadableError:
        lines = list(json_lines(text))
        good = sum(not isinstance(line, UnreadableError) for line in lines)
        if len(lines) > 1 and good and (suffix(file.path) != ".json" or good == len(lines)):
            return lines
        if must:
            raise
        return None


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]
