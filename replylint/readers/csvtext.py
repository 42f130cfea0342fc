"""Comma-, semicolon- or tab-separated tables whose cells know where they stand in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from replylint.offsets import OffsetMap, OffsetMapBuilder, stretch
from replylint.readers.inputs import UnreadableError
from replylint.readers.placed import Record, Text, record, text_at

DELIMITERS = ",;\t"
# What may stand in a row above the header that names nothing.
_NOTHING = f'{DELIMITERS}" \r\n'
_NAMED = re.compile(r'[^\s,;"]')
_SEPARATOR = re.compile(r'\s*"?sep=([^\w\s"]|\t)"?[,;\t ]*(?:\r?\n|\Z)', re.I)


def parse_csv(text: str) -> tuple[list[object], list[UnreadableError]]:
    """The rows of a table under its header row, as records, and an error for each that is too long.

    The header is the first row with something in it; the separator is the one that it has most of,
    or the one that a line `sep=;` above it names, as Excel writes it. Empty rows are left out. A
    row with something beyond the header is a record, too, which shows what kind of table it is;
    the offset of its error is where it begins.

    Raises:
        UnreadableError: a quotation mark that opens a cell is never closed.
    """
    rows = _rows(text, delimiter(text), _start(text))
    named = (row for row in rows if any(cell.strip(_NOTHING) for cell in row))
    header = [str(cell).strip() for cell in next(named, [])]
    found: list[object] = []
    broken: list[UnreadableError] = []
    for row in rows:
        if any(cell.strip() for cell in row):
            found.append(_record(header, row))
        if any(cell.strip() for cell in row[len(header) :]):
            broken.append(_too_long(header, row))
    return found, broken


def delimiter(text: str) -> str:
    """The separator of a table: as it says itself, else judged by its header's line."""
    said = _SEPARATOR.match(text)
    if said:
        return said.group(1)
    head = re.sub(r'"[^"]*"', "", _head(text))
    return max(DELIMITERS, key=head.count)


def header_of(text: str) -> list[str]:
    """The names in the first line that has any."""
    return [name.strip().strip('"') for name in _head(text).split(delimiter(text))]


def _start(text: str) -> int:
    """Where the rows begin: after the line that names the separator, if there is one."""
    said = _SEPARATOR.match(text)
    return said.end() if said else 0


def _head(text: str) -> str:
    """The first line that holds more than separators."""
    first = _NAMED.search(text, _start(text))
    at = first.start() if first else 0
    return text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]


def _record(header: list[str], row: list[Text]) -> Record:
    """A row by its columns; of two of one name, the first that is not empty counts."""
    cells: dict[str, Text] = {}
    for key, cell in zip(header, row, strict=False):
        if key not in cells or (cell.strip() and not cells[key].strip()):
            cells[key] = cell
    places = {key: cell.start for key, cell in cells.items()}
    return record(dict(cells), row[0].start, places)


def _too_long(header: list[str], row: list[Text]) -> UnreadableError:
    return UnreadableError(
        f"la riga ha {len(row)} celle e l'intestazione {len(header)}: metta tra virgolette i testi"
        " che contengono il separatore",
        f"a row of {len(row)} cells under a header of {len(header)}; put texts that hold the"
        " separator in quotation marks",
        row[0].start,
    )


def _rows(text: str, separator: str, at: int) -> Iterator[list[Text]]:
    other = rf"[^{re.escape(separator)}\r\n]*"
    cell = re.compile(rf'"([^"]*(?:""[^"]*)*)"{other}|({other})')
    row: list[Text] = []
    while at < len(text):
        if text[at] == '"' and not _CLOSED.match(text, at):
            raise UnreadableError(
                "una virgoletta apre una cella e non viene mai chiusa; la chiuda o la tolga",
                "a quotation mark opens a cell and is never closed",
                at,
            )
        found = cell.match(text, at)
        row.append(_cell(found))
        at = found.end() if found else len(text)
        if at < len(text) and text[at] == separator:
            at += 1
            continue
        at = _line_end(text, at)
        yield row
        row = []
    if row:
        yield row


_CLOSED = re.compile(r'"[^"]*(?:""[^"]*)*"')


def _line_end(text: str, at: int) -> int:
    """The offset after the line break at `at`."""
    at += text.startswith("\r", at)
    return at + text.startswith("\n", at)


def _cell(found: re.Match[str] | None) -> Text:
    if found is None:
        return text_at("", 0)
    raw = found.group(1)
    if raw is None:
        return text_at(found.group(2), found.start())
    start = found.start() + 1
    if '""' not in raw:
        return text_at(raw, start)
    return text_at(raw.replace('""', '"'), start, partial(_unquoted, raw, start))


def _unquoted(raw: str, start: int) -> OffsetMap:
    """The map of a quoted cell in which quotation marks stand doubled."""
    builder = OffsetMapBuilder()
    at = 0
    for part in raw.split('""'):
        builder.add(part, start + at)
        at += len(part)
        if at < len(raw):
            builder.add('"', start + at, 2)
        at += 2
    return builder.build()[1] if raw else stretch(start, 0)
