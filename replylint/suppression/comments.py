"""Suppressions applied: which findings their authors wanted silent, and which did nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from replylint.conversation import Suppression
from replylint.findings import DraftReport, Finding, IdleReason, IdleSuppression


@dataclass(slots=True)
class _Record:
    """What is known so far of a suppression: whether a draft had use for it, and why not."""

    used: bool = False
    idle: IdleReason | None = None


class Suppressor:
    """Splits findings and remembers, over a run, which suppressions were of use.

    One that is written once may hold for many drafts (`ignore-file`); it is of use if it is for
    any of them. One whose rule was not judged anywhere (left out, or not enough known) is neither.
    """

    def __init__(self) -> None:
        self._records: dict[tuple[str, int, str], _Record] = {}

    def split(
        self,
        report: DraftReport,
        judged: Collection[str],
        known: Collection[str],
        require_reason: bool = False,
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """The findings that stay, and those that the draft's suppressions silence.

        In: the rules that were judged, those that exist, whether a reason is required.
        """
        if not report.draft.suppressions:
            return report.findings, ()
        skipped = {skip.rule for skip in report.skipped}
        silenced: set[int] = set()
        for one in report.draft.suppressions:
            record = self._records.setdefault((report.draft.path, one.line, one.rule), _Record())
            useless = _useless(one, known, require_reason)
            if useless is not None:
                record.idle = useless
                continue
            found = [index for index, each in enumerate(report.findings) if _covers(one, each)]
            silenced.update(found)
            record.used = record.used or bool(found)
            if one.rule in judged and one.rule not in skipped:
                record.idle = "idle"
        numbered = list(enumerate(report.findings))
        kept = tuple(finding for index, finding in numbered if index not in silenced)
        return kept, tuple(finding for index, finding in numbered if index in silenced)

    def idle(self) -> tuple[IdleSuppression, ...]:
        """The suppressions that did nothing, by file and line."""
        return tuple(
            IdleSuppression(path, line, rule, record.idle)
            for (path, line, rule), record in sorted(self._records.items())
            if record.idle is not None and not record.used
        )


def _useless(one: Suppression, known: Collection[str], require_reason: bool) -> IdleReason | None:
    """Why a suppression cannot count, if it cannot."""
    if not one.rule:
        return "no-rule"
    if one.rule not in known:
        return "unknown-rule"
    return "no-reason" if require_reason and one.reason is None else None


def _covers(one: Suppression, finding: Finding) -> bool:
    if finding.rule != one.rule:
        return False
    if one.within is None:
        return True
    low, high = one.within
    return finding.start is not None and low <= finding.start < high
