from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_list(cli: Cli) -> None:
    done = cli("rules")
    assert done.status == 0
    assert [line.split()[:2] for line in done.out.splitlines()] == [
        ["cold-greeting", "consiglio"],
        ["no-greeting", "avviso"],
        ["sends-away", "errore"],
    ]
    assert "Il cliente viene mandato altrove" in done.out
    assert "The customer is sent elsewhere" in cli("rules", "--lang", "en").out


def test_rules_of_a_folder_stand_beside_the_built_in_ones(cli: Cli, tmp_path: Path) -> None:
    rule = Path(__file__).parent / "rules" / "cold-greeting.yaml"
    text = rule.read_text("utf-8").replace("rule: cold-greeting", "rule: mine")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "mine.yaml").write_text(text, encoding="utf-8")
    assert len(cli("rules", "--rules", "more").out.splitlines()) == 4


def test_one_rule_in_full(cli: Cli) -> None:
    done = cli("rule", "no-greeting", "--lang", "en")
    assert done.status == 0
    for told in (
        "no-greeting  warning",
        "There is no greeting",
        "A greeting opens the door.",
        "– [chat] Ecco il link.",
        "– [chat] Buongiorno, fatto.",
        "Needs: the channel",
        "Source: Un altro articolo",
    ):
        assert told in done.out
    assert "Serve: solo la risposta" in cli("rule", "sends-away").out


def test_the_language_is_that_of_the_configuration(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "replylint.yaml").write_text("lang: en\n", encoding="utf-8")
    assert "The customer is sent elsewhere" in cli("rules").out
    assert "Needs: the channel" in cli("rule", "no-greeting").out
    assert "Serve: il canale" in cli("rule", "no-greeting", "--lang", "it").out


def test_unknown_rule(cli: Cli) -> None:
    done = cli("rule", "send-away")
    assert (done.status, done.out) == (2, "")
    assert "did you mean 'sends-away'?" in done.err


@pytest.mark.parametrize("command", ["rules", "rule"])
def test_bad_folder(cli: Cli, command: str) -> None:
    arguments = [command, "sends-away"][: 1 + (command == "rule")]
    done = cli(*arguments, "--rules", "none")
    assert (done.status, done.err.count("\n")) == (2, 1)
