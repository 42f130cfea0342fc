"""The lexicon's file: one look-up of one word form.

Opening costs a few milliseconds (a hundred kilobytes of JSON; the five megabytes of forms are
memory-mapped and read block by block).
"""

from __future__ import annotations

import json
import mmap
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"

Edit = tuple[int, str]
"""How to get a lemma from a form: letters to cut from its end, letters to add."""


class Entry(NamedTuple):
    """What the lexicon knows of a form: letters of its word classes, lemmas, verb readings."""

    classes: str
    noun: Edit | None
    adjective: Edit | None
    verbs: tuple[tuple[Edit, str], ...]


class FormFile:
    """The compiled lexicon of one folder."""

    def __init__(self, folder: Path) -> None:
        """Open `forms.txt` and `lexicon.json` in a folder; OSError when they are missing."""
        index = json.loads((folder / "lexicon.json").read_text(encoding="utf-8"))
        self.version: str = index["version"]
        self._heads: list[str] = [head.encode() for head in index["heads"]]
        self._offsets: list[int] = index["offsets"]
        self._rows: list[list[object]] = index["entries"]
        self._entries: dict[int, Entry] = {}
        with (folder / "forms.txt").open("rb") as file:
            self._forms = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def get(self, form: str) -> Entry | None:
        """Give the entry of a form exactly as written (lower case), or None."""
        key = form.encode()
        block = bisect_right(self._heads, key) - 1
        if block < 0:
            return None
        place = self._forms.find(
            b"\n%s\t" % key, self._offsets[block], self._offsets[block + 1] + 1
        )
        if place < 0:
            return None
        start = place + len(key) + 2
        number = int(self._forms[start : self._forms.find(b"\n", start)])
        return self._entry(number)

    def _entry(self, number: int) -> Entry:
        if number not in self._entries:
            self._entries[number] = Entry(*self._rows[number])  # type: ignore[arg-type]
        return self._entries[number]


@lru_cache(maxsize=1)
def forms() -> FormFile:
    """Give the bundled lexicon, opened once."""
    return FormFile(DATA)


def apply(edit: Edit, form: str) -> str:
    """Turn a form into its lemma."""
    cut, add = edit
    return form[: len(form) - cut] + add
