from __future__ import annotations

import sys
from pathlib import Path

import pytest

from replylint.config.settings import Config, load_config
from replylint.engine.problems import RuleFileError
from tests.config.conftest import Write


def load(name: str = "replylint.yaml") -> Config:
    return load_config(Path(name), {})


def problem(name: str = "replylint.yaml") -> str:
    with pytest.raises(RuleFileError) as error:
        load(name)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_what_a_file_says_joins_what_it_extends(write: Write) -> None:
    write(
        "company/shared.yaml",
        """\
        channel: email
        lang: en
        ignore: [a]
        severities: {x: hint, y: hint}
        lists: {elsewhere: [portalone]}
        rules: rules
        """,
    )
    write(
        "replylint.yaml",
        """\
        extends: company/shared.yaml
        channel: chat
        ignore: b
        severities: {y: error}
        lists: {elsewhere: [sportello x], brands: [Acme]}
        """,
    )
    config = load()
    assert config.value("channel") == "chat"
    assert config.value("lang") == "en"
    assert config.value("ignore") == ("a", "b")
    assert config.value("severities") == {"x": "hint", "y": "error"}
    assert config.value("lists") == {"elsewhere": ("portalone", "sportello x"), "brands": ("Acme",)}
    assert config.value("rules") == ("company/rules",)


def test_the_last_of_several_that_are_extended_wins(write: Write) -> None:
    write("a.yaml", "channel: chat\nlang: en\n")
    write("b.yaml", "extends: a.yaml\nchannel: email\n")
    write("replylint.yaml", "extends: [a.yaml, b.yaml]\n")
    assert (load().value("channel"), load().value("lang")) == ("email", "en")


def test_pyproject_can_be_extended(write: Write) -> None:
    write("up/pyproject.toml", '[tool.replylint]\nchannel = "chat"\n')
    write("replylint.yaml", "extends: up/pyproject.toml\n")
    assert load().value("channel") == "chat"
    write("up/pyproject.toml", "[tool.other]\n")
    assert "up/pyproject.toml: there is no [tool.replylint] table" in problem()


def test_an_installed_package_is_found_and_not_run(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("site/acme_replies/__init__.py", "raise SystemExit('run')\n")
    write("site/acme_replies/replylint.yaml", "lang: en\n")
    write("site/acme_replies/rules/lists.yaml", "x: [y]\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    write("replylint.yaml", "extends: acme-replies\n")
    assert load().value("lang") == "en"
    assert load().value("rules") == (str(tmp_path / "site/acme_replies/rules"),)


@pytest.mark.parametrize(
    ("extends", "told"),
    [
        ("none.yaml", "replylint.yaml:1:10: extends 'none.yaml': no such file"),
        ("no-such-package-x", "no such file, and no such installed package"),
        ("../../../../etc/passwd-none", "no such installed package"),
        ("replylint.yaml", "a circle"),
        ("empty", "holds neither replylint.yaml nor a folder rules/"),
    ],
)
def test_what_cannot_be_extended(write: Write, extends: str, told: str) -> None:
    write("empty/x.txt", "")
    write("replylint.yaml", f"extends: {extends}\n")
    assert told in problem()


def test_circles_and_long_chains_end(write: Write) -> None:
    write("replylint.yaml", "extends: b.yaml\n")
    write("b.yaml", "extends: replylint.yaml\n")
    assert problem().startswith("b.yaml:1:10: extends 'replylint.yaml', which extends this file")
    for number in range(40):
        write(f"c{number}.yaml", f"extends: c{number + 1}.yaml\n")
    assert "extends more than 20 files" in problem("c0.yaml")
    for number in range(12):
        write(f"d{number}.yaml", f"extends: [d{number + 1}.yaml, d{number + 1}.yaml]\n")
    write("d12.yaml", "lang: en\n")
    assert "extends more than 20 files" in problem("d0.yaml")


def test_an_empty_file_says_nothing(write: Write) -> None:
    write("replylint.yaml", "# channel: chat\n\n")
    assert load().value("channel") is None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("- a\n", "settings must be a mapping"),
        ("channel: [\n", "not YAML"),
        ("channel: chat\nchannel: chat\n", "given twice"),
        ("x: &a [*a]\n", "alias"),
        ("channel: !!python/object:os.system x\n", "tag"),
        ("lists:\n  a: [" + "x, " * 70000 + "]\n", "more than"),
    ],
)
def test_trouble(write: Write, content: str, told: str) -> None:
    write("replylint.yaml", content)
    assert told in problem()
    assert problem().startswith("replylint.yaml:")
