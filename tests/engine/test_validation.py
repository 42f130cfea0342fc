from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.engine.problems import RuleFileError
from replylint.engine.schema import Act
from replylint.engine.schema_rules import (
    AllCondition,
    AttributeTest,
    FactCondition,
    GroupCondition,
    NotCondition,
)
from replylint.engine.validation import KINDS, json_schema, validate
from replylint.engine.yaml_source import parse_yaml
from tests.engine.conftest import RULES

ACT = """\
act: thanks
about: {it: Grazie., en: Thanks.}
phrases: [grazie, {phrase: "mille grazie", agent: company, set: {to: "1"}}]
tests: {flags: [a, {text: b, quote: b}, c], passes: [d, e, f]}
"""


def read(kind: str, text: str) -> Any:
    return validate(kind, parse_yaml(text.encode(), "f.yaml"), "f.yaml")


def problem(kind: str, text: str) -> str:
    with pytest.raises(RuleFileError) as caught:
        read(kind, text)
    return str(caught.value)


def test_short_and_long_spellings_are_one() -> None:
    act = read("act", ACT)
    assert isinstance(act, Act)
    assert act.phrases[0].phrase == "grazie"
    assert act.phrases[1].agent == ("company",)
    assert act.tests.flags[1].quote == "b"
    assert act.in_ == "reply"


def test_numbers_stand_for_words() -> None:
    assert read("lists", "numbers: [24, h24]") == {"numbers": ("24", "h24")}


def test_phrases_stand_wherever_words_do() -> None:
    act = read("act", f"{ACT}clauses: [{{words: [$our (grave) $fault, a|b]}}]")
    assert act.clauses[0].words == ("$our (grave) $fault", "a|b")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("phrases", "phrasess", "f.yaml:3:1: unknown key 'phrasess' (did you mean 'phrases'?)"),
        ("phrases: [", "tokens: [[{TEXT: 5}]]\nphrases: [", "f.yaml:3:10: TEXT takes a word"),
        ("agent:", "agnet:", "f.yaml:3:44: unknown key 'agnet' (did you mean 'agent'?)"),
        ("company", "companies", "'companies' is none of 'company', 'customer'"),
        ("act: thanks", "act: Thanks", "f.yaml:1:6: 'Thanks' is no name"),
        ("act: thanks\n", "", "f.yaml:1:1: the key 'act' is missing"),
        ("[d, e, f]", "[d]", "'passes' needs at least 3"),
        ("mille grazie", "mille ..3", "f.yaml:3:28: a gap must stand between two words"),
        ("about: {it: Grazie., ", "about: {", "f.yaml:2:8: the key 'it' is missing"),
    ],
)
def test_problems_have_their_place(old: str, new: str, message: str) -> None:
    assert message in problem("act", ACT.replace(old, new))


def test_a_file_of_another_kind_is_told_as_such() -> None:
    assert problem("rule", ACT).startswith("f.yaml:1:1: this is an act, not a rule: a rules folder")
    assert "this is a gauge, not an act" in problem("act", "gauge: x")


RULE = (RULES / "formal-to-sarcasm.yaml").read_text("utf-8")
WHEN = "{all: [{fact: customer.tone, is: ironic}, {gauge: formality}]}"


def test_the_word_itself_is_no_suggestion() -> None:
    wrong = RULE.replace("flags:", "flags:\n    - {text: a, quote: b}")
    assert problem("rule", wrong).endswith("unknown key 'text'")


def when(condition: str) -> Any:
    return read("rule", RULE.replace(WHEN, condition)).when


def test_conditions_of_every_kind() -> None:
    found = when(
        "{all: [{any: [{act: a}]}, {none: [{group: g, in: customer, at_least: 2}]}, "
        "{not: {fact: f, in: [a, 1, true]}}, {act: a, where: {to: [x, y], via: {not_fact: f}}}]}"
    )
    assert isinstance(found, AllCondition)
    none, negated, where = found.all_[1:]
    assert none.none_[0] == GroupCondition(group="g", in_="customer", at_least=2)
    assert negated == NotCondition(not_=FactCondition(fact="f", in_=("a", 1, True)))
    assert where.where == {"to": AttributeTest(is_=("x", "y")), "via": AttributeTest(not_fact="f")}


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("{al: []}", "f.yaml:7:7: a condition needs one of all, any, none, not"),
        ("{all: []}", "'all' needs at least 1"),
        ("{all: [{fact: f, iz: 3}]}", "f.yaml:7:24: unknown key 'iz'"),
        ("yes", "a condition needs one of"),
    ],
)
def test_wrong_conditions(condition: str, message: str) -> None:
    assert message in problem("rule", RULE.replace(WHEN, condition))


def test_deep_conditions_are_refused_in_one_line() -> None:
    deep = "{not: " * 60 + "{act: a}" + "}" * 60
    assert "nested deeper" in problem("rule", RULE.replace(WHEN, deep))


def test_json_schema_accepts_the_files_and_refuses_unknown_keys() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in RULES.rglob("*.yaml"):
        validator.validate(parse_yaml(path.read_bytes(), path).value)
    assert not validator.is_valid({"act": "x", "flavour": 1})


snippets = st.sampled_from(
    [
        *(
            "act: x",
            "rule: x",
            "when:",
            "  - all:",
            "phrases: [a, b]",
            "tests: {flags: [a]}",
            "- x",
        ),
        *(
            "about: {it: a}",
            "clauses:",
            "  - {agent: customer}",
            "lists: {a: [b, $c]}",
            "in: reply",
        ),
    ]
)


@settings(max_examples=200)
@given(st.sampled_from(sorted(KINDS)), st.lists(snippets, max_size=6), st.text(max_size=20))
def test_any_text_is_a_file_or_one_problem(kind: str, lines: list[str], noise: str) -> None:
    try:
        read(kind, "\n".join([*lines, noise]))
    except RuleFileError as error:
        assert str(error).isprintable()
        assert str(error).startswith("f.yaml:")


KEYS = ["act", "rule", "when", "all", "any", "not", "fact", "in", "is", "where", "tests", "about"]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.sampled_from(sorted(KINDS)), json_values)
def test_any_value_is_a_file_or_one_problem(kind: str, value: object) -> None:
    try:
        read(kind, yaml.safe_dump(value, allow_unicode=True))
    except RuleFileError as error:
        assert str(error).isprintable()
