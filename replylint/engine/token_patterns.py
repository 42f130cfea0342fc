"""Checks of spaCy patterns before spaCy is there: known attributes, safe operators and regexes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from replylint.engine.problems import quoted
from replylint.suggestions import did_you_mean

MAX_TOKENS = 20

_WORDS = ("ORTH", "TEXT", "LOWER", "NORM", "LEMMA", "SHAPE", "POS", "TAG", "MORPH", "DEP")
_FLAGS = (
    *("ALPHA", "ASCII", "DIGIT", "LOWER", "UPPER", "TITLE", "PUNCT", "SPACE", "BRACKET"),
    *("QUOTE", "LEFT_PUNCT", "RIGHT_PUNCT", "CURRENCY", "STOP", "SENT_START"),
)
_YES_OR_NO = frozenset(
    {*(f"IS_{flag}" for flag in _FLAGS)}
    | {"SPACY", "SENT_START", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL"}
)
_ATTRIBUTES = _YES_OR_NO | {*_WORDS, "LENGTH", "OP"}
_SETS = frozenset({"IN", "NOT_IN", "IS_SUBSET", "IS_SUPERSET", "INTERSECTS"})
_WORD_TESTS = _SETS | {"REGEX"}
_NUMBER_TESTS = _SETS | {"==", "!=", ">=", "<=", ">", "<"}
_QUANTIFIER = re.compile(r"[!?+*]|\{(?!,?\})(?P<least>\d{0,2})(,(?P<most>\d{0,2}))?\}")
_RELATIONS = frozenset(
    {"<", ">", "<<", ">>", ".", ".*", ";", ";*", ">+", ">-", ">++", ">--", "<+", "<-", "<++", "<--"}
    | {"$+", "$-", "$++", "$--"}
)
_TREE_KEYS = frozenset({"LEFT_ID", "REL_OP", "RIGHT_ID", "RIGHT_ATTRS"})
_REGEX_LIMIT = 200
_ESCAPE_OR_SET = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.S)
_REPEAT = re.compile(r"(?:[*+]|\{\d*,\d*\})\??")
_REFERENCE = re.compile(r"\\[1-9]|\(\?P=")
_MOST_REPEATS = 2
_MOST_CHOICES = 8
"""Each of them doubles the ways to try."""


def check_token_pattern(pattern: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Check a Matcher pattern and give it back. Raises ValueError saying what is wrong."""
    if not 1 <= len(pattern) <= MAX_TOKENS:
        raise ValueError(f"a token pattern has 1 to {MAX_TOKENS} tokens")
    for token in pattern:
        _check_token(token)
    if all(token.get("OP") in ("!", "?", "*") for token in pattern):
        raise ValueError("a token pattern needs at least one token that must be there")
    return pattern


def check_tree_pattern(pattern: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Check a DependencyMatcher pattern and give it back. Raises ValueError as above."""
    if not 1 <= len(pattern) <= MAX_TOKENS:
        raise ValueError(f"a tree pattern has 1 to {MAX_TOKENS} nodes")
    known: set[str] = set()
    for index, node in enumerate(pattern):
        _check_node(node, known, is_anchor=index == 0)
        known.add(node["RIGHT_ID"])
    return pattern


def _check_node(node: Mapping[str, Any], known: set[str], *, is_anchor: bool) -> None:
    for key in node:
        if key not in _TREE_KEYS:
            raise ValueError(f"unknown key {quoted(key)}{did_you_mean(str(key), _TREE_KEYS)}")
    wanted = {"RIGHT_ID", "RIGHT_ATTRS"} if is_anchor else _TREE_KEYS
    missing = sorted(wanted - node.keys())
    if missing:
        raise ValueError(f"a node of the tree lacks {missing[0]}")
    if not isinstance(node["RIGHT_ID"], str) or node["RIGHT_ID"] in known:
        raise ValueError(f"RIGHT_ID {quoted(node['RIGHT_ID'])} must be a name used once")
    if not is_anchor:
        if node["LEFT_ID"] not in known:
            raise ValueError(f"LEFT_ID {quoted(node['LEFT_ID'])} is not the name of a node above")
        if node["REL_OP"] not in _RELATIONS:
            raise ValueError(f"REL_OP {quoted(node['REL_OP'])} is no relation of spaCy's")
    attributes = node["RIGHT_ATTRS"]
    if not isinstance(attributes, dict) or not attributes:
        raise ValueError("RIGHT_ATTRS must be a mapping of token attributes")
    if "OP" in attributes:
        raise ValueError(
            f"OP {quoted(attributes['OP'])} in a tree pattern: spaCy ignores it; "
            "use unless: for what must not be there"
        )
    _check_token(attributes)


def _check_token(token: Mapping[str, Any]) -> None:
    if len({str(attribute).upper() for attribute in token}) < len(token):
        raise ValueError("a token attribute is given twice, in capitals and in small letters")
    for attribute, value in token.items():
        name = str(attribute).upper()
        if name not in _ATTRIBUTES:
            hint = did_you_mean(name, _ATTRIBUTES)
            raise ValueError(f"unknown token attribute {quoted(attribute)}{hint}")
        if name == "OP":
            _check_operator(value)
        elif name in _YES_OR_NO:
            if not isinstance(value, bool):
                raise ValueError(f"{attribute} takes true or false, not {quoted(value)}")
        elif isinstance(value, dict):
            _check_tests(name, value)
        elif name == "LENGTH":
            if not _is_number(value):
                raise ValueError(f"{attribute} takes a number or a mapping")
        elif not isinstance(value, str):
            raise ValueError(f"{attribute} takes a word (a number in quotes) or a mapping")


def _check_operator(value: object) -> None:
    found = _QUANTIFIER.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f"OP {quoted(value)} is none of ! ? + * {{n}} {{n,m}}")
    if found["least"] and found["most"] and int(found["least"]) > int(found["most"]):
        raise ValueError(f"OP {quoted(value)}: the first number must not be above the second")


def _check_tests(attribute: str, tests: Mapping[str, Any]) -> None:
    known = _NUMBER_TESTS if attribute == "LENGTH" else _WORD_TESTS
    wanted, told = _LISTED.get(attribute, (_is_word, "words"))
    for name, value in tests.items():
        if name not in known:
            hint = did_you_mean(str(name), known)
            raise ValueError(f"unknown test of a token attribute {quoted(name)}{hint}")
        if name == "REGEX":
            _check_regex(value)
        elif name in _SETS:
            if not isinstance(value, list) or not all(map(wanted, value)):
                raise ValueError(f"{name} takes a list of {told}")
        elif not _is_number(value):
            raise ValueError(f"{name} takes a number")


def _is_word(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _are_features(value: object) -> bool:
    return isinstance(value, str) and all(one.count("=") == 1 for one in value.split("|"))


_LISTED: dict[str, tuple[Callable[[object], bool], str]] = {
    "LENGTH": (_is_number, "numbers"),
    "MORPH": (_are_features, "features, each as in Mood=Imp"),
}


def _check_regex(expression: object) -> None:
    """Allow only expressions whose cost cannot explode: few repeats and choices."""
    if not isinstance(expression, str) or len(expression) > _REGEX_LIMIT:
        raise ValueError(f"REGEX takes an expression of at most {_REGEX_LIMIT} characters")
    bare = _ESCAPE_OR_SET.sub("_", expression)
    if re.search(r"\)[*+{]", bare):
        raise ValueError(f"REGEX {quoted(expression)}: a repeated group can take forever")
    if len(_REPEAT.findall(bare)) > _MOST_REPEATS or _REFERENCE.search(expression):
        raise ValueError(f"REGEX {quoted(expression)}: at most two repeats, no references")
    if _choices(_REPEAT.sub("_", bare)) > _MOST_CHOICES:
        raise ValueError(
            f"REGEX {quoted(expression)}: at most {_MOST_CHOICES} optional or alternative parts"
        )
    try:
        re.compile(expression)
    except re.error as error:
        raise ValueError(f"REGEX {quoted(expression)}: {error}") from None


def _choices(bare: str) -> int:
    """How many parts may be left out, and how many groups offer alternatives."""
    optional = len(re.findall(r"(?<!\()\?", bare))
    return optional + sum("|" in group for group in bare.split("(")[1:])
