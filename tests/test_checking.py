from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from replylint import Conversation, Draft, Linter, Message
from replylint.cache import Store
from replylint.checking import check_drafts
from replylint.language import pipeline
from tests.cli.conftest import RULES, load_once

ROOT = Path(__file__).parents[1]
REPLIES = ["Ci scriva in privato.", "Buongiorno Anna, fatto.", "", "Ciao {{nome}}, ci scriva."]


@pytest.fixture
def linter(monkeypatch: pytest.MonkeyPatch) -> Linter:
    monkeypatch.setattr("replylint.engine.ruleset.packaged_rules", lambda: RULES)
    monkeypatch.setattr(pipeline, "load", load_once)
    return Linter()


def drafts(count: int) -> list[Draft]:
    asked = (Message("customer", "Terzo giorno senza linea, bravissimi!"),)
    return [
        Draft(Conversation(f"{REPLIES[at % 4]} {at}", asked[: at % 2]), f"{at}.txt", at + 1)
        for at in range(count)
    ]


def test_reports_are_the_same_with_any_number_of_jobs(linter: Linter) -> None:
    given = drafts(70)
    alone = list(check_drafts(linter, given))
    assert alone == list(linter.check_all(given))
    assert list(check_drafts(linter, given, jobs=2)) == alone
    assert list(check_drafts(linter, given, jobs=3)) == alone


def test_only_what_is_new_is_judged(
    linter: Linter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = drafts(6)
    path = tmp_path / "reports.txt"
    before = list(check_drafts(linter, given, Store(path)))
    judged: list[Draft] = []
    real = Linter.check_all

    def check_all(self: Linter, items: list[Draft]) -> object:
        judged.extend(items)
        return real(self, items)

    monkeypatch.setattr(Linter, "check_all", check_all)
    new = Draft(Conversation("Chiami lei."), "new.txt")
    after = list(check_drafts(linter, [*given[:3], new, *given[3:]], Store(path)))
    assert judged == [new]
    assert after[:3] + after[4:] == before


def test_what_is_done_is_kept_when_the_caller_stops(linter: Linter, tmp_path: Path) -> None:
    given = drafts(4)
    reports = check_drafts(linter, given, Store(tmp_path / "reports.txt"))
    next(reports)
    reports.close()  # type: ignore[attr-defined]
    assert (tmp_path / "reports.txt").exists()


def run(
    folder: Path, *arguments: str, program: Sequence[str] = ("-m", "replylint")
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *program, ".", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / ".cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_cached_run_imports_nothing_heavy_and_says_the_same(tmp_path: Path) -> None:
    reply = "Gentile Cliente, purtroppo non possiamo aiutarla: ci scriva in privato.\n"
    (tmp_path / "a.txt").write_text(reply)
    first = run(tmp_path, "--format", "json").communicate()[0]
    assert '"channel-deflection"' in first
    program = (
        "import atexit, sys; from replylint._entry import main;"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr));"
        "main()"
    )
    running = run(tmp_path, "--format", "json", program=("-c", program))
    out, err = running.communicate()
    assert out == first
    assert {"spacy", "numpy", "pydantic"}.isdisjoint(err.split())


def many_drafts(folder: Path) -> None:
    for at in range(2000):
        (folder / f"{at}.txt").write_text(f"Gentile Cliente, ci scriva in privato, è il {at}.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the workers in /proc")
def test_ctrl_c_ends_workers_without_a_traceback(tmp_path: Path) -> None:
    many_drafts(tmp_path)
    running = run(tmp_path, "--jobs", "2", "--no-cache")
    workers = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    while running.poll() is None and not workers.read_text():
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert "Traceback" not in err
    assert running.returncode == 130


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_during_a_callback_is_not_lost(tmp_path: Path, jobs: str) -> None:
    many_drafts(tmp_path)
    program = """
import gc, os, signal
from replylint._entry import main

def press(*_):
    gc.callbacks.remove(press)
    os.kill(os.getpid(), signal.SIGINT)  # what is raised in a callback, Python drops

gc.callbacks.append(press)
main()
"""
    running = run(tmp_path, "--no-cache", "--jobs", jobs, program=("-c", program))
    _, err = running.communicate(timeout=30)
    assert "Traceback" not in err
    assert running.returncode == 130
