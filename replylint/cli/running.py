"""How drafts are checked: with reports kept from earlier runs or not, by how many processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.cli.failure import fail
from replylint.cli.reading import Picked
from replylint.conversation import Draft
from replylint.findings import DraftReport

if TYPE_CHECKING:
    from replylint.linter import Linter
    from replylint.workers import Jobs

_MOST_JOBS = 64


@dataclass(frozen=True, slots=True)
class Running:
    """What the options and the configuration say of it.

    `folder` is where reports are kept; None for the user's cache folder.
    """

    cached: bool = True
    jobs: Jobs = "auto"
    folder: Path | None = None
    picked: Picked | None = None

    def check(self, checker: Linter, drafts: Sequence[Draft]) -> Iterator[DraftReport]:
        """The reports of the drafts, in order; exits with status 2 where a process dies."""
        from replylint.cache import open_store, setting_key
        from replylint.checking import check_drafts
        from replylint.workers import WorkerError

        store = open_store(setting_key(checker.setting), self.folder) if self.cached else None
        try:
            yield from check_drafts(checker, drafts, store, self.jobs)
        except WorkerError as error:
            fail(error)


def picked(ref: str | None, as_walked: bool) -> Picked:
    """What `--diff` and `--force-exclude` pick; exits with status 2 where git cannot tell."""
    if ref is None:
        return Picked(None, as_walked)
    from replylint.gitdiff import GitError, changes_since

    try:
        return Picked(changes_since(ref), as_walked)
    except GitError as error:
        fail(error)


def job_count(given: str) -> Jobs:
    """The number of `--jobs`; exits with status 2 when it is none."""
    if given == "auto":
        return "auto"
    if not given.isdecimal() or not 1 <= int(given) <= _MOST_JOBS:
        fail(f"--jobs: '{given}' is neither `auto` nor a number from 1 to {_MOST_JOBS}")
    return int(given)
