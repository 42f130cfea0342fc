from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.logic import (
    Truth,
    Verdict,
    conjunction,
    disjunction,
    flips,
    leaves,
    missing_facts,
    negation,
    truth,
)

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
truths = st.sampled_from(Truth)
many = st.lists(truths, max_size=5)


def test_kleene_tables() -> None:
    assert [negation(value) for value in (T, F, U)] == [F, T, U]
    assert [conjunction([T, value]) for value in (T, F, U)] == [T, F, U]
    assert [conjunction([F, value]) for value in (T, F, U)] == [F, F, F]
    assert [disjunction([U, value]) for value in (T, F, U)] == [T, U, U]
    assert (conjunction([]), disjunction([])) == (T, F)


@given(truths)
def test_double_negation(value: Truth) -> None:
    assert negation(negation(value)) is value


@given(many)
def test_de_morgan(values: list[Truth]) -> None:
    assert negation(conjunction(values)) is disjunction([negation(value) for value in values])


@given(many, st.randoms())
def test_order_and_repetition_do_not_matter(values: list[Truth], random: object) -> None:
    shuffled = sorted(values, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert conjunction(values) is conjunction([*shuffled, *values])


@given(truths, truths, truths)
def test_distribution(a: Truth, b: Truth, c: Truth) -> None:
    left = conjunction([a, disjunction([b, c])])
    assert left is disjunction([conjunction([a, b]), conjunction([a, c])])


@given(st.lists(truths, min_size=1, max_size=5))
def test_a_known_answer_stays_when_more_becomes_known(values: list[Truth]) -> None:
    """What is decided with something unknown is decided the same however that comes out."""
    answer = conjunction(values)
    if answer is not U:
        for known in (T, F):
            assert conjunction([known if value is U else value for value in values]) is answer


def leaf(value: Truth, fact: str = "channel") -> Verdict:
    return Verdict("fact", f"fact {fact}", value, missing=fact if value is U else None)


def node(kind: str, parts: Sequence[Verdict]) -> Verdict:
    values = [part.truth for part in parts]
    outcome = {
        "all": lambda: conjunction(values),
        "any": lambda: disjunction(values),
        "none": lambda: negation(disjunction(values)),
        "not": lambda: negation(values[0]),
    }[kind]()
    return Verdict(kind, kind, outcome, tuple(parts))


trees = st.recursive(
    truths.map(leaf),
    lambda inner: (
        st.builds(
            node, st.sampled_from(["all", "any", "none"]), st.lists(inner, min_size=1, max_size=3)
        )
        | st.builds(lambda part: node("not", [part]), inner)
    ),
    max_leaves=8,
)


@given(trees)
def test_an_unknown_verdict_says_what_was_missing(tree: Verdict) -> None:
    assert bool(missing_facts(tree)) == (tree.truth is U)


def flipped(tree: Verdict, changed: list[Verdict]) -> Verdict:
    if not tree.parts:
        wanted = any(tree is other for other in changed)
        return leaf(T if tree.truth is not T else F) if wanted else tree
    return node(tree.kind, [flipped(part, changed) for part in tree.parts])


@given(trees)
def test_flipping_the_named_leaves_turns_a_known_verdict(tree: Verdict) -> None:
    if all(part.truth is not U for part in leaves(tree)):
        distinct = _distinct(tree)
        wanted = negation(distinct.truth)
        changed = list(flips(distinct, wanted))
        assert changed
        assert flipped(distinct, changed).truth is wanted


def _distinct(tree: Verdict) -> Verdict:
    """A copy in which every leaf is an object of its own."""
    if not tree.parts:
        return Verdict(tree.kind, tree.text, tree.truth)
    return node(tree.kind, [_distinct(part) for part in tree.parts])


def test_truth_of_a_bool() -> None:
    assert (truth(True), truth(False)) == (T, F)
