from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.config.toml_source import parse_toml
from replylint.engine.problems import RuleFileError

FILE = Path("pyproject.toml")
TEXT = """\
[project]
name = "x"
channel = "not ours"

[tool.replylint]
# a comment
channel = "chat"
"fail-on" = "hint"
ignore = [
  "a",
  "b",
]
severities.no-solution = "hint"

[tool.replylint.lists]
elsewhere = ["x"]

[[tool.replylint.overrides]]
files = ["a"]

[[tool.replylint.overrides]]
files = ["b"]
public = true
"""


def test_values_and_lines() -> None:
    node = parse_toml(TEXT.encode(), FILE)
    assert node is not None
    assert node.value["ignore"] == ["a", "b"]
    lines = {
        ("channel",): 7,
        ("fail-on",): 8,
        ("ignore",): 9,
        ("ignore", 1): 9,
        ("severities", "no-solution"): 13,
        ("lists",): 15,
        ("lists", "elsewhere"): 16,
        ("overrides", 0, "files"): 19,
        ("overrides", 1): 21,
        ("overrides", 1, "public"): 23,
    }
    assert {place: node.find(place).line for place in lines} == lines
    assert node.keys["channel"] == (7, 1)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"[tool.replylint]\nx =\n", "pyproject.toml:2: not TOML"),
        (b"[tool.replylint]\nx = '\xff'\n", "pyproject.toml:2: not UTF-8"),
        (b"[tool.replylint]\nx = " + b"[" * 5000, "nested too deeply"),
        (b"# replylint" + b" " * 1_000_001, "larger than"),
    ],
)
def test_trouble(raw: bytes, told: str) -> None:
    with pytest.raises(RuleFileError) as error:
        parse_toml(raw, FILE)
    assert told in str(error.value)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="[]tool.replylint=\"'{},# \n1", max_size=60))
def test_any_text_gives_a_node_or_one_line(text: str) -> None:
    try:
        parse_toml(b"[tool.replylint]\n" + text.encode(), FILE)
    except RuleFileError as error:
        assert "\n" not in str(error)
