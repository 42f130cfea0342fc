from __future__ import annotations

import spacy

from replylint.engine.pattern_index import PatternIndex
from replylint.engine.reading import Reader
from tests.engine.conftest import ReadText


def test_only_patterns_whose_words_are_there_are_run() -> None:
    index = PatternIndex(spacy.blank("it").vocab)
    index.add_phrase("phrase", ["numero", "telefono"])
    index.add_clause("clause", frozenset({"scrivere"}), [])
    index.add_clause("any predicate", None, [])
    index.add_tokens("tokens", [{"LOWER": "ciao"}])
    always = {"any predicate", "tokens"}
    assert index.run([], []) == always
    assert index.run(["numero", "scrivere"], []) == {*always, "phrase"}
    assert index.run(["ciao"], ["scrivere"]) == {*always, "clause"}


def test_a_clause_hangs_on_the_rarest_of_what_it_needs() -> None:
    index = PatternIndex(spacy.blank("it").vocab)
    short, long = frozenset({"di"}), frozenset({"domattina"})
    index.add_clause("rare word", frozenset({"fare"}), [short, long])
    index.add_clause("rare predicate", frozenset({"disinstallare"}), [short])
    index.add_clause("no predicate", None, [short, long])
    assert index.run(["di", "fare"], ["fare"]) == set()
    assert index.run(["domattina"], []) == {"rare word", "no predicate"}
    assert index.run([], ["disinstallare"]) == {"rare predicate"}


def test_nothing_that_matches_is_left_out(reader: Reader, read_text: ReadText) -> None:
    """With every pattern run, the same acts are found."""
    texts = [
        example.text
        for act in reader.ruleset.acts.values()
        for example in (*act.tests.flags, *act.tests.passes)
    ]
    for text in texts:
        gated, full = read_text(text), read_text(text)
        full.text.__dict__["patterns"] = set(reader.pattern_labels())
        assert gated.acts.keys() >= full.acts.keys()
