from __future__ import annotations

from typing import Any

import pytest

from replylint.engine.token_patterns import check_token_pattern, check_tree_pattern


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": "ciao"}, {"IS_PUNCT": True, "OP": "*"}],
        [{"LEMMA": {"IN": ["a", "b"]}, "OP": "{1,3}"}],
        [{"TEXT": {"REGEX": r"^[A-Z]{3,}!+$"}}],
        [{"MORPH": {"IS_SUPERSET": ["Mood=Imp"]}}, {"LENGTH": {">=": 3}}],
        [{"LENGTH": {"IN": [3, 4]}}, {"lower": "a", "op": "{,2}"}],
    ],
)
def test_patterns_that_are_taken(pattern: list[dict[str, Any]]) -> None:
    assert check_token_pattern(pattern) is pattern


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ([], "1 to 20 tokens"),
        ([{"LOWR": "a"}], "unknown token attribute 'LOWR' (did you mean 'LOWER'?)"),
        ([{"_": {"a": 1}}], "unknown token attribute '_'"),
        ([{"LOWER": "a", "OP": "x"}], "OP 'x' is none of"),
        ([{"LOWER": "a", "OP": "*"}], "at least one token that must be there"),
        ([{"LOWER": {"INN": ["a"]}}], "did you mean 'IN'?"),
        ([{"LOWER": "a", "OP": "{2,1}"}], "the first number must not be above the second"),
        ([{"LOWER": "a", "op": "{,}"}], "OP '{,}' is none of"),
        ([{"LOWER": "a", "lower": "b"}], "given twice"),
        ([{"LOWER": {"IN": "a"}}], "takes a list"),
        ([{"LOWER": {"IN": [5]}}], "takes a list of words"),
        ([{"LOWER": {">=": 5}}], "unknown test of a token attribute '>='"),
        ([{"LOWER": ["a"]}], "takes a word"),
        ([{"TEXT": 5}], "TEXT takes a word (a number in quotes) or a mapping"),
        ([{"IS_ALPHA": 1}], "IS_ALPHA takes true or false, not '1'"),
        ([{"MORPH": {"IN": ["Imp"]}}], "features, each as in Mood=Imp"),
        ([{"LENGTH": -1}], "takes a number"),
        ([{"LENGTH": {"IN": ["a"]}}], "takes a list of numbers"),
        ([{"LENGTH": {">=": "a"}}], "takes a number"),
        ([{"TEXT": {"REGEX": "(a+)+b"}}], "a repeated group can take forever"),
        ([{"TEXT": {"REGEX": ".*a.*b.*c"}}], "at most two repeats"),
        ([{"TEXT": {"REGEX": "a{0,9}b{0,9}c{0,9}"}}], "at most two repeats"),
        ([{"TEXT": {"REGEX": r"(a+)(b)\2"}}], "no references"),
        ([{"TEXT": {"REGEX": "a?" * 40 + "a" * 40}}], "optional or alternative parts"),
        ([{"TEXT": {"REGEX": "(?:a|a)" * 20}}], "optional or alternative parts"),
        ([{"TEXT": {"REGEX": "["}}], "REGEX '['"),
        ([{"TEXT": {"REGEX": "a" * 300}}], "at most 200 characters"),
    ],
)
def test_patterns_that_are_refused(pattern: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ValueError) as caught:
        check_token_pattern(pattern)
    assert message in str(caught.value)


ROOT = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"POS": "VERB"}}


def test_trees_that_are_taken() -> None:
    child = {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "x", "RIGHT_ATTRS": {"DEP": "obj"}}
    assert check_tree_pattern([ROOT, child]) == [ROOT, child]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"REL_OP": "=>"}, "is no relation"),
        ({"LEFT_ID": "noun"}, "is not the name of a node above"),
        ({"RIGHT_ID": "verb"}, "must be a name used once"),
        ({"RIGHT_ATTRS": {"DEP": "obj", "OP": "!"}}, "spaCy ignores it"),
        ({"RIGHT_ATTRS": {}}, "must be a mapping"),
        ({"RIGHT_ATTR": {}}, "did you mean 'RIGHT_ATTRS'?"),
    ],
)
def test_trees_that_are_refused(change: dict[str, Any], message: str) -> None:
    child = {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "x", "RIGHT_ATTRS": {"DEP": "obj"}}
    with pytest.raises(ValueError) as caught:
        check_tree_pattern([ROOT, {**child, **change}])
    assert message in str(caught.value)


def test_a_node_needs_its_keys() -> None:
    with pytest.raises(ValueError, match="lacks LEFT_ID"):
        check_tree_pattern([ROOT, {"REL_OP": ">", "RIGHT_ID": "x", "RIGHT_ATTRS": {"DEP": "a"}}])
