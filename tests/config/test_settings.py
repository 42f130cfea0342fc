from __future__ import annotations

import pytest

from replylint.config.find import Configs
from replylint.config.origins import origins
from replylint.config.settings import Config
from replylint.engine.problems import RuleFileError
from replylint.readers.inputs import Defaults
from tests.config.conftest import Write

TEXT = """\
channel: email
fail-on: warning
fragment: [saluti/]
exclude: [old/, "*.bak.txt"]
severities: {a: hint}
overrides:
  - files: [social/]
    channel: social
    ignore: [b]
    severities: {a: error}
  - files: "*.md"
    fail-on: never
    public: false
  - files: social/saluti.txt
    fragment: true
"""


@pytest.fixture
def config(write: Write) -> Config:
    write("team/replylint.yaml", TEXT)
    return Configs({}).of("team/x.txt")


def test_overrides_hold_for_their_files_and_later_ones_win(config: Config) -> None:
    plain = config.settings("team/x.txt")
    assert (plain.channel, plain.fail_on, plain.hidden) == ("email", "warning", frozenset())
    social = config.settings("team/social/deep/x.md")
    assert (social.channel, social.fail_on, social.public) == ("social", "never", False)
    assert social.hidden == {"b"}
    assert social.severities == {"a": "error"}


def test_files_with_the_same_overrides_share_their_settings(config: Config) -> None:
    assert config.settings("team/a.txt") is config.settings("team/b.txt")
    assert config.settings("team/a.md").engine is config.settings("team/b.txt").engine


def test_fragments(config: Config) -> None:
    assert config.settings("team/saluti/x.txt").fragment
    assert config.settings("team/social/saluti.txt").fragment
    assert not config.settings("team/x.txt").fragment


def test_exclude(config: Config) -> None:
    assert config.excludes("team/old/x.txt")
    assert config.excludes("team/a/x.bak.txt")
    assert not config.excludes("team/x.txt")


def test_patterns_see_neither_standard_input_nor_what_lies_outside(config: Config) -> None:
    assert config.settings("-").fail_on == "warning"
    assert config.settings("elsewhere/old/x.md").fail_on == "warning"
    assert not config.excludes("old/x.txt")


def test_the_command_line_comes_last(write: Write) -> None:
    write("replylint.yaml", TEXT + "ignore: [c]\nagents: [Anna]\n")
    given = {"fail-on": "hint", "ignore": ("d",), "agents": ("Bea",), "select": None}
    settings = Configs(given).of("x").settings("x.md")
    assert settings.fail_on == "hint"
    assert settings.engine.ignore == ("c", "d")
    assert settings.engine.select is None
    assert settings.agents == ("Anna", "Bea")


def test_what_readers_assume(write: Write) -> None:
    write("replylint.yaml", "channel: email\npublic: false\nfields: {text: corpo}\n")
    settings = Configs({}).of("x").settings("x")
    made = settings.defaults(Defaults(channel="chat", tone="ironic"))
    assert (made.channel, made.public, made.tone) == ("chat", False, "ironic")
    assert made.fields == (("text", "corpo"),)


def test_a_pattern_that_is_none(write: Write) -> None:
    write("replylint.yaml", 'overrides:\n  - files: ["ok", "a/**b/\\\\"]\n')
    with pytest.raises(RuleFileError, match=r"^replylint\.yaml:2:.*no pattern"):
        Configs({}).of("x").settings("x")


def test_origins(config: Config) -> None:
    found = {one.key: (one.value, one.origin) for one in origins(config, "team/social/x.txt")}
    assert found["channel"] == ("social", "team/replylint.yaml:8")
    assert found["fail-on"] == ("warning", "team/replylint.yaml:2")
    assert found["severities.a"] == ("error", "team/replylint.yaml:10")
    assert found["ignore[]"] == ("b", "team/replylint.yaml:9")
    assert found["lang"] == ("it", "default")
    assert [o.value for o in origins(config, "team/x") if o.key == "exclude[]"] == [
        "old/", '"*.bak.txt"',
    ]  # fmt: skip


def test_origins_across_files(write: Write) -> None:
    write("a.yaml", "lists: {x: [eins]}\nseverities: {r: hint, s: hint}\nignore: a\n")
    write("replylint.yaml", "extends: a.yaml\nlists: {x: [due]}\nseverities: {r: error}\n")
    found = [(one.key, one.value, one.origin) for one in origins(Configs({}).of("x"), "x")]
    assert ("lists.x", '["eins"]', "a.yaml:1") in found
    assert ("lists.x", '["due"]', "replylint.yaml:2") in found
    assert ("severities.r", "error", "replylint.yaml:3") in found
    assert ("severities.s", "hint", "a.yaml:2") in found
    assert ("ignore[]", "a", "a.yaml:3") in found
    assert not [one for one in found if one[0] == "severities.r" and one[1] == "hint"]


def test_without_any_file(write: Write) -> None:
    write("x.txt", "")
    config = Configs({}, isolated=True).of("x.txt")
    assert config.settings("x.txt").fail_on == "error"
    assert config.file is None
    assert {one.origin for one in origins(config, "x.txt")} == {"default"}
