"""Labelled cases: conversations with the rules that a reader says they break."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, TypeVar

_Item = TypeVar("_Item")
Half = Literal["tuned on", "unseen", "never read"]
HALVES: tuple[Half, ...] = ("tuned on", "unseen", "never read")
"""Of a set that was split in two; the last for a set no part of which rule authors have read."""

_CONTEXT = ("channel", "public", "thread", "reply", "reply_at")
_TITLES = {
    "dev": "written",
    "real": "real",
    "fresh-written": "fresh written",
    "fresh-reviews": "fresh review",
    "everyday-reviews": "everyday review",
    "app-reviews": "app review",
    "ordinary-reviews": "ordinary review",
    "wishes": "wish",
}


class LabelsError(ValueError):
    """A file of cases that cannot be read; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Label:
    """A rule that a case breaks, and the clearest words where it does (None: nowhere)."""

    rule: str
    quote: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A conversation and its labels.

    Attributes:
        key: unique over all sets.
        source: the set it belongs to ("written", "real", or the name of its file).
        conversation: what the linter may see; no label is in it.
        expect: the errors and warnings that it commits.
        hints: the hint rules that hold; None where nobody labelled them.
        maybe: rules on which fair readers differ; left out of every count.
    """

    key: str
    source: str
    half: Half
    conversation: dict[str, Any]
    expect: tuple[Label, ...]
    hints: tuple[str, ...] | None
    maybe: frozenset[str]

    @property
    def reply(self) -> str:
        """The reply as written; empty when there is none."""
        return self.conversation["reply"] or ""


def half_of(identifier: str) -> Half:
    """The half of a case that does not say: even SHA-256 of its id = tuned on, odd = unseen."""
    return HALVES[int(sha256(identifier.encode()).hexdigest(), 16) % 2]


def read_cases(paths: Iterable[Path]) -> tuple[Case, ...]:
    """Every labelled case of some files, or of the JSON Lines files in some folders.

    Files of a folder whose lines have no `expect` hold something else and are passed over.

    Raises:
        LabelsError: a file that cannot be read, or nothing labelled anywhere.
    """
    cases = tuple(case for path in _files(paths) for case in _read(path))
    if not cases:
        raise LabelsError("no labelled case found: lines with `reply` and `expect` are needed")
    return cases


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.jsonl")) if path.is_dir() else [path]


def _read(path: Path) -> Iterator[Case]:
    source = _TITLES.get(path.stem, path.stem)
    return read_lines(path, "not a labelled case", lambda line: _labelled(line, source))


def read_lines(path: Path, wrong: str, read: Callable[[str], _Item | None]) -> Iterator[_Item]:
    """What is made of each line of a JSON Lines file; where that is None the line is passed over.

    `read` may raise KeyError, TypeError or ValueError; `wrong` says what the line is then.

    Raises:
        LabelsError: a file that cannot be read, or a line that `read` refuses.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise LabelsError(f"{path}: {error}") from None
    for number, line in enumerate(lines, 1):
        try:
            item = read(line)
        except (KeyError, TypeError, ValueError) as error:
            raise LabelsError(f"{path}:{number}: {wrong} ({error!r})") from None
        if item is not None:
            yield item


def _labelled(line: str, source: str) -> Case | None:
    item = json.loads(line) if line.strip() else {}
    return _case(item, source) if "expect" in item else None


def _case(item: dict[str, Any], source: str) -> Case:
    key = f"{source}/{item['id']}"
    hints = item.get("hints")
    return Case(
        key=key,
        source=source,
        half=item.get("half", half_of(str(item["id"]))),
        conversation={"id": key, **{name: item.get(name) for name in _CONTEXT}},
        expect=tuple(Label(label["rule"], label.get("quote")) for label in item["expect"]),
        hints=None if hints is None else tuple(hints),
        maybe=frozenset(item.get("maybe", ())),
    )
