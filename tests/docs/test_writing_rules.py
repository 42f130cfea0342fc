"""What the page on writing rules shows is what happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from replylint.engine.facts import FACTS
from replylint.engine.likely import PREFIX
from replylint.engine.schema import Act, ClausePattern
from replylint.engine.schema_rules import Rule
from tests.docs.pages import ROOT, blocks, page

PAGE = "writing-rules.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of the worked example."""
    for block in blocks(PAGE, "yaml"):
        head, _, body = block.partition("\n")
        path = tmp_path / "rules" / head.removeprefix("# file: ")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return tmp_path / "rules"


def replylint(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "replylint", *map(str, arguments), "--lang", "en"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100"},
    )


def test_the_worked_example_does_what_its_tests_say(folder: Path) -> None:
    done = replylint("test", folder)
    assert (done.stdout, done.returncode) == ("18 examples: all as expected\n", 0)


def test_explain_shows_what_the_page_shows(folder: Path) -> None:
    draft = folder.parent / "draft.txt"
    draft.write_text("Buongiorno, le risponderemo al più presto.\n", encoding="utf-8")
    done = replylint("explain", draft, "--rules", folder, "--select", "no-date")
    (shown,) = blocks(PAGE, "text")
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert [line for line in shown.splitlines() if line not in lines] == []
    options = ("--rules", folder, "--select", "no-date", "--channel", "chat")
    assert "no-date" in replylint("check", draft, *options).stdout


def test_every_key_and_fact_is_told() -> None:
    text = page(PAGE)
    kinds = (Act, ClausePattern, Rule)
    keys = {field.name.rstrip("_") for kind in kinds for field in fields(kind)}
    assert [key for key in sorted(keys) if f"`{key}`" not in text] == []
    listed = re.search(r"<!-- facts -->(.*)<!-- end of facts -->", text)
    assert listed is not None
    told = {f"{PREFIX}RULE" if name.startswith(PREFIX) else name for name in FACTS}
    assert re.findall(r"`([^`]+)`", listed[1]) == sorted(told)
