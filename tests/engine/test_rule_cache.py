from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replylint.engine import rule_cache
from replylint.engine.ruleset import RuleSet, build_ruleset, rule_files
from tests.engine.conftest import RULES


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[RuleSet, Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    ruleset = build_ruleset(rule_files(RULES), "abc")
    rule_cache.save("abc", ruleset)
    (path,) = (tmp_path / "replylint").glob("rules-abc-*.json")
    return ruleset, path


def test_what_is_kept_comes_back_the_same(kept: tuple[RuleSet, Path]) -> None:
    ruleset, _ = kept
    assert rule_cache.load("abc") == ruleset
    assert rule_cache.load("other") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_not_read(kept: tuple[RuleSet, Path]) -> None:
    _, path = kept
    path.unlink()
    os.mkfifo(path)  # reading it would wait for ever
    assert rule_cache.load("abc") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(max_size=100), st.integers(0, 5000))
def test_a_damaged_cache_is_none(kept: tuple[RuleSet, Path], noise: bytes, place: int) -> None:
    _, path = kept
    whole = path.read_bytes()
    damaged = whole[:place] + noise + whole[place + len(noise) + 1 :]
    try:
        path.write_bytes(damaged)
        assert rule_cache.load("abc") is None
    finally:
        path.write_bytes(whole)


def test_a_cache_that_is_json_of_something_else_is_none(kept: tuple[RuleSet, Path]) -> None:
    _, path = kept
    for text in ("[]", "{}", '{"acts": {"": "Path"}}', "[" * 10_000):
        path.write_text(f"{rule_cache._checksum(text)}\n{text}")
        assert rule_cache.load("abc") is None


def test_a_folder_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    rule_cache.save("abc", RuleSet())
    assert rule_cache.load("abc") is None


def test_only_the_newest_are_kept(kept: tuple[RuleSet, Path]) -> None:
    _, path = kept
    for number in range(20):
        rule_cache.save(f"h{number}", RuleSet())
    assert len(list(path.parent.iterdir())) == 8
