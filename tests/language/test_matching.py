from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from replylint.language.matching import PatternError, TokenMatcher, TreeMatcher


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return spacy.blank("it").vocab


def parsed(vocab: Vocab) -> Doc:
    words = ["Chiami", "il", "numero", ".", "Chiami", "me", "."]
    heads = [0, 2, 0, 0, 4, 4, 4]
    deps = ["ROOT", "det", "obj", "punct", "ROOT", "obj", "punct"]
    return Doc(vocab, words=words, heads=heads, deps=deps, sent_starts=[1, 0, 0, 0, 1, 0, 0])


POSITIONS = {"chiami": [0, 4], "numero": [2]}


def test_token_patterns_are_told_apart_by_their_labels(vocab: Vocab) -> None:
    matcher = TokenMatcher(vocab)
    assert matcher.spans(parsed(vocab)) == {}
    matcher.add("call", [{"LOWER": "chiami"}, {"IS_PUNCT": False, "OP": "+"}])
    matcher.add("x", [{"LOWER": "non", "OP": "?"}, {"LOWER": {"IN": ["chiami", "scriva"]}}])
    matcher.add("nowhere", [{"LOWER": "scriva"}])
    assert matcher.spans(parsed(vocab)) == {"call": ((0, 3), (4, 6)), "x": ((0, 1), (4, 5))}


TREE = [
    {"RIGHT_ID": "v", "RIGHT_ATTRS": {"LOWER": "chiami"}},
    {"LEFT_ID": "v", "REL_OP": ">", "RIGHT_ID": "o", "RIGHT_ATTRS": {"LOWER": {"IN": ["numero"]}}},
]


def test_trees_run_only_where_their_words_are(vocab: Vocab) -> None:
    matcher = TreeMatcher(vocab, "tree", TREE)
    doc = parsed(vocab)
    assert matcher.spans(doc, POSITIONS, [(0, 4), (4, 7)]) == ((0, 3),)
    assert matcher.spans(doc, {"chiami": [0, 4]}, [(0, 4), (4, 7)]) == ()


def test_a_pattern_that_spacy_refuses_is_one_line(vocab: Vocab) -> None:
    with pytest.raises(PatternError) as caught:
        TokenMatcher(vocab).add("x: tokens[0]", [{"NONSENSE": "a"}])
    assert len(str(caught.value).splitlines()) == 1
    assert str(caught.value).startswith("x: tokens[0]: spaCy refuses it")
