"""Drafts checked by several processes, each with its own pipeline, in the order they came."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Literal

from replylint.cache.codec import Kept, encode
from replylint.conversation import Conversation, Draft, Markup
from replylint.interrupts import interrupts_held_back

if TYPE_CHECKING:
    from replylint.linter import Linter

Jobs = int | Literal["auto"]
_PAYS_FROM = 100
"""Drafts from which a second process is worth its start: benchmarks/speed.md."""
_MOST_AUTO = 8
_CHUNK = 32

_Sent = tuple[Conversation, Markup]
_linter: Linter | None = None


class WorkerError(RuntimeError):
    """A worker process died: most often the machine ran out of memory."""


def worker_count(jobs: Jobs, drafts: int) -> int:
    """How many processes to check that many drafts with; `auto`: several only where it pays."""
    if jobs == "auto":
        return min(_cores(), _MOST_AUTO) if drafts >= _PAYS_FROM else 1
    return max(1, min(jobs, -(-drafts // _CHUNK)))


def check_with_workers(
    linter: Linter, drafts: Iterable[Draft], count: int
) -> Iterator[tuple[Kept, bool]]:
    """What `cache.encode` gives of each draft's report, in order.

    Raises:
        WorkerError: a process died.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A fork shares the pipeline that is loaded already; elsewhere each process loads its own.
    fork = sys.platform == "linux"
    if fork:
        _ = linter.reader
    pool = ProcessPoolExecutor(
        count, get_context("fork" if fork else "spawn"), initializer=_begin, initargs=(linter,)
    )
    try:
        # A pool that is interrupted half started cannot be ended.
        with interrupts_held_back():
            reports = pool.map(_check, _chunks(drafts))
        for chunk in reports:
            yield from chunk
    except BrokenProcessPool:
        raise WorkerError("a worker process died; try again with --jobs 1") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _chunks(drafts: Iterable[Draft]) -> Iterator[Sequence[_Sent]]:
    """What of each draft is needed to judge it: its place in a large file may be a long story."""
    sent = ((draft.conversation, draft.markup) for draft in drafts)
    while chunk := list(islice(sent, _CHUNK)):
        yield chunk


def _begin(linter: Linter) -> None:
    """Start a worker; Ctrl-C is its parent's affair."""
    from threading import Thread

    global _linter
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _linter = linter


def _end_with_parent() -> None:
    """End a worker whose parent was killed: it would wait for ever, and keep its pipes open."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _check(chunk: Sequence[_Sent]) -> list[tuple[Kept, bool]]:
    assert _linter is not None
    drafts = [Draft(conversation, "-", markup=markup) for conversation, markup in chunk]
    return [encode(report) for report in _linter.check_all(drafts)]


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
