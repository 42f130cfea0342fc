from __future__ import annotations

import os
from pathlib import Path

import pytest

from replylint.cache import folder, open_store


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def save(setting: str, place: Path | None = None, size: int = 1) -> None:
    one = open_store(setting, place)
    one.put("0" * 32, "x" * size)
    one.save()


def kept(place: Path) -> list[str]:
    return sorted(path.name for path in place.rglob("reports-*"))


def test_projects_are_apart(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save("a")
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    assert open_store("a").get("0" * 32) is None
    save("a")
    assert kept(home) == ["reports-a.txt"] * 2


def test_a_folder_of_ones_own(home: Path, tmp_path: Path) -> None:
    save("a", tmp_path / ".replylint_cache")
    assert kept(tmp_path / ".replylint_cache") == ["reports-a.txt"]
    assert not home.exists()


def test_old_settings_make_room(tmp_path: Path) -> None:
    for age, setting in enumerate("abcdef"):
        save(setting, tmp_path / "own")
        os.utime(tmp_path / "own" / f"reports-{setting}.txt", (age, age))
    assert kept(tmp_path / "own") == [f"reports-{setting}.txt" for setting in "cdef"]


def test_all_projects_together_are_bounded(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_MOST_BYTES", 3000)
    for name in "abcd":
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        save(name, size=1000)
        os.utime(next(home.rglob(f"reports-{name}.txt")), (ord(name), ord(name)))
    # Room is made before a file is written, so that the newest may come on top.
    assert kept(home) == ["reports-b.txt", "reports-c.txt", "reports-d.txt"]


def test_no_home_folder_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError()))
    save("a")


def test_only_files_of_ours_are_dropped(tmp_path: Path) -> None:
    theirs = tmp_path / "own" / "reports-2019.txt"
    below = tmp_path / "own" / "deep" / "reports-a.txt"
    for path in (theirs, below):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("vendite", encoding="utf-8")
        os.utime(path, (1, 1))
    for setting in "abcdef":
        save(setting, tmp_path / "own")
    assert theirs.exists() and below.exists()
