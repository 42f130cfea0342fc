"""The command as a process of its own: few runs, since each takes about a second."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from replylint import __version__, _entry
from replylint.cli import with_command
from tests.cli.conftest import Cli

ROOT = Path(__file__).parents[2]
DRAFT = "Gentile Cliente, purtroppo non possiamo aiutarla: ci scriva in privato.\n"


def run(
    *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "replylint", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        timeout=120,
        check=False,
    )


def test_a_draft_from_standard_input() -> None:
    done = run("-", "--format", "json", stdin=DRAFT.encode())
    assert done.returncode == 1, done.stderr
    assert b'"rule": "channel-deflection"' in done.stdout


def test_encoding_is_utf8_where_the_locale_is_smaller() -> None:
    done = run(
        "-",
        "--format",
        "text",
        stdin=DRAFT.encode(),
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
    )
    assert done.returncode == 1, done.stderr
    assert "perché" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["check", "--help"], ["rules"], ["rule", "no-solution"]],
)
def test_nothing_heavy_is_imported_for(arguments: list[str]) -> None:
    program = (
        "import atexit, sys; from replylint._entry import main;"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr));"
        f"sys.argv = ['replylint', *{arguments}]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout
    imported = {name.partition(".")[0] for name in done.stderr.split()}
    assert not imported & {"spacy", "numpy", "thinc"}


@pytest.mark.parametrize("arguments", ["rules", "--version"])
def test_a_reader_that_goes_away_is_no_error(arguments: str) -> None:
    command = f"{sys.executable} -m replylint {arguments} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout == "0\n"
    assert done.stderr == ""


def in_bash(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", f"{sys.executable} -m replylint {command}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="bash")
@pytest.mark.parametrize(("command", "status"), [("rules >&-", 0), ("nowhere.txt >&- 2>&-", 2)])
def test_streams_may_be_closed(command: str, status: int) -> None:
    done = in_bash(command)
    assert (done.returncode, done.stdout, done.stderr) == (status, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="bash")
def test_no_standard_input_is_an_empty_one() -> None:
    assert (
        in_bash("- --format concise <&-").stdout == in_bash("- --format concise </dev/null").stdout
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_in_one_line() -> None:
    done = in_bash("rules >/dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith("replylint: [Errno 28]")
    assert done.stderr.count("\n") == 1
    assert "report" not in done.stderr


@pytest.mark.parametrize("where", ["replylint.cli.run", "replylint.cli.session.read_inputs"])
def test_interrupted(where: str, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(where, interrupt)
    done = cli("-")
    assert done.status == 130
    assert "Traceback" not in done.err


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(arguments: list[str]) -> None:
        raise RuntimeError("inside\x1b[31m\nout")

    monkeypatch.setattr("replylint.cli.run", fail)
    monkeypatch.setattr(sys, "argv", ["replylint", "x"])


@pytest.mark.usefixtures("broken")
def test_the_unforeseen_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("REPLYLINT_DEBUG", raising=False)
    with pytest.raises(SystemExit) as end:
        _entry.main()
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.startswith("replylint: unexpected RuntimeError: inside")
    assert "\x1b" not in told


@pytest.mark.usefixtures("broken")
def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYLINT_DEBUG", "1")
    with pytest.raises(RuntimeError):
        _entry.main()


def test_version(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["replylint", "--version"])
    _entry.main()
    assert capsys.readouterr().out == f"replylint {__version__}\n"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ([], []),
        (["draft.txt"], ["check", "draft.txt"]),
        (["-"], ["check", "-"]),
        (["--lang", "en", "draft.txt"], ["check", "--lang", "en", "draft.txt"]),
        (["check", "rules"], ["check", "rules"]),
        (["rules"], ["rules"]),
        (["./rules"], ["check", "./rules"]),
        (["--help"], ["--help"]),
        (["-h"], ["-h"]),
    ],
)
def test_check_is_the_default_command(given: list[str], meant: list[str]) -> None:
    assert with_command(given) == meant
