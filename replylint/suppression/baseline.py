"""A baseline: the findings that are known already, as counts by file, item and fingerprint.

Nothing of a draft stands in it. Paths are relative to the folder of the baseline itself, so that
it holds wherever the command is run.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from replylint.conversation import Draft
from replylint.findings import DraftReport, Finding

_K = TypeVar("_K")
Key = tuple[str, str, str]
"""File, item (empty where it has no id of its own), and rule with fingerprint."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings.

    Attributes:
        folder: what its paths are relative to.
        counts: how many findings there are of each key.
    """

    folder: Path
    counts: Mapping[Key, int]

    def path(self, path: str) -> str:
        """A path of this run as the baseline writes it."""
        if path == "-":
            return path
        return os.path.relpath(path, self.folder).replace(os.sep, "/")

    def place(self, draft: Draft) -> tuple[str, str]:
        """File and item of a draft."""
        return self.path(draft.path), "" if draft.id == draft.path else draft.id

    def key(self, report: DraftReport, finding: Finding) -> Key:
        """Where a finding is counted."""
        return (*self.place(report.draft), f"{finding.rule} {finding.fingerprint}")


@dataclass(frozen=True, slots=True)
class Compared:
    """Reports without the findings that a baseline holds.

    Attributes:
        known: the findings that were taken out, each under the key it has now.
        moved: how many of them were known in another file or item.
    """

    reports: tuple[DraftReport, ...]
    known: tuple[Key, ...]
    moved: int


def compare(
    reports: Sequence[DraftReport],
    baseline: Baseline,
    read: Collection[str],
    left_out: Iterable[Draft] = (),
    owners: Iterable[DraftReport] = (),
) -> Compared:
    """Take out of the reports what a baseline holds.

    A finding that stands elsewhere now is known if it is gone from where it was: from a file that
    is no more, or that this run has read (`read`: the files that could be read) and not from a
    draft there that it does not report on (`left_out`). What drafts of the same item still have
    (`owners`) is theirs.
    """
    left = Counter(baseline.counts)
    for owner in owners:
        for finding in owner.findings:
            _take(left, baseline.key(owner, finding))
    taken = [
        [_take(left, baseline.key(report, finding)) for finding in report.findings]
        for report in reports
    ]
    kept = {baseline.place(draft) for draft in left_out}
    gone = _gone({key: n for key, n in left.items() if key[:2] not in kept}, baseline, read)
    known: list[Key] = []
    compared: list[DraftReport] = []
    moved = 0
    for report, marks in zip(reports, taken, strict=True):
        new: list[Finding] = []
        for finding, mark in zip(report.findings, marks, strict=True):
            key = baseline.key(report, finding)
            elsewhere = not mark and _take(gone, key[2])
            moved += elsewhere
            if mark or elsewhere:
                known.append(key)
            else:
                new.append(finding)
        compared.append(replace(report, findings=tuple(new)) if report.findings else report)
    return Compared(tuple(compared), tuple(known), moved)


def at_stake(
    reports: Iterable[DraftReport], baseline: Baseline, left_out: Iterable[Draft]
) -> tuple[Draft, ...]:
    """Drafts left out that may still have what a report of the same item would take as known.

    Items without an id are told apart by nothing, so a new one looks like its neighbours.
    """
    items = {
        baseline.place(report.draft)
        for report in reports
        for finding in report.findings
        if baseline.key(report, finding) in baseline.counts
    }
    return tuple(draft for draft in left_out if baseline.place(draft) in items)


def _take(counts: Counter[_K], key: _K) -> bool:
    """Whether one of that key is left; it is taken away."""
    there = counts[key] > 0
    if there:
        counts[key] -= 1
    return there


def _gone(left: Mapping[Key, int], baseline: Baseline, read: Collection[str]) -> Counter[str]:
    """Of what was not found where it was known, how many of each fingerprint are gone."""
    judge = _is_judged(baseline, read)
    gone: Counter[str] = Counter()
    for (path, _, mark), number in left.items():
        if number and judge(path):
            gone[mark] += number
    return gone


def _is_judged(baseline: Baseline, read: Collection[str]) -> Callable[[str], bool]:
    """Tells whether this run knows what a file of the baseline holds now."""
    seen = {baseline.path(path) for path in read}
    return lambda path: path in seen or (path != "-" and _is_no_more(baseline.folder / path))


def _is_no_more(path: Path) -> bool:
    """Whether a file is gone; what stands where nobody may look could still be there."""
    try:
        path.stat()
    except OSError as error:
        return isinstance(error, FileNotFoundError | NotADirectoryError)
    except ValueError:  # no path at all
        return True
    return False


def taken_up(reports: Iterable[DraftReport], baseline: Baseline, read: Collection[str]) -> Baseline:
    """The baseline of these reports; files that this run has not read keep what they had."""
    found = Counter(baseline.key(report, f) for report in reports for f in report.findings)
    return replace(baseline, counts={**_unread(baseline, read), **found})


def pruned(reports: Sequence[DraftReport], baseline: Baseline, read: Collection[str]) -> Baseline:
    """The baseline without what is gone, and with what has moved where it is now."""
    known = Counter(compare(reports, baseline, read).known)
    return replace(baseline, counts={**_unread(baseline, read), **known})


def _unread(baseline: Baseline, read: Collection[str]) -> dict[Key, int]:
    judged = _is_judged(baseline, read)
    return {key: number for key, number in baseline.counts.items() if not judged(key[0])}
