from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import BAD, GOOD, Cli


@pytest.mark.parametrize("jobs", ["0", "x", "-1", "1.5", "1000", "²"])
def test_jobs_are_a_number_or_auto(cli: Cli, bad: str, jobs: str) -> None:
    done = cli(bad, f"--jobs={jobs}")
    assert done.status == 2
    assert f"--jobs: '{jobs}'" in done.err


def test_any_way_of_running_says_the_same(cli: Cli, tmp_path: Path) -> None:
    for at in range(40):
        (tmp_path / f"{at}.txt").write_text(f"{(BAD, GOOD)[at % 2]} {at}", encoding="utf-8")
    fresh = cli(".", "--no-cache", "--jobs", "1", "--format", "json")
    assert fresh.status == 1
    assert cli(".", "--no-cache", "--jobs", "2", "--format", "json") == fresh
    assert cli(".", "--format", "json") == fresh
    assert cli(".", "--format", "json") == fresh


def test_reports_are_kept_where_the_configuration_says(cli: Cli, bad: str, tmp_path: Path) -> None:
    (tmp_path / "replylint.yaml").write_text("cache-dir: .replylint_cache\n")
    fresh = cli(bad)
    assert [path.name[:8] for path in (tmp_path / ".replylint_cache").iterdir()] == ["reports-"]
    assert cli(bad) == fresh


def test_only_what_changed(
    cli: Cli, bad: str, good: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    assert cli(".", "--diff", "HEAD").status == 0
    (tmp_path / good).write_text(BAD, encoding="utf-8")
    done = cli(".", "--diff", "HEAD", "--format", "concise")
    assert done.status == 1
    assert "bad.txt" not in done.out
    assert cli(".", "--diff", "nowhere").status == 2
    outside = tmp_path_factory.mktemp("elsewhere") / "a.txt"
    outside.write_text(BAD, encoding="utf-8")
    done = cli(outside, "--diff", "HEAD")
    assert (done.status, done.out) == (2, "")
    assert f"{outside}: sta fuori dal repository" in done.err


def test_files_without_replies_may_be_named_by_a_hook(cli: Cli, bad: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Come si usa.", encoding="utf-8")
    (tmp_path / "package.json").write_text('{"name": "x"}', encoding="utf-8")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "a.txt").write_text(BAD, encoding="utf-8")
    named = ["README.md", "package.json", ".github/a.txt", bad]
    assert cli(*named).status == 2
    done = cli("--force-exclude", *named, "--format", "json")
    assert done.status == 1
    assert '"drafts": 1,' in done.out


def test_statistics_instead_of_findings(cli: Cli, bad: str) -> None:
    done = cli(bad, "--statistics")
    assert done.status == 1
    assert done.out.startswith("1\terror\t")
    assert cli(bad, "--statistics", "--format", "json").status == 2
