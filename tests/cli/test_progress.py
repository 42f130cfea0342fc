from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from replylint.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_short_work_shows_nothing(terminal: Terminal) -> None:
    assert list(progress.tracked(range(3), 3, "Controllo")) == [0, 1, 2]
    assert terminal.getvalue() == ""


def test_long_work_shows_a_bar(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    assert list(progress.tracked(range(3), 3, "Controllo")) == [0, 1, 2]
    assert "Controllo" in terminal.getvalue()
    assert "3/3" in terminal.getvalue()


def test_no_bar_where_none_is_wanted(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    list(progress.tracked(range(3), 3, "Controllo", wanted=False))
    assert terminal.getvalue() == ""


def test_no_bar_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    list(progress.tracked(range(3), 3, "Controllo"))
    assert capsys.readouterr().err == ""
