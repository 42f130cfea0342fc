from __future__ import annotations

from tests.cli.conftest import Cli


def test_acts_trees_and_the_nearest_miss(cli: Cli, bad: str) -> None:
    done = cli("explain", bad, "--channel", "chat")
    assert done.status == 0
    for told in (
        "1. Gentile cliente,",
        "greeting «Gentile cliente",
        "redirect «in privato»",
        "sends-away  scatta: errore",
        "✓ act redirect",
        "no-greeting  tace",
        "La più vicina a scattare\n  no-greeting",
    ):
        assert told in done.out


def test_what_is_unknown_is_told(cli: Cli, good: str) -> None:
    done = cli("explain", good)
    assert "no-greeting  regola saltata (serve: il canale)" in done.out
    assert "? fact channel is chat" in done.out


def test_clauses_and_customer(cli: Cli, bad: str) -> None:
    done = cli("explain", bad, "--verbose", "--lang", "en", "--customer", "Bravi davvero.")
    assert "scrivere: customer, directive" in done.out
    assert "\nCustomer\n" in done.out


def test_every_conversation_of_a_file(cli: Cli) -> None:
    lines = '{"id": "a", "reply": "Fatto."}\n{"id": "b", "reply": "Ecco."}\n'
    done = cli("explain", "-", stdin=lines)
    assert "- · a" in done.out and "- · b" in done.out


def test_unreadable_draft(cli: Cli) -> None:
    done = cli("explain", "none.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("none.txt: questo file o questa cartella non esiste;")
    assert cli("explain", "none.txt", "--lang", "en").err == "none.txt: no such file or folder\n"


def test_a_draft_cannot_act(cli: Cli) -> None:
    done = cli("explain", "-", stdin="[bold]ci scriva\x1b[31m in privato[/bold]\n::error::x")
    assert "[bold]ci scriva␛[31m" in done.out
    assert not [line for line in done.out.splitlines() if line.lstrip().startswith("::")]
