"""One file of kept reports: read once, written all or nothing.

A line a report: key, checksum, JSON. Lines are only taken apart when they are asked for, and one
that is not as it was written is as good as none, so neither a file cut short nor two runs at once
do any harm.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from replylint.userfiles import read_whole, write_whole

_HEAD = "replylint reports 1"
_MAGIC = b"replylint reports "
_MOST = 20_000  # reports in a file; about 10 MB
_KEY = 32
_CHECK = 8


class Store:
    """The reports kept in one file; `None` instead of a path keeps them for this run only."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lines: dict[str, str] = {} if path is None else _read(path)
        self._new: dict[str, str] = {}

    def get(self, key: str) -> Any:
        """What was kept under a key; None when there is nothing, or nothing that can be read."""
        line = self._new.get(key) or self._lines.get(key)
        if line is None:
            return None
        check, text = line[_KEY + 1 : _KEY + 1 + _CHECK], line[_KEY + _CHECK + 2 :]
        if check != _checksum(text):
            return None
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return None

    def put(self, key: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        text = json.dumps(value, separators=(",", ":"))
        self._new[key] = f"{key} {_checksum(text)} {text}"

    def save(self) -> None:
        """Write what is new, beside what other runs wrote in the meantime; failing is no error."""
        if self._path is None or not self._new:
            return
        lines = {**_read(self._path), **self._new}
        text = "\n".join((_HEAD, *list(lines.values())[-_MOST:], ""))
        with suppress(OSError):
            write_whole(self._path, text)
            self._lines, self._new = {**self._lines, **self._new}, {}


def is_store(path: Path) -> bool:
    """Whether a file is one of kept reports, of this version or an earlier one."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _read(path: Path) -> dict[str, str]:
    try:
        head, *lines = read_whole(path).split("\n")
    except (OSError, ValueError):
        return {}
    return {line[:_KEY]: line for line in lines if line} if head == _HEAD else {}


def _checksum(text: str) -> str:
    return f"{crc32(text.encode()):08x}"
