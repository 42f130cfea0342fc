"""Ctrl-C that is not lost.

Python raises `KeyboardInterrupt` wherever the main thread happens to be. In a callback (of a fork,
of a destructor) or in an extension's code it is printed or dropped there, and the run would go on
to its end as if nobody had pressed a key.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_pressed = False
_held_back = False
_own: int | None = None
"""The process that asked to be told: a worker inherits the handler, and leaves Ctrl-C to it."""


def remember_interrupts() -> None:
    """From now on, note each Ctrl-C before it is raised, and print none that is dropped."""
    global _own
    _own = os.getpid()
    signal.signal(signal.SIGINT, _note)
    sys.unraisablehook = _print_unless_interrupt


def raise_if_interrupted() -> None:
    """Raise `KeyboardInterrupt` if Ctrl-C was pressed; called between two drafts."""
    if _pressed:
        raise KeyboardInterrupt


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Raise a Ctrl-C at the end of the block rather than inside it."""
    global _held_back
    _held_back = True
    try:
        yield
    finally:
        _held_back = False
    raise_if_interrupted()


def _note(_number: int, _frame: FrameType | None) -> None:
    global _pressed
    if os.getpid() != _own:
        return
    _pressed = True
    if not _held_back:
        raise KeyboardInterrupt


def _print_unless_interrupt(dropped: sys.UnraisableHookArgs) -> None:
    if dropped.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(dropped)
