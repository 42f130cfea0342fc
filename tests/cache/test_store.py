from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replylint.cache import store
from replylint.cache.store import Store

KEYS = ["0" * 32, "1" * 32]


def test_what_is_saved_is_there_in_the_next_run(tmp_path: Path) -> None:
    first = Store(tmp_path / "new" / "reports.txt")
    first.put(KEYS[0], [1, "è", None])
    assert first.get(KEYS[0]) == [1, "è", None]
    first.save()
    assert Store(tmp_path / "new" / "reports.txt").get(KEYS[0]) == [1, "è", None]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["reports.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "reports.txt")  # reading it would wait for ever
    assert Store(tmp_path / "reports.txt").get(KEYS[0]) is None


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    Store(tmp_path / "reports.txt").save()
    assert list(tmp_path.iterdir()) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.binary(max_size=60), st.integers(0, 120))
def test_damage_loses_reports_and_never_changes_them(
    tmp_path: Path, noise: bytes, place: int
) -> None:
    path = tmp_path / "reports.txt"
    path.unlink(missing_ok=True)
    whole = Store(path)
    for key in KEYS:
        whole.put(key, [key])
    whole.save()
    good = path.read_bytes()
    path.write_bytes(good[:place] + noise + good[place + len(noise) + 1 :])
    damaged = Store(path)
    assert all(damaged.get(key) in (None, [key]) for key in KEYS)
    damaged.put(KEYS[0], ["again"])
    damaged.save()
    assert Store(path).get(KEYS[0]) == ["again"]


def test_the_reports_used_longest_ago_make_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_MOST", 3)
    for at in range(5):
        one = Store(tmp_path / "reports.txt")
        one.put(f"{at:032}", at)
        one.save()
    last = Store(tmp_path / "reports.txt")
    assert [last.get(f"{at:032}") for at in range(5)] == [None, None, 2, 3, 4]


def _write(path: Path, name: str) -> None:
    for at in range(20):
        one = Store(path)
        one.put(f"{name}{at:031}", [name, at])
        one.save()


def test_runs_at_once_leave_a_file_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "reports.txt"
    runs = [multiprocessing.Process(target=_write, args=(path, name)) for name in "abc"]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    after = Store(path)
    found = [after.get(f"{name}{at:031}") for name in "abc" for at in range(20)]
    assert [name for name in "abc" if [name, 19] in found]
    assert all(one is None or one[0] in "abc" for one in found)
    assert [left.name for left in tmp_path.iterdir()] == ["reports.txt"]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    one = Store(tmp_path / "file" / "reports.txt")
    one.put(KEYS[0], 1)
    one.save()
    assert one.get(KEYS[0]) == 1
