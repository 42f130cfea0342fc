"""What a kept report depends on: the draft, and everything that judges it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from replylint.conversation import Draft

_PACKAGE = Path(__file__).resolve().parent.parent
_JUDGING = ("cache", "engine", "language", "markup")
_READ_WHOLE = (".py", ".yaml")


def draft_key(draft: Draft) -> str:
    """A hash of all of a draft that its findings depend on; where it stands is no part of it."""
    said = f"{draft.markup} {draft.conversation!r}"
    return hashlib.blake2b(said.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def setting_key(parts: Iterable[str]) -> str:
    """A hash of what judges: options, rules and pipeline (`parts`), and replylint's own code."""
    said = "\0".join((*parts, _code()))
    return hashlib.blake2b(said.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


@cache
def _code() -> str:
    """A hash of the code and data that findings depend on: a version alone misses local changes.

    Of the large data files the sizes must do; the pipeline and the lexicon carry versions.
    """
    digest = hashlib.blake2b(digest_size=16)
    for part in _JUDGING:
        for path, size in sorted(_files(str(_PACKAGE / part))):
            digest.update(f"{path[len(str(_PACKAGE)) :]} {size}\0".encode())
            if path.endswith(_READ_WHOLE):
                digest.update(Path(path).read_bytes())
    return digest.hexdigest()


def _files(folder: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield entry.path, entry.stat().st_size
