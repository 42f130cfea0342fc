"""The draft's own line with the words underlined, cut to the columns at hand.

Drafts are untrusted: everything goes through `visible`, which keeps every offset true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from replylint.findings import DraftReport, Finding
from replylint.reporters.visible import visible

_MOST_ROWS = 6
_GUTTER = " │ "


@dataclass(frozen=True, slots=True)
class _Row:
    """A piece of one line of the reply: its characters and those of it that are meant."""

    text: str
    low: int
    high: int
    number: int | None


def snippet(report: DraftReport, finding: Finding, width: int, style: str) -> list[Text]:
    """Rows to print under a finding; none for what is absent.

    Args:
        report: the draft the finding belongs to.
        finding: what to underline.
        width: columns at hand.
        style: Rich style of the underlined words and the carets.
    """
    if finding.start is None or finding.end is None:
        return []
    gutter = len(str(finding.end_line))
    room = max(20, width - gutter - len(_GUTTER))
    rows = list(_rows(report, finding.start, finding.end, room))
    lines: list[Text] = []
    for row in rows[:_MOST_ROWS]:
        lines.extend(_printed(row, gutter, style))
    if len(rows) > _MOST_ROWS:
        lines.append(Text(f"{'':{gutter}}{_GUTTER}…", style="dim"))
    return lines


def _rows(report: DraftReport, start: int, end: int, room: int) -> Iterator[_Row]:
    """The rows that hold reply[start:end]; a line's number only where it changes."""
    reply = report.draft.conversation.reply or ""
    begin = reply.rfind("\n", 0, start) + 1
    shown: int | None = None
    while begin <= max(start, end - 1):
        stop = reply.find("\n", begin)
        stop = len(reply) if stop < 0 else stop
        line = reply[begin:stop].rstrip("\r")
        for offset, piece in _wrapped(visible(line), room):
            low = max(0, start - begin - offset)
            high = min(len(piece), end - begin - offset)
            if low < high:
                at = begin + offset
                number = report.draft.places.place(at, at)[0]
                yield _Row(piece, low, high, number if number != shown else None)
                shown = number
        begin = stop + 1


def _wrapped(line: str, room: int) -> Iterator[tuple[int, str]]:
    """Cut a line into pieces of at most `room` cells, at spaces where there are any."""
    begin = 0
    while begin < len(line):
        end = _fit(line, begin, room)
        if end < len(line):
            space = line.rfind(" ", begin, end)
            end = space + 1 if space > begin else end
        yield begin, line[begin:end]
        begin = end


def _fit(line: str, begin: int, room: int) -> int:
    """The furthest end for which line[begin:end] takes at most `room` cells."""
    end = min(len(line), begin + room)
    while end > begin + 1 and cell_len(line[begin:end]) > room:
        end -= 1
    return end


def _printed(row: _Row, gutter: int, style: str) -> Iterator[Text]:
    number = "" if row.number is None else str(row.number)
    text = Text(f"{number:>{gutter}}{_GUTTER}", style="dim")
    meant = row.text[row.low : row.high].rstrip()
    text.append(row.text[: row.low], style="not dim")
    text.append(meant, style=f"not dim {style} underline")
    text.append(row.text[row.low + len(meant) :].rstrip(), style="not dim")
    yield text
    carets = Text(f"{'':{gutter}}{_GUTTER}", style="dim")
    carets.append(" " * cell_len(row.text[: row.low]))
    carets.append("^" * max(1, cell_len(meant)), style=f"not dim {style}")
    yield carets
