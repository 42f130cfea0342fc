from __future__ import annotations

from pathlib import Path

import pytest

from replylint.config.find import Configs
from replylint.engine.problems import RuleFileError
from tests.config.conftest import Write

TOML = '[project]\nname = "x"\n\n[tool.replylint]\nchannel = "chat"\n'


def file_of(path: str, configs: Configs | None = None) -> str | None:
    file = (configs or Configs({})).of(path).file
    return None if file is None else file.as_posix()


def test_the_nearest_file_upwards_wins(write: Write) -> None:
    write("pyproject.toml", TOML)
    write("a/.replylint.yaml", "channel: email\n")
    write("a/b/draft.txt", "")
    assert file_of("draft.txt") == "pyproject.toml"
    assert file_of("a/b/draft.txt") == "a/.replylint.yaml"
    assert file_of("a") == "a/.replylint.yaml"
    assert file_of("-") == "pyproject.toml"


def test_in_one_folder_yaml_comes_first(write: Write) -> None:
    write("pyproject.toml", TOML)
    write(".replylint.yaml", "channel: email\n")
    assert file_of("x") == ".replylint.yaml"
    write("replylint.yaml", "channel: email\n")
    assert file_of("x") == "replylint.yaml"


@pytest.mark.parametrize(
    "content",
    [
        "",
        '[project]\nname = "replylint-macros"\n',
        "# [tool.replylint]\n[tool.x]\ny = 1\n",
        'tool = "replylint"\n',
        "broken = = replylint tool\n",
    ],
)
def test_a_pyproject_without_our_table_is_none_of_ours(write: Write, content: str) -> None:
    write("replylint.yaml", "channel: email\n")
    write("a/pyproject.toml", content)
    assert file_of("a/draft.txt") == "replylint.yaml"


def test_our_table_is_found_however_it_is_written(write: Write) -> None:
    for content in (
        'tool.replylint.channel = "chat"\n',
        '[tool]\nreplylint = {channel = "chat"}\n',
    ):
        write("pyproject.toml", content)
        assert Configs({}).of("x").value("channel") == "chat"


def test_a_broken_table_of_ours_is_told_with_its_place(write: Write) -> None:
    write("pyproject.toml", "[tool.replylint]\nchannel = \n")
    with pytest.raises(RuleFileError, match=r"^pyproject\.toml:2: not TOML"):
        Configs({}).of("x")


def test_a_list_of_no_rules_is_told_with_its_place(write: Write) -> None:
    write("pyproject.toml", "[tool.replylint]\nselect = []\n")
    with pytest.raises(RuleFileError, match=r"^pyproject\.toml:2:1: select: names no rule"):
        Configs({}).of("x")


def test_a_link_that_leads_nowhere_is_told_as_one_that_cannot_be_read(write: Write) -> None:
    write("a/draft.txt", "")
    Path("a/replylint.yaml").symlink_to("replylint.yaml")
    with pytest.raises(RuleFileError, match=r"^a/replylint\.yaml: cannot be read: Too many"):
        Configs({}).of("a/draft.txt")


def test_a_fixed_file_and_none(write: Write) -> None:
    write("replylint.yaml", "channel: email\n")
    other = write("other/shared.yaml", "channel: chat\n")
    assert file_of("x", Configs({}, other)) == "other/shared.yaml"
    assert file_of("x", Configs({}, isolated=True)) is None
    with pytest.raises(RuleFileError, match="cannot be read"):
        Configs({}, Path("none.yaml"))


def test_a_run_has_the_configuration_of_its_common_folder(write: Write) -> None:
    write("replylint.yaml", "lang: en\n")
    write("a/replylint.yaml", "lang: it\n")
    write("b/x.txt", "")
    configs = Configs({})
    assert configs.of_run(["a"]).value("lang") == "it"
    assert configs.of_run(["a", "b/x.txt"]).value("lang") == "en"
    assert configs.of_run([]).value("lang") == "en"
    assert configs.of_run(["-"]).value("lang") == "en"
