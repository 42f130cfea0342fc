from __future__ import annotations

import re

from replylint.reporters.github import render
from tests.reporters.reports import VIEW, hostile, usual

# What the runner reads as a command (actions/runner, ActionCommand.cs): a line that begins so.
COMMAND = re.compile(r"::(?P<name>[a-z-]+) (?P<properties>.*?)::(?P<data>.*)")


def parsed(text: str) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.partition("=")[::2] for pair in match["properties"].split(","))
        found.append((match["name"], dict(pairs), match["data"]))
    return found


def test_commands_for_findings_and_problems() -> None:
    first, second, third = parsed(render(usual(), VIEW))
    assert first == (
        "error",
        {
            "file": "casi/risposta.txt",
            "line": "2",
            "endLine": "2",
            "title": "channel-deflection (tw-17)",
            "col": "84",
            "endColumn": "110",
        },
        "Manda il cliente altrove.%0ADica qui che cosa è stato fatto.",
    )
    assert second[0] == "warning"
    assert third == ("error", {"file": "rotta.json", "line": "3"}, "manca una virgola")


def test_a_draft_cannot_give_commands() -> None:
    commands = parsed(render(hostile(), VIEW))
    assert [name for name, _, _ in commands] == ["error", "warning", "error"]
    for _, properties, _ in commands:
        assert set(properties) <= {"file", "line", "endLine", "title", "col", "endColumn"}
    found, _, unread = (data for _, _, data in commands)
    assert "%250A" in found
    assert "%250A" in unread
