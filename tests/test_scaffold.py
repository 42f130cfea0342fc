from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from replylint import scaffold
from replylint.scaffold import library, repository, steps, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path.resolve()


@pytest.mark.parametrize(
    ("folders", "found"),
    [
        (["docs", "support/Macros", "risposte"], "risposte"),
        (["support/canned responses"], "support/canned responses"),
        ([".git/macros", "node_modules/macros", "a/b/c/macros", "macrosomia"], "."),
    ],
)
def test_the_library_is_found_by_its_name(root: Path, folders: list[str], found: str) -> None:
    for folder in folders:
        (root / folder).mkdir(parents=True)
    assert library(root) == root / found


def test_what_is_written_can_be_read(root: Path) -> None:
    (root / "le mie: 'macro'").mkdir()
    for step in steps(root, root / "le mie: 'macro'", in_git=True):
        write(step)
    hook = yaml.safe_load((root / ".pre-commit-config.yaml").read_text())
    assert hook["repos"][0]["hooks"][0]["files"] == r"^le\ mie:\ 'macro'/"
    flow = yaml.safe_load((root / ".github/workflows/replylint.yml").read_text())
    last = flow["jobs"]["replylint"]["steps"][-1]
    assert last["with"]["paths"] == "le mie: 'macro'"
    assert yaml.safe_load((root / "replylint.yaml").read_text()) == {
        "lang": "it",
        "fail-on": "error",
    }


def test_nothing_is_overwritten(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool.replylint]\nlang = 'en'\n")
    (root / ".pre-commit-config.yaml").write_text("repos: []\n")
    found = {step.path.name: step for step in steps(root, root, in_git=True)}
    assert found["pyproject.toml"].there
    assert found[".pre-commit-config.yaml"].there
    with pytest.raises(FileExistsError):
        write(found[".pre-commit-config.yaml"])
    assert (root / ".pre-commit-config.yaml").read_text() == "repos: []\n"


def test_no_workflow_where_gitlab_runs(root: Path) -> None:
    (root / ".gitlab-ci.yml").write_text("")
    assert not [step for step in steps(root, root, in_git=True) if ".github" in step.path.parts]


def test_the_repository_of_a_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "a").mkdir()
    assert repository(root / "a") == root
    monkeypatch.setenv("PATH", "")
    assert scaffold.repository(root) is None
