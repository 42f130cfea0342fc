"""`--watch`: check again whenever something is saved that the check rests on, until Ctrl-C."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from replylint.cli.failure import fail, say
from replylint.readers import STDIN, FoundFile, find_files
from replylint.reporters.strings import Lang, strings

_PAUSE = 0.3  # seconds between two looks

_State = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check came to, the language of its messages, and the files it rests on.

    Attributes:
        beside: those that are not among the paths: configurations, rules, a baseline. Worked out
            when they are gone through, once.
    """

    status: int
    lang: Lang
    beside: Iterable[Path]


def watched(
    paths: Sequence[str], once: Callable[[], Checked], quiet: bool, output: Path | None = None
) -> int:
    """Check by `once` now and after every save; gives the exit status of the last check.

    `output`: the file that a check itself writes, which may lie among the paths.
    """
    if STDIN in paths:
        fail("--watch: standard input cannot be watched; name files or folders")
    seen: _State | None = None
    last: Checked | None = None
    beside: set[Path] = set()
    try:
        while True:
            # Looked at before the check, so that what is saved meanwhile is checked again.
            state = _state(paths, beside, output)
            if state != seen:
                last = _checked(once, last)
                beside.update(last.beside)
                seen = _state((), beside, output) | state
                if not quiet:
                    say(strings(last.lang).watching)
            time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return 0 if last is None else last.status


def _checked(once: Callable[[], Checked], last: Checked | None) -> Checked:
    """A check that cannot be done (a rule file half written) ends itself, not the watching.

    The first one does end it: nothing is known yet of what would have to be saved.
    """
    try:
        return once()
    except typer.Exit as end:
        if last is None:
            raise
        return replace(last, status=end.exit_code)


def _state(paths: Sequence[str], beside: Iterable[Path], output: Path | None) -> _State:
    """When each file was written and how long it is; what is gone, and the output, is left out."""
    written = _stat(output)
    found = (each.path for each in find_files(paths) if isinstance(each, FoundFile))
    state: _State = {}
    for path in (*found, *map(str, beside)):
        stat = _stat(Path(path))
        if stat is None or (written is not None and os.path.samestat(stat, written)):
            continue
        state[path] = (stat.st_mtime_ns, stat.st_size)
    return state


def _stat(path: Path | None) -> os.stat_result | None:
    try:
        return None if path is None else path.stat()
    except OSError:
        return None
