"""Which code this is: what is kept between runs goes by it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_READ_WHOLE = (".py", ".yaml")


@cache
def code_hash() -> str:
    """A hash of the package's code and data: a version alone would miss local changes.

    Of the large data files the sizes must do; the pipeline and the lexicon carry versions.
    """
    digest = hashlib.blake2b(digest_size=16)
    for path, size in sorted(_files(str(_PACKAGE))):
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
