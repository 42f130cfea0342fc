"""Rich blocks to text: the one place that prints for people."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType

from replylint.findings import Severity
from replylint.reporters.visible import inert

SEVERITY_STYLES: dict[Severity, str] = {
    "error": "bold red",
    "warning": "bold yellow",
    "hint": "bold cyan",
}
_NARROWEST, _WIDEST = 40, 200


def page_width(columns: int) -> int:
    """The columns that a page takes: neither too narrow to read nor too wide."""
    return min(max(columns, _NARROWEST), _WIDEST)


def page(blocks: Iterable[RenderableType], columns: int, colour: bool) -> str:
    """The blocks as text, without trailing spaces or blank lines around it.

    Strings among the blocks are not read as Rich markup, but untrusted text must have gone
    through `visible` before.
    """
    console = Console(
        file=StringIO(),
        width=page_width(columns),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as capture:
        for block in blocks:
            console.print(block)
    text = "\n".join(line.rstrip() for line in capture.get().split("\n")).strip("\n")
    return inert(text + "\n") if text else ""
