"""Where a report goes: standard output or a file, never over one that was read."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from replylint.cli.failure import fail

_WIDTH_ELSEWHERE = 100  # columns where nobody says how many there are: a pipe, a file


def refuse_to_overwrite(output: Path | None, inputs: Iterable[str | Path]) -> None:
    """Exit with status 2 if `output` is one of the files that were read."""
    if output is None or not is_there(output):
        return
    for path in {Path(name) for name in inputs}:
        if is_there(path) and output.samefile(path):
            fail(f"{output}: this file is read by this run; give the output another name")


def is_there(path: Path) -> bool:
    """Whether there is something of that name; no where that may not be looked at."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where it may not look


def write(text: str, output: Path | None) -> None:
    """Write a report; a reader that has gone (`| head`) is no error.

    Exits with status 2 when the file cannot be written.
    """
    if output is None:
        _to_stdout(text)
        return
    try:
        output.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        fail(f"{output}: cannot be written: {error.strerror or error}")


def _to_stdout(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer would raise again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def columns() -> int:
    """Columns of the terminal, or of `COLUMNS`."""
    return shutil.get_terminal_size((_WIDTH_ELSEWHERE, 24)).columns


def in_colour(color: Literal["auto", "always", "never"], output: Path | None) -> bool:
    """Whether to use colours; `auto` follows https://no-color.org and dumb terminals."""
    if color != "auto":
        return color == "always"
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and output is None and on_terminal()
