"""The guarded door of the `replylint` command: light to open, and no traceback gets out of it."""

from __future__ import annotations

import gc
import os
import sys

from replylint.interrupts import remember_interrupts

_USAGE = 2
_GARBAGE = 50_000
"""Objects between two searches for garbage, of which a start makes many and hardly any garbage."""
_INTERRUPTED = 130  # 128 + SIGINT, the shells' convention


def main() -> None:
    """Run the command line and exit.

    A full disk or the like, and anything unforeseen, becomes one line on standard error and exit
    status 2; `REPLYLINT_DEBUG=1` shows the traceback instead.
    """
    remember_interrupts()
    gc.set_threshold(_GARBAGE)
    # Matrices are small here: a second thread would only wait, and workers are processes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _open_closed()
    _force_utf8()
    try:
        if sys.argv[1:] == ["--version"]:
            from replylint._version import __version__

            print(f"replylint {__version__}", flush=True)
            return
        from replylint.cli import run

        run(sys.argv[1:])
    except KeyboardInterrupt:
        _exit(_INTERRUPTED)
    except BrokenPipeError:  # the reader of a pipe has gone, and has read what it wanted
        _exit(0)
    except Exception as error:
        if os.environ.get("REPLYLINT_DEBUG") == "1":
            raise
        print(_one_line(error), file=sys.stderr)
        _exit(_USAGE)


def _open_closed() -> None:
    """Stand in for standard streams that the caller has closed (`>&-`): Python has None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _force_utf8() -> None:
    """Let no character fail to print: UTF-8 where the locale's encoding is a smaller one."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        utf = (stream.encoding or "").lower().replace("-", "").startswith("utf")
        reconfigure(encoding=stream.encoding if utf else "utf-8", errors="backslashreplace")


def _one_line(error: Exception) -> str:
    told = " ".join(str(error).split()) or "no details"
    told = "".join(sign if sign.isprintable() else "\ufffd" for sign in told)
    if isinstance(error, OSError):
        return f"replylint: {told} (REPLYLINT_DEBUG=1 shows where)"
    return (
        f"replylint: unexpected {type(error).__name__}: {told} "
        "(REPLYLINT_DEBUG=1 shows where; please report it)"
    )


def _exit(status: int) -> None:
    """Exit although a pipe may be closed: what cannot be flushed is dropped."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(status)
