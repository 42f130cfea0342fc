from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import RULES, Cli


def test_all_as_the_files_say(cli: Cli) -> None:
    done = cli("test")
    assert done.status == 0, done.out
    assert done.out == "30 esempi: tutto come previsto\n"
    assert cli("test", "--quiet").out == ""


def test_a_wrong_example_is_told_with_its_place(cli: Cli, tmp_path: Path) -> None:
    text = (RULES / "cold-greeting.yaml").read_text("utf-8")
    text = text.replace("rule: cold-greeting", "rule: mine")
    text = text.replace('"Ecco."', '"Buongiorno a te."')
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "mine.yaml").write_text(text, encoding="utf-8")
    done = cli("test", "more", "--lang", "en")
    assert done.status == 1
    assert "more/mine.yaml rule mine tests.passes[0]" in done.out
    assert "«Buongiorno a te.»" in done.out
    assert done.out.endswith("6 examples: 1 not as expected\n")


def test_unusable_folder(cli: Cli) -> None:
    done = cli("test", "none")
    assert (done.status, done.err.count("\n")) == (2, 1)


def test_a_choice_of_no_rules(cli: Cli) -> None:
    done = cli("test", "--select", ",")
    assert (done.status, done.out) == (2, "")
    assert "--select: names no rule" in done.err
