from __future__ import annotations

import subprocess
from pathlib import Path

from tests.cli.conftest import BAD, Cli


def test_a_repository_is_set_up_and_checked_once(cli: Cli, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "a.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n")
    done = cli("init")
    assert done.status == 0, done.err
    assert "replylint.yaml: written" in done.out
    assert ".pre-commit-config.yaml: there already, left as it is" in done.out
    assert "- id: replylint" in done.out
    assert "1 errore" in done.out
    assert "replylint baseline" in done.err
    again = cli("init")
    assert again.status == 0
    assert "written" not in again.out


def test_outside_of_git_only_a_configuration(cli: Cli, tmp_path: Path) -> None:
    done = cli("init")
    assert done.status == 0, done.err
    assert [path.name for path in tmp_path.iterdir()] == ["replylint.yaml"]


def test_no_such_folder(cli: Cli) -> None:
    assert cli("init", "nowhere").status == 2
