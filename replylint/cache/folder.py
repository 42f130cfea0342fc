"""Where reports are kept: a folder for each project in the user's cache folder, bounded in size."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from replylint.cache.store import Store, is_store
from replylint.userfiles import cache_folder

_MOST_BYTES = 64 * 2**20
_MOST_FILES = 4
"""For each project: another rule set, pipeline or option is another file."""


def open_store(setting: str, folder: Path | None = None) -> Store:
    """The reports kept for a setting (see `setting_key`).

    In: the folder that the configuration names; None for the user's cache folder.
    """
    try:
        place = folder or _of_project(Path.cwd())
    except (OSError, RuntimeError):  # no home folder, or the working folder is gone
        return Store(None)
    path = place / f"reports-{setting}.txt"
    _make_room(path, [place] if folder else place.parent.glob("*"))
    return Store(path)


def _of_project(project: Path) -> Path:
    """A run reads one project's reports only, however many projects there are."""
    name = hashlib.blake2b(os.fsencode(project), digest_size=8).hexdigest()
    return cache_folder() / "reports" / name


def _make_room(path: Path, folders: Iterable[Path]) -> None:
    """Drop the oldest files when a new one would be one too many, or all are too large.

    Only files of ours: a configuration may name a folder that holds reports of other kinds.
    """
    if path.exists():
        return
    with suppress(OSError):
        for old in _newest_first([path.parent])[_MOST_FILES - 1 :]:
            old.unlink(missing_ok=True)
        left = _MOST_BYTES
        for old in _newest_first(folders):
            left -= old.stat().st_size
            if left < 0:
                old.unlink(missing_ok=True)


def _newest_first(folders: Iterable[Path]) -> list[Path]:
    found = (path for folder in folders for path in folder.glob("reports-*.txt"))
    ours = filter(is_store, found)
    return sorted(ours, key=lambda path: path.stat().st_mtime, reverse=True)
