from __future__ import annotations

import os
import select
import signal
import sys
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from replylint import Conversation, Draft, Linter, workers
from replylint.language import pipeline
from replylint.workers import WorkerError, check_with_workers, worker_count
from tests.cli.conftest import RULES, load_once


def test_several_workers_only_where_they_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_cores", lambda: 4)
    assert worker_count("auto", 20) == 1
    assert worker_count("auto", 5000) == 4
    assert worker_count(3, 5000) == 3
    assert worker_count(3, 10) == 1
    assert worker_count(3, 0) == 1


def test_a_linter_goes_to_another_process_without_its_pipeline(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pipeline, "load", load_once)
    linter = Linter()
    _ = linter.nlp
    assert "nlp" in linter.__dict__
    assert "nlp" not in linter.__getstate__()


def test_a_worker_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replylint.engine.ruleset.packaged_rules", lambda: RULES)
    monkeypatch.setattr(pipeline, "load", load_once)
    monkeypatch.setattr(workers, "_begin", _die)
    drafts = [Draft(Conversation("Ci scriva in privato."), "a.txt")]
    with pytest.raises(WorkerError, match="--jobs 1"):
        list(check_with_workers(Linter(), drafts, 1))


def _die(_: Linter) -> None:
    os._exit(9)


def test_paths_of_large_files_are_not_sent() -> None:
    draft = Draft(Conversation("Salve."), str(Path("a.txt")))
    ((sent,),) = workers._chunks([draft])
    assert sent == (draft.conversation, "plain")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked")
def test_a_worker_ends_when_its_parent_is_killed() -> None:
    reading, writing = os.pipe()
    parent = get_context("fork").Process(target=_run_a_worker, args=(writing,))
    parent.start()
    os.close(writing)
    assert os.read(reading, 1) == b"1"
    os.kill(parent.pid or 0, signal.SIGKILL)
    parent.join()
    # The worker has the other end: it can be read to its end once the worker is gone.
    assert select.select([reading], [], [], 20)[0]
    assert os.read(reading, 1) == b""
    os.close(reading)


def _run_a_worker(writing: int) -> None:
    worker = get_context("fork").Process(target=_begin_and_wait, args=(writing,))
    worker.start()
    worker.join()


def _begin_and_wait(writing: int) -> None:
    workers._begin(None)  # type: ignore[arg-type]
    os.write(writing, b"1")
    time.sleep(60)
