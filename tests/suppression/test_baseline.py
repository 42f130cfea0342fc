"""Baselines through the command, on a library of macros."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Cli
from tests.config.conftest import Write
from tests.locked import locked

pytestmark = pytest.mark.usefixtures("write")
FILE = "known.json"


def library(write: Write, name: str, numbers: range, more: str = "") -> None:
    items = "".join(
        f"- id: m{n}\n  reply: Per la pratica {n} ci scriva in privato.\n" for n in numbers
    )
    write(name, items + more)


def marks() -> dict[str, dict[str, dict[str, int]]]:
    findings: dict[str, dict[str, dict[str, int]]] = json.loads(Path(FILE).read_text())["findings"]
    return findings


def test_a_library_of_500_macros(cli: Cli, write: Write) -> None:
    library(write, "macros/a.yaml", range(500))
    assert cli("macros").status == 1
    done = cli("baseline", "macros", "--baseline", FILE)
    assert (done.status, done.out) == (0, "")
    assert "known.json: 500 segnalazioni già note" in done.err
    done = cli("macros", "--baseline", FILE)
    assert (done.status, done.out) == (0, "")
    assert "500 già note" in done.err
    library(write, "macros/a.yaml", range(500), "- id: new\n  reply: Chiami il numero verde.\n")
    done = cli("macros", "--baseline", FILE)
    assert (done.status, done.out.count("\n")) == (1, 1)
    assert "numero verde" in done.out
    output = json.loads(cli("macros", "--baseline", FILE, "-f", "json").out)
    assert (output["summary"]["error"], output["summary"]["suppressed"]) == (1, 500)


def test_the_file_is_sorted_stable_and_holds_no_words(cli: Cli, write: Write) -> None:
    library(write, "b.yaml", range(2))
    write("a.txt", "Ci scriva in privato.")
    cli("baseline", ".", "--baseline", FILE)
    first = Path(FILE).read_bytes()
    cli("baseline", "b.yaml", "a.txt", "--baseline", FILE)
    assert Path(FILE).read_bytes() == first
    assert list(marks()) == ["a.txt", "b.yaml"]
    assert list(marks()["a.txt"]) == [""]
    assert list(marks()["b.yaml"]) == ["m0", "m1"]
    assert b"privato" not in first


def test_lines_that_move_and_edits_elsewhere_do_no_harm(cli: Cli, write: Write) -> None:
    write("a.txt", "Ci scriva in privato.\n")
    cli("baseline", ".", "--baseline", FILE)
    write("a.txt", "Buongiorno Anna.\n\nCI SCRIVA  in privato. Grazie.\n")
    assert cli(".", "--baseline", FILE).status == 0


def test_a_second_one_of_the_same_is_new(cli: Cli, write: Write) -> None:
    write("a.txt", "Ci scriva in privato.\n")
    cli("baseline", ".", "--baseline", FILE)
    write("b.txt", "Ci scriva in privato.\n")
    done = cli(".", "--baseline", FILE)
    assert (done.status, done.out.count("\n")) == (1, 1)
    assert done.out.startswith("b.txt:")


@pytest.mark.parametrize("paths", [["."], ["new"]])
def test_a_macro_moved_to_another_file_is_still_known(
    cli: Cli, write: Write, paths: list[str]
) -> None:
    library(write, "old/a.yaml", range(3))
    cli("baseline", ".", "--baseline", FILE)
    Path("new").mkdir()
    Path("old/a.yaml").rename("new/b.yaml")
    done = cli(*paths, "--baseline", FILE)
    assert done.status == 0
    assert "3 già note (3 spostate)" in done.err


def test_a_macro_with_another_id_is_still_known(cli: Cli, write: Write) -> None:
    write("a.yaml", "- id: uno\n  reply: Ci scriva in privato.\n")
    cli("baseline", ".", "--baseline", FILE)
    write("a.yaml", "- id: due\n  reply: Ci scriva in privato.\n")
    assert "1 già nota (1 spostata)" in cli(".", "--baseline", FILE).err
    cli("baseline", ".", "--prune", "--baseline", FILE)
    assert list(marks()["a.yaml"]) == ["due"]


def test_copied_is_not_moved(cli: Cli, write: Write) -> None:
    library(write, "a.yaml", range(1))
    cli("baseline", ".", "--baseline", FILE)
    library(write, "b.yaml", range(1))
    assert cli(".", "--baseline", FILE).status == 1
    assert cli("b.yaml", "--baseline", FILE).status == 1


def git(*arguments: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.com")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.mark.parametrize("name", ["a.yaml", "renamed.yaml"])
def test_what_did_not_change_is_not_gone(cli: Cli, write: Write, name: str) -> None:
    library(write, "a.yaml", range(3))
    git("init", "-q")
    cli("baseline", ".", "--baseline", FILE)
    git("add", "-A")
    git("commit", "-qm", "x")
    git("mv", "-k", "a.yaml", name)
    copy = "- id: copy\n  reply: Per la pratica 1 ci scriva in privato.\n"
    library(write, name, range(3), copy)
    done = cli(".", "--diff", "HEAD", "--baseline", FILE)
    assert (done.status, done.out.count("\n")) == (1, 1)
    library(write, name, range(1), copy)
    done = cli(".", "--diff", "HEAD", "--baseline", FILE)
    assert done.status == 0
    assert "1 già nota (1 spostata)" in done.err


@pytest.mark.parametrize(
    ("name", "head", "row"),
    [("a.yaml", "", "- reply: {} Ci scriva in privato.\n"),
     ("a.csv", "reply\n", "{} Ci scriva in privato.\n"),
     ("a.jsonl", "", '{{"id": "same", "reply": "{} Ci scriva in privato."}}\n')],
)  # fmt: skip
def test_what_did_not_change_keeps_what_is_known_of_its_item(
    cli: Cli, write: Write, name: str, head: str, row: str
) -> None:
    write(name, head + row.format("Salve.") + row.format("Ciao."))
    git("init", "-q")
    cli("baseline", ".", "--baseline", FILE)
    git("add", "-A")
    git("commit", "-qm", "x")
    new = row.format("Ecco.")
    write(name, head + row.format("Salve.") + row.format("Ciao.") + new)
    done = cli(".", "--diff", "HEAD", "--baseline", FILE)
    assert (done.status, done.out.count("\n")) == (1, 1), done.err
    write(name, head + row.format("Salve.") + new)
    done = cli(".", "--diff", "HEAD", "--baseline", FILE)
    assert done.status == 0
    assert "1 già nota" in done.err


def test_a_file_that_cannot_be_read_has_lost_nothing(cli: Cli, write: Write) -> None:
    library(write, "a.yaml", range(1))
    cli("baseline", ".", "--baseline", FILE)
    write("a.yaml", "- id: [\n")
    library(write, "b.yaml", range(1))
    done = cli(".", "--baseline", FILE)
    assert "b.yaml" in done.out
    cli("baseline", ".", "--prune", "--baseline", FILE)
    assert list(marks()) == ["a.yaml"]


def test_a_folder_that_cannot_be_entered_has_lost_nothing(cli: Cli, write: Write) -> None:
    library(write, "a/macros.yaml", range(1))
    library(write, "b.yaml", range(1, 2))
    cli("baseline", ".", "--baseline", FILE)
    Path("b.yaml").write_text("- id: m1\n  reply: Fatto.\n")
    with locked("a"):
        cli("baseline", ".", "--prune", "--baseline", FILE)
    assert list(marks()) == ["a/macros.yaml"]


def test_nothing_is_written_where_nothing_could_be_read(cli: Cli, write: Write) -> None:
    done = cli("baseline", "nope", "--baseline", FILE)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert not Path(FILE).exists()
    write("a.txt", "Ci scriva in privato.\n")
    assert cli("baseline", "nope", "a.txt", "--baseline", FILE).status == 2
    assert list(marks()) == ["a.txt"]


def test_prune_takes_out_what_is_gone_and_takes_nothing_up(cli: Cli, write: Write) -> None:
    library(write, "a.yaml", range(3))
    library(write, "b.yaml", range(3, 5))
    write("sub/gone.txt", "Ci scriva in privato.")
    cli("baseline", ".", "--baseline", FILE)
    library(write, "a.yaml", range(1, 3), "- id: m9\n  reply: Chiami il numero verde.\n")
    Path("sub/gone.txt").unlink()
    cli("baseline", "a.yaml", "--prune", "--baseline", FILE)
    assert {file: list(items) for file, items in marks().items()} == {
        "a.yaml": ["m1", "m2"], "b.yaml": ["m3", "m4"],
    }  # fmt: skip
    assert cli(".", "--baseline", FILE).out.count("\n") == 1


def test_taking_up_some_files_keeps_the_others(cli: Cli, write: Write) -> None:
    library(write, "a.yaml", range(1))
    library(write, "b.yaml", range(1, 2))
    cli("baseline", ".", "--baseline", FILE)
    write("a.yaml", "- reply: Ecco.\n")
    cli("baseline", "a.yaml", "--baseline", FILE)
    assert list(marks()) == ["b.yaml"]


def test_the_configuration_may_name_it(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("replylint.yaml", f"baseline: {FILE}\n")
    library(write, "sub/a.yaml", range(2))
    assert cli("baseline").status == 0
    assert list(marks()) == ["sub/a.yaml"]
    assert cli(".").status == 0
    monkeypatch.chdir("sub")
    assert cli("a.yaml").status == 0


def test_without_a_name_there_is_a_usual_one(cli: Cli, write: Write) -> None:
    library(write, "a.yaml", range(1))
    cli("baseline")
    assert Path("replylint-baseline.json").exists()
    assert cli(".").status == 1
    assert cli(".", "--baseline", "replylint-baseline.json").status == 0


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"version": 2, "findings": {}}', '{"version": 1}', "[" * 100_000, "\xff",
     '{"version": 1, "findings": {"a": {"b": {"c": 0}}}}', '{"version": 1, "findings": {"a": 3}}',
     '{"version": 1, "findings": {"a": {"b": {"c": true}}}}'],
)  # fmt: skip
def test_what_is_no_baseline(cli: Cli, write: Write, content: str) -> None:
    Path(FILE).write_bytes(content.encode("latin-1"))
    write("a.txt", "Ecco.")
    for arguments in (["a.txt"], ["baseline", "a.txt"]):
        done = cli(*arguments, "--baseline", FILE)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1), done.err
        assert done.err.startswith("known.json:")


def test_a_draft_is_never_overwritten(cli: Cli, write: Write) -> None:
    write("a.txt", "Ci scriva in privato.")
    done = cli("baseline", ".", "--baseline", "a.txt")
    assert done.status == 2
    assert Path("a.txt").read_text(encoding="utf-8") == "Ci scriva in privato."


def test_nothing_to_prune(cli: Cli) -> None:
    done = cli("baseline", ".", "--prune", "--baseline", FILE)
    assert (done.status, done.err.count("\n")) == (2, 1)


TEXTS = st.sampled_from(["Ci scriva in privato.", "Chiami il numero verde.", "Ecco."])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from("abc"), st.lists(TEXTS, max_size=3), max_size=3))
def test_what_is_taken_up_is_known(cli: Cli, items: dict[str, list[str]]) -> None:
    lines = [json.dumps({"id": id, "reply": text}) for id, texts in items.items() for text in texts]
    Path("x.jsonl").write_text("\n".join(lines), encoding="utf-8")
    Path(FILE).unlink(missing_ok=True)
    cli("baseline", "x.jsonl", "--baseline", FILE)
    if Path(FILE).exists():
        assert cli("x.jsonl", "--baseline", FILE).out == ""
