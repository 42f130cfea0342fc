"""Every key: what it takes, what it refuses and how that is told; the schema says the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from replylint.config.keys import FIELDS, KEYS, OVERRIDE_KEYS, config_schema
from replylint.config.kinds import read_keys
from replylint.engine.problems import RuleFileError
from replylint.engine.yaml_source import parse_yaml
from replylint.readers.exports import generic

FILE = Path("replylint.yaml")
VALIDATOR = Draft202012Validator(config_schema())

GOOD: dict[str, Any] = {
    "extends": ["./shared.yaml", "acme-replies"],
    "select": "no-solution",
    "ignore": ["no-reply", "excuses"],
    "severities": {"no-solution": "hint"},
    "min-severity": "hint",
    "fail-on": "never",
    "lang": "en",
    "channel": "social",
    "public": True,
    "fragment": ["saluti/", "*.frag.md"],
    "exclude": "old/",
    "rules": "rules",
    "agents": ["Anna", "Marco B."],
    "input-format": "zendesk-macros",
    "fields": {"text": "corpo"},
    "lists": {"elsewhere": ["portalone", "app acme"], "vip": "presidente"},
    "thresholds": {"irony": 2.5, "heat": 3},
    "overrides": [{"files": "*.md", "public": False, "ignore": "x", "fragment": True}],
    "model": "it_core_news_sm",
    "require-reason": False,
    "baseline": "known.json",
    "cache-dir": ".replylint_cache",
}


def read(value: object) -> dict[str, Any]:
    raw = yaml.safe_dump(value, allow_unicode=True, sort_keys=False).encode()
    return read_keys(parse_yaml(raw, FILE), KEYS, FILE)


def test_every_key_is_tried_here() -> None:
    assert set(GOOD) == set(KEYS)


@pytest.mark.parametrize("key", GOOD)
def test_good_values(key: str) -> None:
    read({key: GOOD[key]})
    VALIDATOR.validate({key: GOOD[key]})


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"chanel": "chat"}, "1:1: unknown key 'chanel' (did you mean 'channel'?)"),
        ({"zzz": 1}, "1:1: unknown key 'zzz'; known: extends, select"),
        ({"channel": "sociale"}, "1:10: channel: must be one of social, chat"),
        ({"channel": "sociale"}, "did you mean 'social'?"),
        ({"channel": ["chat"]}, "not a list"),
        ({"public": "yes please"}, "public: must be true or false, not 'yes please'"),
        ({"severities": {"a": "fatal"}}, "one of error, warning, hint, not 'fatal'"),
        ({"severities": "error"}, "a mapping, not 'error'"),
        ({"ignore": {"a": 1}}, "a text, not a mapping"),
        ({"agents": [None]}, "a text, not nothing"),
        ({"select": []}, "1:9: select: names no rule; leave it out for all rules"),
        ({"rules": ""}, "a text"),
        ({"model": "a\0b"}, "a text"),
        ({"thresholds": {"irony": 0}}, "a number above 0, not '0'"),
        ({"thresholds": {"irony": True}}, "a number above 0"),
        ({"fields": {"tetx": "corpo"}}, "unknown key 'tetx' (did you mean 'text'?)"),
        ({"overrides": {"files": "x"}}, "a list of mappings, not a mapping"),
        ({"overrides": ["x"]}, "a mapping, not 'x'"),
        ({"overrides": [{"channel": "chat"}]}, "the key 'files' is missing"),
        ({"overrides": [{"files": "x", "model": "y"}]}, "unknown key 'model'"),
        ({"overrides": [{"files": "x", "public": 3}]}, "overrides: public: must be true or false"),
    ],
)
def test_wrong_values(value: dict[str, Any], told: str) -> None:
    with pytest.raises(RuleFileError) as error:
        read(value)
    assert told in str(error.value)
    assert str(error.value).startswith("replylint.yaml:")
    assert not VALIDATOR.is_valid(value) or "\0" in value.get("model", "")


def test_every_key_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    rows = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert [row for row in rows if row in KEYS] == list(KEYS)
    example = page.split("```yaml\n")[1].split("```")[0]
    read(yaml.safe_load(example))
    assert all(f"`{key}`" in page for key in OVERRIDE_KEYS)


def test_fields_are_those_that_the_reader_knows() -> None:
    assert set(FIELDS) == set(generic._tables()) - {"channels", "envelopes"}


def test_paths_are_relative_to_the_file_and_names_of_models_are_not() -> None:
    file = Path("team/replylint.yaml")
    node = parse_yaml(b"{rules: r, model: ./m, baseline: ../b.json}", file)
    assert read_keys(node, KEYS, file) == {
        "rules": ("team/r",), "model": "team/m", "baseline": "b.json",
    }  # fmt: skip
    assert read({"model": "it_core_news_sm"}) == {"model": "it_core_news_sm"}


PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*KEYS, "files", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*KEYS, "x", "rule"]), VALUES, max_size=4))
def test_the_schema_takes_what_is_read(value: dict[str, Any]) -> None:
    try:
        read(value)
    except RuleFileError as error:
        assert "\n" not in str(error)
    else:
        assert VALIDATOR.is_valid(value)


@pytest.mark.parametrize("figure", [float("nan"), float("inf"), float("-inf")])
def test_a_threshold_is_finite(figure: float) -> None:
    with pytest.raises(RuleFileError, match="a number above 0"):
        read({"thresholds": {"irony": figure}})
