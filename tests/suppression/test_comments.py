"""Suppressions through the command: what is silent, counted, or told to be of no use."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Cli
from tests.config.conftest import Write

pytestmark = pytest.mark.usefixtures("write")
REDIRECT = "Ci scriva in privato."


def test_a_comment_silences_its_rule_and_is_counted(cli: Cli, write: Write) -> None:
    write("x.md", f"<!-- replylint: ignore sends-away: così è -->\n{REDIRECT}\n")
    done = cli("x.md")
    assert (done.status, done.out) == (0, "")
    assert "1 bozza: niente da segnalare, 1 soppressa" in done.err
    assert json.loads(cli("x.md", "-f", "json").out)["summary"]["suppressed"] == 1
    assert "1 suppressed" in cli("x.md", "--lang", "en", "-f", "text").out


def test_front_matter_does_too(cli: Cli, write: Write) -> None:
    write("x.txt", f"---\nignore: [sends-away]\n---\n{REDIRECT}\n")
    assert cli("x.txt").status == 0


def test_the_next_line_only(cli: Cli, write: Write) -> None:
    comment = "<!-- replylint: ignore-next-line sends-away -->"
    write("x.md", f"{REDIRECT}\n\n{comment}\n{REDIRECT}\n\nEcco il numero verde.\n")
    done = cli("x.md")
    assert [line.split(":")[1] for line in done.out.splitlines()] == ["1", "6"]
    assert "1 soppressa" in done.err


def test_the_whole_file(cli: Cli, write: Write) -> None:
    write(
        "x.yaml",
        f"# replylint: ignore-file sends-away\n- reply: {REDIRECT}\n- reply: {REDIRECT}\n",
    )
    assert "2 soppresse" in cli("x.yaml").err
    write("x.yaml", f"# replylint: ignore sends-away\n- reply: {REDIRECT}\n- reply: {REDIRECT}\n")
    assert cli("x.yaml").out.startswith("x.yaml:3:")


def test_what_is_too_mild_is_not_counted(cli: Cli, write: Write) -> None:
    write("x.md", "<!-- replylint: ignore cold-greeting -->\nBuongiorno!\n")
    done = cli("x.md")
    assert "soppress" not in done.err


@pytest.mark.parametrize("name", ["concise", "text", "json"])
def test_one_of_no_use_is_told_and_the_status_unaffected(cli: Cli, write: Write, name: str) -> None:
    write("x.md", "Ecco.\n<!-- replylint: ignore sends-away -->\n")
    done = cli("x.md", "-f", name)
    assert done.status == 0
    shown = done.out if name == "text" else done.err
    assert "x.md:2: la soppressione di «sends-away» non serve" in shown
    assert "non serve" not in cli("x.md", "-f", name, "--quiet").err


def test_of_use_in_one_draft_of_the_file_is_enough(cli: Cli, write: Write) -> None:
    write("x.yaml", f"# replylint: ignore-file sends-away\n- reply: Ecco.\n- reply: {REDIRECT}\n")
    assert "non serve" not in cli("x.yaml").err


def test_nothing_is_said_of_a_rule_that_was_not_judged(cli: Cli, write: Write) -> None:
    write("x.md", "Ecco.\n<!-- replylint: ignore no-greeting, sends-away -->\n")
    assert "no-greeting" not in cli("x.md", "--ignore", "sends-away", "--min-severity", "error").err
    assert "sends-away" not in cli("x.md", "--ignore", "sends-away").err


@pytest.mark.parametrize("skipped_last", [True, False])
def test_judged_in_one_draft_is_judged_whatever_the_order(
    cli: Cli, write: Write, skipped_last: bool
) -> None:
    judged, skipped = "- {reply: Buongiorno., channel: chat}\n", "- {reply: Ecco.}\n"
    items = judged + skipped if skipped_last else skipped + judged
    write("x.yaml", f"# replylint: ignore-file no-greeting\n{items}")
    assert "x.yaml:1: la soppressione di «no-greeting» non serve" in cli("x.yaml").err
    write("x.yaml", f"# replylint: ignore-file no-greeting\n{skipped}{skipped}")
    assert "non serve" not in cli("x.yaml").err


def test_a_rule_that_does_not_exist_or_is_not_named(cli: Cli, write: Write) -> None:
    write("x.md", "Ecco.\n<!-- replylint: ignore send-away -->\n<!-- replylint: ignore -->\n")
    err = cli("x.md").err
    assert "x.md:2: la soppressione di «send-away» non vale: nessuna regola si chiama così" in err
    assert "x.md:3: una soppressione deve nominare la regola" in err
    assert "does not count" in cli("x.md", "--lang", "en").err


def test_a_reason_may_be_required(cli: Cli, write: Write) -> None:
    write("replylint.yaml", "require-reason: true\n")
    write("x.md", f"<!-- replylint: ignore sends-away -->\n{REDIRECT}\n")
    done = cli("x.md")
    assert done.status == 1
    assert "x.md:1: la soppressione di «sends-away» non vale: manca il motivo" in done.err
    write("x.md", f"<!-- replylint: ignore sends-away: così è -->\n{REDIRECT}\n")
    assert cli("x.md").status == 0


def test_a_hostile_rule_name_stays_text(cli: Cli, write: Write) -> None:
    write("x.txt", '---\nignore: ["{0}\\e[31m[bold]"]\n---\nEcco.\n')
    for name in ("text", "concise"):
        done = cli("x.txt", "-f", name, "--color", "never")
        assert done.status == 0
        assert "\x1b" not in done.out + done.err
        assert "{0}" in done.out + done.err
