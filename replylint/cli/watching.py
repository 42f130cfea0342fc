"""`--watch`: check again whenever a file among the paths is saved, until Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from replylint.cli.failure import fail, say
from replylint.readers import STDIN, FoundFile, find_files
from replylint.reporters.strings import Lang, strings

_PAUSE = 0.3  # seconds between two looks

_State = dict[str, tuple[int, int]]


def watched(paths: Sequence[str], lang: Lang, once: Callable[[], int]) -> int:
    """Check by `once` now and after every save; gives the exit status of the last check."""
    if STDIN in paths:
        fail("--watch: standard input cannot be watched; name files or folders")
    seen: _State | None = None
    status = 0
    try:
        while True:
            # Looked at before the check, so that what is saved meanwhile is checked again.
            state = _state(paths)
            if state != seen:
                seen = state
                status = _status(once)
                say(strings(lang).watching)
            time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return status


def _status(once: Callable[[], int]) -> int:
    """A check that cannot be done (a rule file half written) ends itself, not the watching."""
    try:
        return once()
    except typer.Exit as end:
        return end.exit_code


def _state(paths: Sequence[str]) -> _State:
    """When each file was written and how long it is; what is gone is left out."""
    state: _State = {}
    for found in find_files(paths):
        if isinstance(found, FoundFile):
            try:
                stat = Path(found.path).stat()
            except OSError:
                continue
            state[found.path] = (stat.st_mtime_ns, stat.st_size)
    return state
