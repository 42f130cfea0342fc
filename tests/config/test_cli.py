"""Configuration through the command: which settings reach which drafts, and how trouble is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from replylint.config.keys import KEYS
from tests.cli.conftest import BAD, GOOD, Cli
from tests.config.conftest import Write

pytestmark = pytest.mark.usefixtures("write")
ACT = """\
act: away
about: {it: altrove, en: elsewhere}
lists: {places: [sportello]}
phrases: ["$places"]
tests: {flags: [Allo sportello., Sportello., Uno sportello.], passes: [Ecco., Grazie., Qui.]}
"""
RULE = """\
rule: away
severity: error
about: {it: Altrove, en: Elsewhere}
why: {it: Perché., en: Because.}
source: {article: Un articolo}
when: {act: away}
underline: [away]
message: {it: "Altrove: {quote}.", en: "Elsewhere: {quote}."}
advice: {it: Qui., en: Here.}
tests: {flags: [Allo sportello., Sportello., Uno sportello.], passes: [Ecco., Grazie., Qui.]}
"""


def test_each_file_has_its_own(cli: Cli, write: Write) -> None:
    write("a/x.txt", "Fatto.")
    write("a/replylint.yaml", "channel: chat\nfail-on: warning\n")
    write("b/x.txt", "Fatto.")
    done = cli(".")
    assert done.out == "a/x.txt:1:1: warning no-greeting Manca il saluto.\n"
    assert done.status == 1
    assert cli(".", "--fail-on", "error").status == 0
    assert cli(".", "--isolated").out == ""
    assert cli("b", "--config", "a/replylint.yaml").status == 1


def test_standard_input_has_that_of_the_working_folder(cli: Cli, write: Write) -> None:
    write("pyproject.toml", '[tool.replylint]\nchannel = "chat"\nlang = "en"\n')
    assert cli("-", stdin="Fatto.").out == "-:1:1: warning no-greeting There is no greeting.\n"


def test_rules_severities_and_words_of_their_own(cli: Cli, write: Write) -> None:
    write("rules/acts/away.yaml", ACT)
    write("rules/away.yaml", RULE)
    write("replylint.yaml", "rules: rules\nlists: {places: [portalone acme]}\n")
    assert cli("-", stdin="Vada sul portalone Acme.").out == (
        "-:1:10: error away Altrove: portalone Acme.\n"
    )
    write("sub/replylint.yaml", "extends: ../replylint.yaml\nseverities: {away: hint}\n")
    write("sub/x.txt", "Vada sul portalone Acme.")
    assert cli("sub").out == ""
    assert cli("sub", "--min-severity", "hint").out.startswith("sub/x.txt:1:10: hint away")
    assert "portalone" not in cli("sub", "--isolated").out


@pytest.mark.parametrize(
    ("file", "setting"),
    [
        ("replylint.yaml", "rules: rules\nthresholds: {few-words: %d}\n"),
        ("pyproject.toml", "[tool.replylint]\nrules = 'rules'\nthresholds.few-words = %d\n"),
    ],
)
def test_a_figure_that_a_rule_names_is_a_setting(
    cli: Cli, write: Write, file: str, setting: str
) -> None:
    write(
        "rules/away.yaml",
        RULE.replace("act: away", "fact: reply.words, at_least: $few-words").replace(
            "underline: [away]\n", ""
        ),
    )
    write("rules/thresholds.yaml", "few-words: 90\n")
    write(file, setting % 3)
    assert "error away" in cli("-", stdin="Vada allo sportello.").out
    write(file, setting % 4)
    assert cli("-", stdin="Vada allo sportello.").out == ""


def test_rules_of_the_working_folder_are_listed_and_told(cli: Cli, write: Write) -> None:
    write("rules/acts/away.yaml", ACT)
    write("rules/away.yaml", RULE)
    write("replylint.yaml", "rules: rules\n")
    assert "away" in cli("rules").out
    assert "Altrove" in cli("rule", "away").out
    write("replylint.yaml", "rule: rules\n")
    assert cli("rules").err.startswith("replylint.yaml:1:1: unknown key 'rule'")


def test_select_ignore_and_ignore_for_some_files(cli: Cli, write: Write) -> None:
    for name in ("a.txt", "b/b.txt"):
        write(name, BAD)
    write("replylint.yaml", "overrides: [{files: b/, ignore: [sends-away]}]\n")
    done = cli(".")
    assert done.out.count("sends-away") == 1
    assert "1 soppressa" in done.err
    write("replylint.yaml", "ignore: [sends-away]\n")
    assert "soppress" not in cli(".").err
    write("replylint.yaml", "select: [cold-greeting]\n")
    assert cli(".").out.count("hint cold-greeting") == 2


def test_exclude_is_for_walks_only(cli: Cli, write: Write) -> None:
    write("old/x.txt", BAD)
    write("replylint.yaml", "exclude: old/\n")
    assert "nessuna bozza" in cli(".").err
    assert cli("old/x.txt").status == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("chanel: chat\n", "replylint.yaml:1: unknown key 'chanel' (did you mean 'channel'?)"),
        ("ignore: [a,\n  send-away]\n", "replylint.yaml:1:10: unknown rule 'a'"),
        ("select: [send-away]\n", "unknown rule 'send-away' (did you mean 'sends-away'?)"),
        ("severities:\n  send-away: hint\n", "replylint.yaml:2:14: unknown rule 'send-away'"),
        (
            "overrides:\n - files: x\n   ignore: [y]\n",
            "replylint.yaml:3:13: unknown rule 'y'",
        ),
        ("lists: {places: [x]}\n", "replylint.yaml:1:17: unknown list 'places'"),
        ("thresholds: {iron: 3}\n", "replylint.yaml:1:20: unknown threshold 'iron'"),
        ("rules: none\n", "none: no such folder of rules"),
        ("baseline: none.json\n", "none.json: cannot be read: No such file or directory; `repl"),
        ("input-format: zendesk-macro\n", "(did you mean 'zendesk-macros'?)"),
    ],
)
def test_trouble_is_told_in_one_line(cli: Cli, write: Write, content: str, told: str) -> None:
    write("replylint.yaml", content)
    write("x.txt", GOOD)
    done = cli("x.txt")
    assert done.status == 2
    assert any(told.replace("replylint.yaml:1: ", "") in line for line in done.err.splitlines())
    assert "Traceback" not in done.err


def problems_while_others_are_checked(cli: Cli, write: Write) -> list[str]:
    """What is told of the configurations in a/ and b/, neither of which can be used."""
    for name in ("a/1.txt", "a/2.txt", "b/1.txt", "c/1.txt"):
        write(name, BAD)
    done = cli(".")
    assert done.status == 2
    assert done.out == "c/1.txt:2:11: error sends-away Manda il cliente altrove: «in privato».\n"
    return [line for line in done.err.splitlines() if "replylint.yaml" in line]


def test_files_under_another_configuration_are_still_checked(cli: Cli, write: Write) -> None:
    write("a/replylint.yaml", "chanel: chat\n")
    write("b/replylint.yaml", "ignore: nothing\n")
    problems = problems_while_others_are_checked(cli, write)
    assert [line.split(": ")[0] for line in problems] == [
        "a/replylint.yaml:1", "b/replylint.yaml:1",
    ]  # fmt: skip


def test_a_pipeline_that_cannot_be_used_is_told_with_its_place(cli: Cli, write: Write) -> None:
    write("a/replylint.yaml", "lang: en\nmodel: none_such\n")
    write("b/replylint.yaml", "model: ./en\n")
    write("b/en/meta.json", '{"lang": "en", "pipeline": ["parser"]}')
    assert problems_while_others_are_checked(cli, write) == [
        "a/replylint.yaml:2: none_such: no such pipeline (a folder, or a package that is "
        "installed)",
        "b/replylint.yaml:1: b/en: a pipeline for 'en', replylint needs Italian",
    ]
    assert cli("a").err.startswith("a/replylint.yaml:2:8: none_such: no such pipeline")
    assert cli("a", "--model", "other").err.startswith("other: no such pipeline")


def test_a_looping_link_is_a_problem_of_its_own(cli: Cli, write: Write) -> None:
    write("a/1.txt", BAD)
    write("c/1.txt", BAD)
    Path("a/replylint.yaml").symlink_to("replylint.yaml")
    Path("c/2.txt").symlink_to("2.txt")
    done = cli(".")
    assert done.status == 2
    assert done.out == "c/1.txt:2:11: error sends-away Manda il cliente altrove: «in privato».\n"
    assert [line.split(": ")[0] for line in done.err.splitlines()[:2]] == [
        "a/replylint.yaml", "c/2.txt",
    ]  # fmt: skip


def test_our_own_files_are_no_drafts(cli: Cli, write: Write) -> None:
    write("replylint.yaml", "lang: en\n")
    write("replylint-baseline.json", "{}")
    write("x.txt", GOOD)
    assert cli("replylint.yaml", "replylint-baseline.json", "x.txt").status == 0


def test_config_beside_isolated(cli: Cli, write: Write) -> None:
    write("r.yaml", "lang: en\n")
    done = cli("-", "--config", "r.yaml", "--isolated")
    assert (done.status, done.err.count("\n")) == (2, 1)


def test_show(cli: Cli, write: Write) -> None:
    write("replylint.yaml", "channel: chat\noverrides: [{files: a/, fail-on: never}]\n")
    done = cli("config", "show", "a/x.txt")
    assert done.status == 0
    lines = done.out.splitlines()
    assert lines[0] == "# a/x.txt: replylint.yaml"
    rows = {line.split(":")[0]: line.split() for line in lines[1:]}
    assert rows["channel"] == ["channel:", "chat", "#", "replylint.yaml:1"]
    assert rows["fail-on"] == ["fail-on:", "never", "#", "replylint.yaml:2"]
    assert rows["lang"] == ["lang:", "it", "#", "default"]
    assert cli("config", "show", "--isolated").out.startswith("# .: no configuration file")
    write("replylint.yaml", "chanel: chat\n")
    assert cli("config", "show").status == 2


def test_show_is_inert(cli: Cli, write: Write) -> None:
    write("replylint.yaml", 'agents: ["\\e[31mred", "[bold]x"]\n')
    out = cli("config", "show").out
    assert "\x1b" not in out
    assert "[bold]x" in out


def test_schema(cli: Cli) -> None:
    schema = json.loads(cli("schema", "config").out)
    Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == set(KEYS)


def test_explain_says_what_check_reports(cli: Cli, write: Write) -> None:
    write("replylint.yaml", "severities: {sends-away: warning}\n")
    write("sub/replylint.yaml", "overrides: [{files: '*', ignore: [sends-away, no-greeting]}]\n")
    write("x.txt", BAD)
    write("sub/x.txt", BAD)
    write("own.txt", f"---\nignore: [sends-away]\n---\n{BAD}")
    assert "sends-away  scatta: avviso\n" in cli("explain", "x.txt").out
    assert "sends-away  scatta: avviso, qui soppressa\n" in cli("explain", "own.txt").out
    hidden = cli("explain", "sub/x.txt", "--lang", "en").out
    assert "sends-away  fires: error, suppressed here\n" in hidden
    assert "no-greeting  rule skipped (needs: the channel), suppressed here\n" in hidden
    assert "no-greeting  tace\n" in cli("explain", "sub/x.txt", "--channel", "chat").out


def test_explain_is_under_the_configuration_too(cli: Cli, write: Write) -> None:
    write("replylint.yaml", "select: [sends-away]\n")
    write("x.txt", BAD)
    assert "no-greeting" not in cli("explain", "x.txt").out
    assert "no-greeting" in cli("explain", "x.txt", "--isolated").out


WORDS = st.sampled_from([*KEYS, "files", "a", "sends-away", "hint", "true", "1", "- ", ": ", "\n"])
TEXTS = st.one_of(
    st.lists(WORDS, max_size=8).map(" ".join),
    st.lists(st.tuples(st.sampled_from(list(KEYS)), st.text(max_size=6)), max_size=3).map(
        lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
    ),
    st.text(max_size=40),
)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS, name=st.sampled_from(["replylint.yaml", "pyproject.toml"]))
def test_any_configuration_text_is_used_or_told_in_one_line(cli: Cli, text: str, name: str) -> None:
    for other in ("replylint.yaml", "pyproject.toml"):
        Path(other).unlink(missing_ok=True)
    head = "[tool.replylint]\n" if name == "pyproject.toml" else ""
    Path(name).write_bytes((head + text).encode("utf-8", "surrogatepass"))
    done = cli("config", "show", "x.txt")
    assert "Traceback" not in done.err and "replylint: unexpected" not in done.err
    assert done.status == 0 or (done.status, done.err.count("\n")) == (2, 1), done.err
