"""What is measured: replylint by its public command, and a baseline of regular expressions."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.cases import Case

BASELINE = Path(__file__).with_name("baseline.yaml")
_OPTIONS = (
    *("--min-severity", "hint", "--format", "json", "--exit-zero", "--quiet"),
    *("--isolated", "--no-cache", "--jobs", "1"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: its rule, whether it is only a hint, and its characters in the reply."""

    rule: str
    hint: bool
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Run:
    """What a system said: its name, the mark of its rules, and the findings of each case."""

    name: str
    rules: str
    found: Mapping[str, tuple[Found, ...]]


class RunError(RuntimeError):
    """The command did not do its work; the text is what it said."""


def run_replylint(cases: Sequence[Case]) -> Run:
    """Check all cases in one go, as a user would, hints included.

    Raises:
        RunError: the command failed, or left a case out.
    """
    report = check(case.conversation for case in cases)
    found = {draft["id"]: tuple(_found(draft["findings"])) for draft in report["drafts"]}
    missing = [case.key for case in cases if case.key not in found]
    if missing:
        raise RunError(f"{len(missing)} cases were not judged, {missing[0]} first")
    return Run("replylint", report["tool"]["rules"], found)


def check(conversations: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The JSON report on some conversations, as a user would get it, hints included.

    Raises:
        RunError: the command failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        drafts = Path(folder) / "cases.jsonl"
        lines = (json.dumps(each, ensure_ascii=False) for each in conversations)
        drafts.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, "-m", "replylint", "check", str(drafts), *_OPTIONS]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RunError(done.stderr.strip())
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _found(findings: Iterable[Mapping[str, Any]]) -> Iterator[Found]:
    for finding in findings:
        hint = finding["severity"] == "hint"
        yield Found(finding["rule"], hint, finding["start"], finding["end"])


def run_baseline(cases: Sequence[Case], path: Path = BASELINE) -> Run:
    """Judge all cases by regular expressions alone (see the file for what they may do)."""
    rules = yaml.safe_load(path.read_text("utf-8"))
    compiled = {name: _PatternRule.of(rule) for name, rule in rules.items()}
    found = {
        case.key: tuple(
            finding for name, rule in compiled.items() for finding in rule.findings(name, case)
        )
        for case in cases
    }
    return Run("regular expressions", path.name, found)


@dataclass(frozen=True, slots=True)
class _PatternRule:
    found: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    channels: tuple[str, ...]

    @classmethod
    def of(cls, rule: Mapping[str, Any]) -> _PatternRule:
        return cls(
            _any_of(rule.get("found", ())),
            _any_of(rule.get("unless", ())),
            tuple(rule.get("channels", ())),
        )

    def findings(self, name: str, case: Case) -> Iterator[Found]:
        if not case.reply.strip():
            return
        if self.channels and case.conversation["channel"] not in self.channels:
            return
        if self.unless and self.unless.search(case.reply):
            return
        if self.found is None:
            yield Found(name, False, None, None)
        elif match := self.found.search(case.reply):
            yield Found(name, False, *match.span())


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined, re.IGNORECASE) if patterns else None
