"""Drafts to reports by the shortest way: what is kept is read back, the rest is judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from replylint.cache import Store, decode, draft_key, encode
from replylint.cache.codec import Kept
from replylint.conversation import Draft
from replylint.findings import DraftReport
from replylint.interrupts import raise_if_interrupted
from replylint.workers import Jobs, check_with_workers, worker_count

if TYPE_CHECKING:
    from replylint.linter import Linter


def check_drafts(
    linter: Linter, drafts: Sequence[Draft], store: Store | None = None, jobs: Jobs = 1
) -> Iterator[DraftReport]:
    """The report of each draft, in order, whatever the number of jobs.

    In: the reports kept from earlier runs (None: neither used nor written), which are saved when
    the last report is taken or the caller stops earlier; the number of processes.
    Raises: PipelineError, RuleFileError, WorkerError; KeyboardInterrupt after a Ctrl-C.
    """
    kept = Store(None) if store is None else store
    keys = [draft_key(draft) for draft in drafts]
    known = [_known(linter, draft, kept.get(key)) for draft, key in zip(drafts, keys, strict=True)]
    missing = [
        (draft, key)
        for draft, key, report in zip(drafts, keys, known, strict=True)
        if report is None
    ]
    judged = _judged(linter, missing, kept, worker_count(jobs, len(missing)))
    try:
        for report in known:
            raise_if_interrupted()
            yield next(judged) if report is None else report
    finally:
        kept.save()


def _known(linter: Linter, draft: Draft, kept: object) -> DraftReport | None:
    if kept is None:
        return None
    return decode(kept, draft, linter.ruleset.rules, linter.lang)


def _judged(
    linter: Linter, missing: Sequence[tuple[Draft, str]], store: Store, workers: int
) -> Iterator[DraftReport]:
    drafts = [draft for draft, _ in missing]
    if workers == 1:
        for (_, key), report in zip(missing, linter.check_all(drafts), strict=True):
            _keep(store, key, *encode(report))
            yield report
        return
    judged = check_with_workers(linter, drafts, workers)
    for (draft, key), (kept, may_be_stored) in zip(missing, judged, strict=True):
        read_back = _known(linter, draft, kept)
        if read_back is None:
            raise ValueError(f"{draft.path}: a worker's report cannot be read back")
        _keep(store, key, kept, may_be_stored)
        yield read_back


def _keep(store: Store, key: str, kept: Kept, may_be_stored: bool) -> None:
    if may_be_stored:
        store.put(key, kept)
