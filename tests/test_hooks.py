"""The hooks and the action as their users run them: real pre-commit, the action's own script."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from replylint.userfiles import cache_folder

ROOT = Path(__file__).parents[1]
BAD = "Purtroppo non possiamo aiutarla: ci scriva in privato.\n"
GOOD = "Ciao Anna, abbiamo riattivato la linea: ora funziona.\n"
IDENTITY = {
    "GIT_AUTHOR_NAME": "T",
    "GIT_AUTHOR_EMAIL": "t@example.com",
    "GIT_COMMITTER_NAME": "T",
    "GIT_COMMITTER_EMAIL": "t@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: replylint
      - {{id: replylint-all, stages: [manual]}}
"""


def run(folder: Path, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **IDENTITY, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def commit(folder: Path) -> str:
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x", "--no-verify"]):
        assert run(folder, "git", *command).returncode == 0
    return run(folder, "git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout as a repository that hooks can be installed from."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("replylint", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (".pre-commit-hooks.yaml", "LICENSE", "README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    commit(folder)
    return folder


@pytest.mark.network
def test_the_hooks_with_pre_commit(checkout: Path, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    pre_commit = (sys.executable, "-m", "pre_commit")
    env = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    repo = tmp_path / "repo"
    (repo / "macros").mkdir(parents=True)
    (repo / "macros" / "old.txt").write_text(BAD)
    (repo / "README.md").write_text("Le nostre macro.\n")
    (repo / "package.json").write_text('{"name": "x"}')
    rev = run(checkout, "git", "rev-parse", "HEAD").stdout.strip()
    (repo / ".pre-commit-config.yaml").write_text(CONFIG.format(repo=checkout, rev=rev))
    commit(repo)
    made = run(repo, *pre_commit, "install-hooks", **env)
    if made.returncode:
        pytest.skip(f"pip cannot install the hook here: {made.stdout[-400:]}")
    (repo / "macros" / "new.txt").write_text(GOOD)
    run(repo, "git", "add", "-A")
    assert run(repo, *pre_commit, "run", **env).returncode == 0
    (repo / "macros" / "new.txt").write_text(BAD)
    run(repo, "git", "add", "-A")
    changed = run(repo, *pre_commit, "run", **env)
    assert changed.returncode == 1
    assert "macros/new.txt:1" in changed.stdout
    assert "old.txt" not in changed.stdout
    whole = run(repo, *pre_commit, "run", "--hook-stage", "manual", "replylint-all", **env)
    assert whole.returncode == 1
    assert "macros/old.txt:1" in whole.stdout


def test_each_hook_is_one_process() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert [hook["id"] for hook in hooks] == ["replylint", "replylint-all"]
    assert all(hook["require_serial"] for hook in hooks)


def step(name: str) -> Any:
    """A step of the action."""
    steps = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    return next(one for one in steps if one.get("name") == name)


def run_step(folder: Path, name: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A step's script as a runner calls it."""
    return run(folder, "bash", "-eo", "pipefail", "-c", step(name)["run"], **env)


def script(path: Path, line: str) -> None:
    """A program of one line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="bash")
@pytest.mark.parametrize("programs", ["bin", "Scripts"])
def test_the_script_of_the_action(tmp_path: Path, programs: str) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "a b.txt").write_text(BAD)
    program = tmp_path / "replylint" / programs / "replylint"
    script(program, f'exec {sys.executable} -m replylint "$@"')
    assert "${{" not in step("Check")["run"]
    done = run_step(
        tmp_path,
        "Check",
        RUNNER_TEMP=str(tmp_path),
        GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
        PYTHONPATH=str(ROOT),
        PATHS="macros/a b.txt\n",
        DIFF="",
        ARGS="--channel\nsocial\n",
    )
    assert done.returncode == 1, done.stderr
    assert "::error file=macros/a b.txt,line=1" in done.stdout
    assert "channel-deflection" in (tmp_path / "summary.md").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="bash")
@pytest.mark.parametrize("programs", ["bin", "Scripts"])
def test_the_action_installs_into_its_own_environment(tmp_path: Path, programs: str) -> None:
    own = tmp_path / "replylint" / programs
    script(tmp_path / "own", 'echo "own $*"')
    script(tmp_path / "path" / "python", f"mkdir -p {own}; cp {tmp_path}/own {own}/python")
    done = run_step(
        tmp_path,
        "Install",
        PATH=f"{tmp_path}/path{os.pathsep}{os.environ['PATH']}",
        RUNNER_TEMP=str(tmp_path),
        GITHUB_ACTION_PATH="checkout",
    )
    assert done.stdout == "own -m pip install --quiet checkout\n", done.stderr


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_the_action_keeps_reports_on_every_platform(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", platform)
    kept = cache_folder().relative_to(Path.home()).as_posix()
    assert f"~/{kept}" in step("Reports of earlier runs")["with"]["path"].splitlines()
