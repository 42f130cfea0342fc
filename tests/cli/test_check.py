from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from replylint.reporters import FORMATS
from replylint.reporters.output import output_schema
from tests.cli.conftest import BAD, GOOD, RULES, Cli
from tests.locked import locked

LINE = "bad.txt:2:11: error sends-away Manda il cliente altrove: «in privato».\n"


def test_the_command_may_be_left_out(cli: Cli, bad: str) -> None:
    assert cli(bad).out == cli("check", bad).out == LINE
    assert cli("--lang", "en", bad).out == (
        "bad.txt:2:11: error sends-away Sends the customer elsewhere: “in privato”.\n"
    )


def test_exit_status(cli: Cli, bad: str, good: str) -> None:
    assert cli(good).status == 0
    assert cli(bad).status == 1
    assert cli(bad, "--exit-zero").status == 0
    assert cli(bad, "--fail-on", "never").status == 0
    assert cli(good, "--channel", "chat", "--select", "cold-greeting").status == 0
    assert cli(good, "--select", "cold-greeting", "--fail-on", "hint").status == 1
    assert cli("none.txt").status == 2
    assert cli(bad, "none.txt", "--exit-zero").status == 2


def test_fail_on_warning(cli: Cli) -> None:
    assert cli("-", "--channel", "chat", stdin="Fatto.").status == 0
    assert cli("-", "--channel", "chat", "--fail-on", "warning", stdin="Fatto.").status == 1


def test_other_inputs_are_checked_beside_an_unreadable_one(cli: Cli, bad: str) -> None:
    Path("broken.json").write_text('{"reply": ', encoding="utf-8")
    Path("binary.txt").write_bytes(b"\0\1\2")
    done = cli("none.txt", "broken.json", "binary.txt", bad)
    assert done.status == 2
    assert done.out == LINE
    for name in ("none.txt", "broken.json", "binary.txt"):
        assert any(line.startswith(f"{name}:") for line in done.err.splitlines()), done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "none.txt: questo file o questa cartella non esiste;"),
        (["--lang", "en"], "none.txt: no such file or folder"),
        (["--customer", "@none.txt"], "none.txt: non si può leggere: il file non esiste;"),
        (["--customer", "@none.txt", "--lang", "en"], "none.txt: cannot be read: No such file"),
    ],
)
def test_what_cannot_be_read_is_told_in_the_language_of_the_run(
    cli: Cli, options: list[str], told: str
) -> None:
    done = cli("none.txt", *options)
    assert done.status == 2
    assert done.err.startswith(told)


def test_the_language_may_be_configured(cli: Cli) -> None:
    Path("replylint.yaml").write_text("lang: en\n", encoding="utf-8")
    assert cli("none.txt").err.startswith("none.txt: no such file or folder\n")


def test_a_notice_is_told_in_the_language_of_the_run(cli: Cli) -> None:
    Path("a.txt").write_bytes("Perché no.".encode("cp1252"))
    assert cli("a.txt").err.startswith("a.txt: non è in UTF-8: letto come Windows-1252;")
    assert cli("a.txt", "--lang", "en").err.startswith("a.txt: not UTF-8: read as Windows-1252;")


def test_standard_input(cli: Cli) -> None:
    assert cli("-", stdin=BAD).out == LINE.replace("bad.txt", "-")


@pytest.mark.parametrize(
    "arguments",
    [
        ["-", "--customer", "@-"],
        ["-", "--thread", "-"],
        ["-", "--customer", "@/dev/stdin"],
        ["bad.txt", "--customer", "@-", "--thread", "-"],
        ["explain", "-", "--customer", "@-"],
    ],
)
def test_standard_input_is_read_only_once(cli: Cli, bad: str, arguments: list[str]) -> None:
    done = cli(*arguments, stdin=BAD)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "si legge una volta sola" in done.err
    assert "can be read only once" in cli(*arguments, "--lang", "en", stdin=BAD).err


def test_standard_input_named_twice_is_one_draft(cli: Cli) -> None:
    assert cli("-", "-", stdin=BAD).out == LINE.replace("bad.txt", "-")
    assert "1 bozza" in cli("-", "-", stdin=BAD).err


def test_folder(cli: Cli, bad: str, good: str) -> None:
    assert cli(".").status == 1
    assert "2 bozze" in cli(".").err


def test_select_and_ignore(cli: Cli, bad: str) -> None:
    assert cli(bad, "--ignore", "sends-away").out == ""
    assert "hint cold-greeting" in cli(bad, "--select", "sends-away,cold-greeting").out
    assert "sends-away" not in cli(bad, "--select", "cold-greeting").out


def test_hints_are_off_unless_asked_for(cli: Cli, bad: str) -> None:
    assert "cold-greeting" not in cli(bad).out
    assert "hint cold-greeting" in cli(bad, "--min-severity", "hint").out
    assert cli("-", "--min-severity", "error", "--channel", "chat", stdin="Fatto.").out == ""


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_unknown_rule(cli: Cli, bad: str, option: str) -> None:
    done = cli(bad, option, "send-away")
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "send-away" in done.err and "did you mean 'sends-away'?" in done.err


def test_skipped_rules_are_told(cli: Cli, good: str) -> None:
    assert "Regole saltate: no-greeting (serve: il canale)" in cli(good).err
    assert "no-greeting" not in cli(good, "--quiet").err
    assert "no-greeting" not in cli(good, "--channel", "chat").err


def test_quiet_says_nothing_of_a_good_draft(cli: Cli, good: str) -> None:
    done = cli(good, "-q")
    assert (done.out, done.err) == ("", "")


def test_context_reaches_the_drafts(cli: Cli, good: str, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("Bravi, complimenti.", encoding="utf-8")
    (tmp_path / "t.json").write_text(
        json.dumps([{"author": "agent", "text": "Salve"}]), encoding="utf-8"
    )
    options = ["--customer", "@c.txt", "--thread", "t.json", "--customer-tone", "ironic"]
    done = cli(good, *options, "--format", "json")
    tone = json.loads(done.out)["drafts"][0]["customer"]["tone"]
    assert (tone["value"], tone["source"]) == ("ironic", "declared")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--customer", "@none.txt"], "none.txt"),
        (["--thread", "none.json"], "none.json"),
        (["--now", "domani"], "--now"),
        (["--reply-at", "2026-13-40"], "--reply-at"),
        (["--rules", "none"], "none"),
        (["--model", "none_such"], "none_such"),
        (["--channel", "fax"], "fax"),
        (["--format", "pdf"], "pdf"),
        (["--select", ""], "--select: names no rule"),
        (["--select", ","], "--select: names no rule"),
        (["--output", ""], "an option names no file: its value is empty"),
        (["--rules", ""], "an option names no file: its value is empty"),
        (["--thread", ""], "an option names no file: its value is empty"),
        (["--no-such-option"], "--no-such-option"),
    ],
)
def test_wrong_use(cli: Cli, good: str, arguments: list[str], told: str) -> None:
    done = cli(good, *arguments)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert "Traceback" not in done.err


def test_an_empty_name_is_not_the_working_folder(cli: Cli, bad: str, good: str) -> None:
    done = cli("", good)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith('"": un nome vuoto non indica nulla;')
    assert cli("", "--lang", "en").err.startswith('"": an empty name means no file or folder;')


@pytest.mark.parametrize("command", ["check", "explain"])
def test_an_unknown_format_is_told_before_anything_is_read(cli: Cli, command: str) -> None:
    done = cli(command, ".", "--input-format", "Gorgia")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert "no format 'Gorgia' (did you mean 'gorgias'?); known: plain, markdown" in done.err


def test_bad_rule_file_is_one_line_with_its_place(cli: Cli, good: str, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "mine.yaml").write_text("rule: mine\nseverty: error\n", encoding="utf-8")
    done = cli(good, "--rules", "more")
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert done.err.startswith("more/mine.yaml:")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_to_a_file(cli: Cli, bad: str, name: str) -> None:
    done = cli(bad, "--format", name, "--output", "report.out")
    assert (done.status, done.out) == (1, "")
    written = Path("report.out").read_text(encoding="utf-8")
    assert "sends-away" in written
    assert written == cli(bad, "--format", name, "--color", "never").out


def test_json_follows_its_schema(cli: Cli, bad: str, good: str) -> None:
    output = json.loads(cli(bad, good, "--format", "json").out)
    Draft202012Validator(output_schema()).validate(output)
    assert output["summary"]["drafts"] == 2


@pytest.mark.parametrize("output", ["bad.txt", "./bad.txt", "link.txt"])
def test_output_never_overwrites_a_draft(cli: Cli, bad: str, output: str) -> None:
    Path("link.txt").symlink_to("bad.txt")
    done = cli("bad.txt", "--output", output)
    assert done.status == 2
    assert Path("bad.txt").read_text(encoding="utf-8") == BAD
    assert done.err.count("\n") == 1


def test_output_never_overwrites_what_could_not_be_read(cli: Cli, bad: str) -> None:
    Path("broken.json").write_text('[{"reply": "Ciao"', encoding="utf-8")
    assert cli(".", "--output", "broken.json").status == 2
    assert Path("broken.json").read_text(encoding="utf-8") == '[{"reply": "Ciao"'


@pytest.mark.parametrize(
    ("options", "output"),
    [
        (["--customer", "@c.txt"], "c.txt"),
        (["--thread", "th.json"], "th.json"),
        (["--baseline", "kb.json"], "kb.json"),
        (["--config", "other.yaml"], "other.yaml"),
        ([], "replylint.yaml"),
        ([], "base.yaml"),
        ([], "more/mine.yaml"),
        ([], "sub/.replylint.yaml"),
    ],
)
def test_output_never_overwrites_what_else_was_read(
    cli: Cli, bad: str, tmp_path: Path, options: list[str], output: str
) -> None:
    rule = (RULES / "cold-greeting.yaml").read_text("utf-8").replace("cold-greeting", "mine")
    texts = {
        "c.txt": "Che bravi!",
        "th.json": '[{"author": "customer", "text": "Ehi"}]',
        "kb.json": '{"version": 1, "findings": {}}',
        "other.yaml": "channel: chat",
        "replylint.yaml": "extends: base.yaml\nrules: more",
        "base.yaml": "channel: chat",
        "more/mine.yaml": rule,
        "sub/.replylint.yaml": "channel: email",
        "sub/good.txt": GOOD,
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = cli(bad, "sub", *options, "--output", output)
    assert done.status == 2
    assert done.err == f"{output}: this file is read by this run; give the output another name\n"
    assert (tmp_path / output).read_text(encoding="utf-8") == texts[output]


def test_output_that_cannot_be_written(cli: Cli, bad: str) -> None:
    done = cli(bad, "--output", "no/such/folder.txt")
    assert done.status == 2
    assert done.err.splitlines()[-1].startswith("no/such/folder.txt: ")


def test_output_into_a_locked_folder(cli: Cli, bad: str) -> None:
    Path("sub").mkdir()
    with locked("sub"):
        done = cli(bad, "--output", "sub/report.txt")
    assert (done.status, done.err) == (2, "sub/report.txt: cannot be written: Permission denied\n")


def test_a_locked_folder_does_not_keep_the_others_from_being_checked(cli: Cli, bad: str) -> None:
    Path("sub").mkdir()
    with locked("sub"):
        done = cli(bad, "sub")
    assert done.status == 2
    assert done.out.startswith("bad.txt:2:11: error sends-away")
    assert done.err.startswith("sub/: non si può leggere: manca il permesso;")


@pytest.mark.parametrize("named", ["extends: ../sub/x.yaml", "rules: ../sub/rules"])
def test_what_a_configuration_names_in_a_locked_folder_is_told(
    cli: Cli, bad: str, good: str, named: str
) -> None:
    for folder in ("sub", "other"):
        Path(folder).mkdir()
    Path("other/replylint.yaml").write_text(named + "\n", encoding="utf-8")
    Path("other/a.txt").write_text(Path(good).read_text("utf-8"), encoding="utf-8")
    with locked("sub"):
        done = cli(bad, "other", "--lang", "en")
    assert done.status == 2
    assert done.out.startswith("bad.txt:2:11: error sends-away")
    assert "no such f" in done.err
    assert "Errno" not in done.err


@pytest.mark.parametrize("options", [[], ["--force-exclude"]])
def test_a_locked_folder_is_told_when_a_walk_meets_it(
    cli: Cli, good: str, options: list[str]
) -> None:
    Path("sub/inner").mkdir(parents=True)
    with locked("sub/inner"):
        done = cli(".", "--lang", "en", *options)
        assert done.err.startswith("sub/inner/: cannot be read: Permission denied\n")
        Path("replylint.yaml").write_text("exclude: inner/\n", encoding="utf-8")
        excluded = cli(".", *options)
    assert (done.status, excluded.status) == (2, 0)


def test_widths(cli: Cli, bad: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (60, 100, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        done = cli(bad, "--format", "text")
        assert max(map(len, done.out.splitlines())) <= width


def test_colour(cli: Cli, bad: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in cli(bad, "--format", "text").out
    assert "\x1b[" in cli(bad, "--format", "text", "--color", "always").out
    monkeypatch.setattr("replylint.cli.writing.on_terminal", lambda: True)
    assert "\x1b[" in cli(bad, "--format", "text").out
    assert "\x1b" not in cli(bad, "--format", "text", "--output", "o").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in cli(bad, "--format", "text").out


def test_now_is_when_unanswered_conversations_are_looked_at(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text(
        json.dumps({"thread": [{"author": "customer", "text": "Aiuto"}], "reply": None}),
        encoding="utf-8",
    )
    assert cli("c.json", "--now", "2026-03-02T09:40:00Z").status == 0
    assert cli("c.json", "--now", "now").status == 0


def test_hostile_draft_in_every_format(cli: Cli) -> None:
    hostile = (
        "ci scriva in privato \x1b[31m \x9b2J [bold]x[/bold] <script>alert(1)</script>\r"
        "::error::x %0A \u202egpj \x07 in privato\n::warning::y in privato"
    )
    for name in FORMATS:
        done = cli("-", "--format", name, "--color", "never", stdin=hostile)
        assert done.status == 1, name
        assert not set(done.out) & set("\x1b\x9b\x07\u202e\r"), name
        commands = [line for line in done.out.splitlines() if line.lstrip().startswith("::")]
        assert not [line for line in commands if not line.startswith("::error file=-,")], name
