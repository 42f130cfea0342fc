"""Files in the user's cache folder: where it is, and how a file there is written."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def cache_folder() -> Path:
    """The user's cache folder, as the platform has it. Raises RuntimeError without a home."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        default = Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base, default = None, Path.home() / "Library" / "Caches"
    else:
        base, default = os.environ.get("XDG_CACHE_HOME"), Path.home() / ".cache"
    # A relative one would put a cache into every project; the XDG specification has it ignored.
    return (Path(base) if base and Path(base).is_absolute() else default) / "replylint"


def read_whole(path: Path) -> str:
    """The text of a file that was kept.

    Raises:
        OSError: it cannot be read, or is a pipe or a device, which would have no end.
        ValueError: it is no text.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.read_text("utf-8")


def write_whole(path: Path, text: str) -> None:
    """Write a file all or nothing, so that another run reads the old one or the new one.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
