from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer

from replylint.cli import watching
from replylint.cli.watching import watched


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

    def once() -> int:
        checks.append(draft.read_text())
        if len(checks) == 2:
            raise typer.Exit(2)
        return 1

    monkeypatch.setattr(watching.time, "sleep", sleep)
    assert watched([str(tmp_path)], "it", once) == 1
    assert checks == ["uno", "due" * 10, "tre" * 10]


def test_standard_input_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit):
        watched(["-"], "it", lambda: 0)
    assert "--watch" in capsys.readouterr().err


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
