"""All that paths hold, read as the commands read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from replylint.findings import InputProblem
from replylint.readers import Defaults, Read, find_files, read_file


def read(paths: Iterable[str], defaults: Defaults | None = None) -> Iterator[Read]:
    for found in find_files(paths):
        if isinstance(found, InputProblem):
            yield found
        else:
            yield from read_file(found, defaults or Defaults())
