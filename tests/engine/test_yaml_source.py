from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.problems import RuleFileError
from replylint.engine.yaml_source import MAX_BYTES, MAX_DEPTH, parse_yaml


def problem(raw: bytes) -> str:
    with pytest.raises(RuleFileError) as caught:
        parse_yaml(raw, "f.yaml")
    return str(caught.value)


def test_values_and_their_places() -> None:
    root = parse_yaml("act: no\nwords: [on, sì, 24, 0.5, true, null]\n".encode(), "f.yaml")
    assert root.value == {"act": "no", "words": ["on", "sì", 24, 0.5, True, None]}
    assert root.keys["words"] == (2, 1)
    node = root.find(("words", 1))
    assert (node.line, node.column) == (2, 13)


def test_parts_of_a_path_that_name_nothing_are_passed_over() -> None:
    root = parse_yaml(b"when: {act: x}", "f.yaml")
    assert root.find(("when", "kind-act", "act")).value == "x"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "f.yaml:1:1: the file is empty"),
        (b"a: 1\na: 2", "f.yaml:2:1: the key 'a' is given twice"),
        (b"a: !!python/name:os.system x", "f.yaml:1:4: the tag 'tag:yaml.org,2002:python"),
        (b"a: *b", "f.yaml:1:4: the alias 'b' names no anchor above"),
        (b"a: &a [*a]", "f.yaml:1:8: the alias 'a' names no anchor above"),
        (b"a: 1\n---\nb: 2", "f.yaml:2:1: one YAML document a file"),
        (b"? [a]\n: 1", "f.yaml:1:3: a key must be a plain word"),
        (b"a: [1", "f.yaml:2:1: not YAML"),
        (b"a: \xff", "f.yaml:1: not UTF-8"),
        (b"a: \x07", "f.yaml: not YAML"),
        (b"[" * (MAX_DEPTH + 1), "nested deeper than"),
        (b" " * (MAX_BYTES + 1), "larger than"),
    ],
)
def test_what_is_refused(raw: bytes, message: str) -> None:
    assert message in problem(raw)


def test_aliases_count_as_what_they_stand_for() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "more than" in problem("\n".join(lines).encode())


def test_byte_order_mark_is_no_content() -> None:
    assert parse_yaml(b"\xef\xbb\xbfa: b", "f.yaml").value == {"a": "b"}


@given(st.binary(max_size=200) | st.text(alphabet="ab:-[]{}&*!|>#'\"\n \t%@,?", max_size=80))
def test_anything_is_a_value_or_one_clear_problem(raw: bytes | str) -> None:
    try:
        parse_yaml(raw if isinstance(raw, bytes) else raw.encode(), "f.yaml")
    except RuleFileError as error:
        assert str(error).startswith("f.yaml:")


plain_words = st.text(alphabet="abcdefgh ", min_size=1).map(str.strip).filter(bool)
values = st.recursive(
    plain_words | st.integers(-999, 999) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain_words, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(plain_words, values, min_size=1, max_size=3))
def test_plain_values_come_back(value: dict[str, object]) -> None:
    assert parse_yaml(yaml.safe_dump(value).encode(), "f.yaml").value == value
