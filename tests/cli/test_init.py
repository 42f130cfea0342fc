from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

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


def test_what_is_there_but_cannot_be_read(cli: Cli, tmp_path: Path) -> None:
    config = tmp_path / "replylint.yaml"
    config.symlink_to("nowhere.yaml")
    done = cli("init")
    assert done.status == 2
    assert "replylint.yaml: a link to a file that is not there; mend it or remove it" in done.err
    config.unlink()
    config.mkdir()
    done = cli("init")
    assert done.status == 2
    assert "replylint.yaml: there already, but cannot be read: " in done.err


def test_a_configuration_that_links_out_of_the_folder_is_left_as_it_is(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shared.yaml").write_text("lang: en  # replylint\n")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir("sub")
    Path("replylint.yaml").symlink_to("../shared.yaml")
    done = cli("init")
    assert done.status == 0, done.err
    assert "replylint.yaml: there already, left as it is" in done.out
