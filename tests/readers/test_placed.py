"""Every string of a data file knows its place, whatever the format wrote around it."""

from __future__ import annotations

import json
import pickle

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.readers.inputs import UnreadableError
from replylint.readers.jsontext import json_lines, parse_json
from replylint.readers.placed import Record, Text, joined
from replylint.readers.yamltext import parse_yaml

PRINTABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff")
    | st.sampled_from("\n \"'\\:#-è😀"),
    max_size=40,
)


def places(text: Text) -> list[tuple[int, int]]:
    offsets = text.to_file()
    return [offsets.to_source(at, at + 1) for at in range(len(text))]


def reply(value: object) -> Text:
    assert isinstance(value, Record)
    found = value["reply"]
    assert isinstance(found, Text)
    return found


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40), st.booleans())
def test_json_strings_know_the_place_of_each_character(text: str, escaped: bool) -> None:
    file = "\n" + json.dumps({"id": [1, {}], "reply": text, "x": "y"}, ensure_ascii=escaped)
    found = reply(parse_json(file))
    assert found == text
    for character, (low, high) in zip(found, places(found), strict=True):
        assert json.loads(f'"{file[low:high]}"') == character


@settings(max_examples=300, deadline=None)
@given(PRINTABLE, st.sampled_from(["'", '"', "|", ">", None]), st.sampled_from([40, 1000]))
def test_yaml_strings_know_the_place_of_each_character(
    text: str, style: str | None, width: int
) -> None:
    file = yaml.dump(
        [{"id": 1, "reply": text, "x": "y"}], default_style=style, width=width, allow_unicode=True
    )
    document = parse_yaml(file)[0]
    assert isinstance(document, list)
    found = document[0]["reply"]
    if not isinstance(found, Text):  # a number, say, written without quotation marks
        return
    assert found == text
    before = 0
    for character, (low, high) in zip(found, places(found), strict=True):
        assert before <= low <= high <= len(file)
        before = low
        if not character.isspace() and high - low == 1:
            assert file[low:high] == character


@pytest.mark.parametrize(
    "file",
    [
        "reply: |\n  Gentile Anna,\n  le scrivo.\nid: a\n",
        "reply: |\r\n  Gentile Anna,\r\n  le scrivo.\r\n",
        "reply: |-\n\n   Gentile Anna,\n   le scrivo.\n# nota le scrivo\nid: a",
        "- reply: >\n    Gentile\n    Anna, le\n    scrivo.\n  # nota\n",
        "reply: Gentile Anna,\n  le scrivo. # nota",
        "reply: 'Gentile Anna,\n  le scrivo. l''altro'",
        'reply: "Gentile Anna,\\\n  \\ le scrivo. \\u00e8"',
        '{"reply": "Gentile Anna,\\nle scrivo. \\ud83d\\ude00"}',
        "&a {reply: &b Gentile Anna le scrivo, x: *b}",
    ],
)
def test_words_stand_where_they_are_said_to(file: str) -> None:
    value = parse_json(file) if file.startswith("{") else parse_yaml(file)[0]
    found = reply(value[0] if isinstance(value, list) else value)
    for word in ("Gentile", "Anna", "scrivo"):
        at = found.index(word)
        low, high = found.to_file().to_source(at, at + len(word))
        assert file[low:high] == word


def test_slices_joined_keep_their_places() -> None:
    file = '{"reply": "uno \\u00e8 due tre"}'
    found = reply(parse_json(file))
    part = joined([(found, 0, 5), (found, 9, 13)])
    assert part == "uno è tre"
    assert [file[low:high] for low, high in places(part)][4:] == ["\\u00e8", " ", "t", "r", "e"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1,}', "not valid JSON"),
        ("[" * 100_000, "JSON"),
        ("[" * 300 + "]" * 300, "deep"),
        ("[" + "1" * 5000 + "]", "number too long"),
    ],
)
def test_broken_json_is_said(text: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        parse_json(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [", "not valid YAML"),
        ("a: b: c", "not valid YAML"),
        ("[" * 10_000, "deep"),
        ("&a [*a]", "alias"),
        ("- &a x\n" + "- *a\n" * 1001, "alias"),
        ("a: \x07", "not valid YAML"),
    ],
)
def test_broken_yaml_is_said(text: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        parse_yaml(text)


def test_yaml_builds_nothing_from_tags() -> None:
    assert parse_yaml("!!python/object/apply:os.getcwd []") == [[]]


def test_lines_of_json_lines_fail_alone() -> None:
    found, broken = json_lines('{"a": 1}\n{broken\n\n{"a": "due"}')
    assert found == [{"a": 1}, {"a": "due"}]
    assert found.starts == [0, 18]
    assert [error.offset for error in broken] == [10]


def test_another_process_gets_a_plain_string() -> None:
    record = parse_json('{"text": "caffè"}')
    assert isinstance(record, Record)
    text = record["text"]
    assert isinstance(text, Text)
    sent = pickle.loads(pickle.dumps(text))
    assert (type(sent), sent) == (str, "caffè")
