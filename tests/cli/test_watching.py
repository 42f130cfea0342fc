from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
import typer

from replylint.cli import session, watching
from replylint.cli.watching import Checked, watched
from replylint.conversation import Draft
from tests.cli.conftest import GOOD, RULES, Cli

RULE = (RULES / "cold-greeting.yaml").read_text("utf-8")


def test_every_save_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("uno")
    checks: list[str] = []
    saves = iter(["due", "", "tre"])

    def sleep(_: float) -> None:
        text = next(saves, None)
        if text is None:
            raise KeyboardInterrupt
        if text:
            draft.write_text(text * 10)

    def once() -> Checked:
        checks.append(draft.read_text())
        if len(checks) == 2:
            raise typer.Exit(2)
        return Checked(1, "it", frozenset())

    monkeypatch.setattr(watching.time, "sleep", sleep)
    assert watched([str(tmp_path)], once, False) == 1
    assert checks == ["uno", "due" * 10, "tre" * 10]


def test_the_report_of_a_check_is_no_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "report.txt"
    waits = iter([False, False, True])

    def sleep(_: float) -> None:
        if next(waits):
            raise KeyboardInterrupt

    def once() -> Checked:
        with report.open("a") as file:
            file.write("un altro controllo\n")
        return Checked(0, "it", frozenset())

    monkeypatch.setattr(watching.time, "sleep", sleep)
    assert watched([str(tmp_path)], once, True, report) == 0
    assert report.read_text() == "un altro controllo\n"


def test_standard_input_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit):
        watched(["-"], lambda: Checked(0, "it", frozenset()), False)
    assert "--watch" in capsys.readouterr().err


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Files with their text, saved one by one while `--watch` waits; then Ctrl-C.

    Between two of them nothing happens for a while, which must not be taken for a save.
    """
    left: list[tuple[str, str]] = []
    quiet = iter([False, True] * 10)

    def sleep(_: float) -> None:
        if next(quiet):
            return
        if not left:
            raise KeyboardInterrupt
        name, text = left.pop(0)
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    monkeypatch.setattr(watching.time, "sleep", sleep)
    return left


def test_every_check_is_under_the_settings_that_hold_then(
    cli: Cli, good: str, saves: list[tuple[str, str]]
) -> None:
    Path(good).write_text("Fatto.\n", encoding="utf-8")
    saves += [
        ("replylint.yaml", "channel: chat\n"),
        ("replylint.yaml", "channel: chatt\n"),
        ("replylint.yaml", "channel: chat\nlang: en\nfail-on: warning\n"),
    ]
    done = cli(good, "--watch")
    assert done.out.splitlines() == [
        "good.txt:1:1: warning no-greeting Manca il saluto.",
        "good.txt:1:1: warning no-greeting There is no greeting.",
    ]
    assert done.err.count("In attesa") == 3
    assert done.err.count("replylint.yaml:1") == 1
    assert done.err.count("Waiting") == 1
    assert done.status == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("c.txt", "Che bravi davvero!"),
        ("th.json", '[{"author": "customer", "text": "Ehi!"}]'),
        ("kb.json", '{"version": 1, "findings": { }}'),
        ("base.yaml", "channel: email"),
        ("more/second.yaml", RULE.replace("cold-greeting", "second")),
        ("more/mine.yaml", RULE.replace("cold-greeting", "mine").replace("hint", "error")),
        ("sub/.replylint.yaml", "channel: email"),
    ],
)
def test_what_lies_beside_the_drafts_is_watched_too(
    cli: Cli, good: str, saves: list[tuple[str, str]], name: str, text: str
) -> None:
    before = {
        "replylint.yaml": "extends: base.yaml\nrules: more\nbaseline: kb.json",
        "base.yaml": "channel: chat",
        "kb.json": '{"version": 1, "findings": {}}',
        "more/mine.yaml": RULE.replace("cold-greeting", "mine"),
        "sub/good.txt": GOOD,
        "c.txt": "Che bravi!",
        "th.json": '[{"author": "customer", "text": "Ehi"}]',
    }
    for path, content in before.items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(content, encoding="utf-8")
    saves.append((name, text))
    paths = [good, "sub/good.txt"]
    done = cli(*paths, "--customer", "@c.txt", "--thread", "th.json", "--watch")
    assert done.err.count("In attesa") == 2, done.err


def test_the_clock_is_read_for_every_check(
    cli: Cli, good: str, saves: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []

    def looked_at(drafts: Iterable[Draft], now: datetime | None) -> Iterable[Draft]:
        looks.append(now)
        return drafts

    monkeypatch.setattr(session, "looked_at", looked_at)
    saves.append((good, GOOD * 2))
    cli(good, "--watch", "--now", "now")
    assert len(looks) == len(set(looks)) == 2


def test_quiet_says_nothing_of_waiting(cli: Cli, good: str, saves: list[tuple[str, str]]) -> None:
    saves.append((good, GOOD * 2))
    assert cli(good, "--watch", "--quiet").err == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--config", "none.yaml"], "none.yaml: cannot be read"),
        (["--customer", "@-"], "--watch: standard input"),
        (["--thread", "-"], "--watch: standard input"),
    ],
)
def test_what_can_never_be_checked_is_not_watched(
    cli: Cli, good: str, saves: list[tuple[str, str]], options: list[str], said: str
) -> None:
    done = cli(good, "--watch", *options)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert done.err.startswith(said)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_watching_ends_on_ctrl_c_with_the_last_status(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Buongiorno Anna, abbiamo riattivato la linea.\n")
    running = subprocess.Popen(
        [sys.executable, "-m", "replylint", ".", "--watch", "--lang", "en", "--format", "concise"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stderr is not None
    while "Waiting" not in running.stderr.readline():
        pass
    (tmp_path / "a.txt").write_text("Purtroppo non possiamo aiutarla: ci scriva in privato.\n")
    while "Waiting" not in running.stderr.readline():
        pass
    time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert "channel-deflection" in out
    assert "Traceback" not in err
    assert running.returncode == 1
