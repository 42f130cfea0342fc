from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from replylint.conversation import Draft
from replylint.gitdiff import Changes, GitError, changes_since
from replylint.readers import (
    STDIN,
    Defaults,
    FoundFile,
    UnreadableError,
    find_files,
    read_file,
)
from tests.locked import locked

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    monkeypatch.chdir(tmp_path)
    for name, value in (
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_AUTHOR_NAME", "T"),
        ("GIT_AUTHOR_EMAIL", "t@example.com"),
        ("GIT_COMMITTER_NAME", "T"),
        ("GIT_COMMITTER_EMAIL", "t@example.com"),
    ):
        monkeypatch.setenv(name, value)

    def run(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    run("init", "-q", "-b", "main")
    return run


def commit(git: Git) -> None:
    git("add", "-A")
    git("commit", "-qm", "x")


def drafts(changes: Changes, path: str) -> list[str]:
    found = FoundFile(path, True)
    items = changes.of(found, Defaults(), read_file(found, Defaults()))
    return [str(item.conversation.reply) for item in items if isinstance(item, Draft)]


def test_files_that_changed_are_new_or_were_renamed(git: Git) -> None:
    for name in ("same.txt", "edited.txt", "gone.txt", "moved.txt"):
        Path(name).write_text(f"Buongiorno da {name}, abbiamo fatto tutto.\n")
    Path(".gitignore").write_text("ignored.txt\n")
    commit(git)
    Path("edited.txt").write_text("Salve.\n")
    Path("gone.txt").unlink()
    git("mv", "moved.txt", "città è.txt")
    Path("new.txt").write_text("Salve.\n")
    Path("ignored.txt").write_text("Salve.\n")
    found = changes_since("HEAD")
    names = ("same.txt", "edited.txt", "gone.txt", "città è.txt", "new.txt", "ignored.txt")
    changed = [name for name in names if found.has(FoundFile(name, False))]
    assert changed == ["edited.txt", "città è.txt", "new.txt"]
    assert found.has(FoundFile(STDIN, True))
    assert drafts(found, "città è.txt") == []
    assert drafts(found, "edited.txt") == ["Salve.\n"]


def test_an_ignored_file_that_is_named_is_new(git: Git) -> None:
    Path(".gitignore").write_text("ignored.txt\n")
    Path("same.txt").write_text("Salve.\n")
    commit(git)
    Path("ignored.txt").write_text("Salve.\n")
    found = changes_since("HEAD")
    assert found.has(FoundFile("ignored.txt", True))
    assert drafts(found, "ignored.txt") == ["Salve.\n"]
    assert not found.has(FoundFile("same.txt", True))


def test_a_locked_folder_is_told_with_diff_too(git: Git) -> None:
    commit_one(git)
    Path("sub").mkdir()
    Path("sub/new.txt").write_text("Salve.\n")
    with locked("sub"):
        (found,) = (each for each in find_files(["."]) if "sub" in each.path)
        assert isinstance(found, FoundFile)
        assert changes_since("HEAD").has(found)


def commit_one(git: Git) -> None:
    Path("same.txt").write_text("Salve.\n")
    commit(git)


def test_git_knows_nothing_of_files_elsewhere(
    git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "a.txt"
    outside.write_text("Salve.\n")
    Path("link.txt").symlink_to(outside)
    commit(git)
    found = changes_since("HEAD")
    for named in (True, False):
        with pytest.raises(UnreadableError, match="outside the repository"):
            found.has(FoundFile(str(outside), named))
    assert found.has(FoundFile("link.txt", True))
    assert not found.has(FoundFile("link.txt", False))


def test_of_a_library_only_the_replies_that_changed(git: Git) -> None:
    macros = [{"id": str(at), "reply": f"Risposta {at}."} for at in range(4)]
    Path("macros.json").write_text(json.dumps(macros))
    commit(git)
    macros[2]["reply"] = "Altro."
    macros.insert(0, {"id": "new", "reply": "Nuova."})
    Path("macros.json").write_text(json.dumps(macros, indent=2))
    assert drafts(changes_since("HEAD"), "macros.json") == ["Nuova.", "Altro."]


def test_a_suppression_taken_away_is_a_change(git: Git) -> None:
    Path("a.yaml").write_text("- reply: Ci scriva.  # replylint: ignore no-solution: old\n")
    commit(git)
    Path("a.yaml").write_text("- reply: Ci scriva.\n")
    assert drafts(changes_since("HEAD"), "a.yaml")


def test_lines_that_end_otherwise_are_no_change(git: Git) -> None:
    def write(end: str, *rows: str) -> None:
        lines = ("id,customer,reply", *rows, "")
        Path("m.csv").write_bytes(end.join(lines).replace("\n", end).encode())

    two_lines = '1,"Salve,\nchiedo.","Buongiorno,\n<!-- replylint: ignore-next-line a -->\necco."'
    write("\n", two_lines)
    commit(git)
    write("\r\n", two_lines, "2,,Nuova.")
    assert drafts(changes_since("HEAD"), "m.csv") == ["Nuova."]
    git("config", "core.autocrlf", "true")
    git("rm", "-q", "--cached", "m.csv")
    git("reset", "-q", "--hard")
    assert b"\r\n" in Path("m.csv").read_bytes()
    with Path("m.csv").open("ab") as file:
        file.write(b"3,,Altra.\r\n")
    assert drafts(changes_since("HEAD"), "m.csv") == ["Altra."]


def test_what_others_added_to_the_branch_meanwhile_is_not_ours(git: Git) -> None:
    Path("a.txt").write_text("Salve.\n")
    commit(git)
    git("switch", "-qc", "work")
    git("switch", "-q", "main")
    Path("theirs.txt").write_text("Salve.\n")
    commit(git)
    git("switch", "-q", "work")
    Path("ours.txt").write_text("Salve.\n")
    commit(git)
    assert {Path(path).name for path in changes_since("main").files} == {"ours.txt"}


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "", "HEAD:a.txt"])
def test_no_such_ref(git: Git, ref: str) -> None:
    Path("a.txt").write_text("Salve.\n")
    commit(git)
    with pytest.raises(GitError, match="no commit"):
        changes_since(ref)
    assert not Path("x").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match="git"):
        changes_since("HEAD")


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git cannot be run"):
        changes_since("HEAD")
