"""The file of a baseline: JSON, sorted, so that the same findings give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from replylint.suppression.baseline import Baseline, Key

VERSION = 1
_MAX_BYTES = 50_000_000
_FORM = 'a baseline is {"version": 1, "findings": {file: {item: {"rule fingerprint": count}}}}'


class BaselineError(Exception):
    """A baseline that cannot be used; its text is one line that begins with the file's path."""


def read_baseline(path: Path) -> Baseline:
    """The baseline that a file holds.

    Raises:
        BaselineError: it cannot be read or is no baseline.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
        if len(raw) > _MAX_BYTES:
            raise BaselineError(f"{path}: larger than {_MAX_BYTES} bytes")
        data = json.loads(raw)
    except OSError as error:
        told = f"{path}: cannot be read: {error.strerror or error}"
        hint = "; `replylint baseline` writes one" if isinstance(error, FileNotFoundError) else ""
        raise BaselineError(told + hint) from None
    except json.JSONDecodeError as error:
        raise BaselineError(f"{path}:{error.lineno}: not JSON: {error.msg}") from None
    except (ValueError, RecursionError):
        raise BaselineError(f"{path}: not JSON: {_FORM}") from None
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise BaselineError(f"{path}: {_FORM}")
    return Baseline(path.parent, dict(_counts(data.get("findings"), path)))


def _counts(findings: Any, path: Path) -> Iterator[tuple[Key, int]]:
    for file, items in _entries(findings, path):
        for item, marks in _entries(items, path):
            for mark, number in _entries(marks, path):
                if isinstance(number, bool) or not isinstance(number, int) or number < 1:
                    raise BaselineError(f"{path}: a count must be 1 or more: {_FORM}")
                yield (file, item, mark), number


def _entries(value: Any, path: Path) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, dict):
        raise BaselineError(f"{path}: {_FORM}")
    yield from value.items()


def baseline_text(baseline: Baseline) -> str:
    """What the file of a baseline holds."""
    findings: dict[str, dict[str, dict[str, int]]] = {}
    for (file, item, mark), number in baseline.counts.items():
        findings.setdefault(file, {}).setdefault(item, {})[mark] = number
    whole = {"version": VERSION, "findings": findings}
    return json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=True) + "\n"
