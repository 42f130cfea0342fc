"""The command line in-process, on the real pipeline (loaded once) and a small set of rules."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from replylint import _entry
from replylint.engine import ruleset
from replylint.language import pipeline

RULES = Path(__file__).parent / "rules"
BAD = "Gentile cliente,\nci scriva in privato con il numero d'ordine.\n"
GOOD = "Buongiorno Anna, abbiamo riattivato la linea.\n"

load_once = cache(pipeline.load)


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str


Cli = Callable[..., Done]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Cli:
    """Run `replylint` with arguments (and standard input) in an empty folder."""
    monkeypatch.setattr(ruleset, "packaged_rules", lambda: RULES)
    monkeypatch.setattr(pipeline, "load", load_once)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "REPLYLINT_DEBUG", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "argv", ["replylint", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capsys.readouterr()
        status: object = 0
        try:
            _entry.main()
        except SystemExit as end:
            status = end.code or 0
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return Done(status, out, err)

    return run


@pytest.fixture
def bad(tmp_path: Path) -> str:
    """A draft with one error (and a hint)."""
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    return "bad.txt"


@pytest.fixture
def good(tmp_path: Path) -> str:
    """A draft without errors."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return "good.txt"
