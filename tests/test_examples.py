"""What examples/README.md says of each example is what the command says of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
ROW = re.compile(r"^\| `(?P<path>[^`]+)`(?: (?P<id>\S+))? \|[^|]*\| (?P<rules>[^|]*) \|$", re.M)

Told = Mapping[tuple[str, str], list[str]]


@pytest.fixture(scope="module")
def told() -> Told:
    """File and item → the rules named in the table, in the order of the alphabet."""
    page = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    return {
        (row["path"], row["id"] or ""): re.findall(r"`([a-z-]+)`", row["rules"])
        for row in ROW.finditer(page)
    }


@pytest.fixture(scope="module")
def found() -> Told:
    """File and item → the rules that the command finds broken."""
    command = [sys.executable, "-m", "replylint", "examples", "--agent", "Elettro Sud"]
    options = ["--isolated", "--no-cache", "--format", "json", "--exit-zero"]
    done = subprocess.run(
        [*command, *options], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    rules: dict[tuple[str, str], list[str]] = {}
    for draft in json.loads(done.stdout)["drafts"]:
        path = Path(draft["path"]).relative_to("examples").as_posix()
        item = "" if draft["id"] == draft["path"] or alone(draft["path"]) else draft["id"]
        rules[path, item.replace(" ", "")] = sorted({one["rule"] for one in draft["findings"]})
    return rules


def alone(path: str) -> bool:
    """Whether a file holds a single conversation, which needs no name in the table."""
    return path.endswith(".yaml")


def test_the_table_names_every_example(told: Told, found: Told) -> None:
    assert told.keys() == found.keys()


def test_the_table_says_what_the_command_says(told: Told, found: Told) -> None:
    assert told == found
