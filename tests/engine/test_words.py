from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.lists import WordLists
from replylint.engine.word_sets import compile_words
from replylint.engine.words import TextWords, WordSet

LISTS = WordLists(
    {
        "channel": ("dm", "numero verde", "area (riservata) clienti"),
        "all": ("$channel", "mail"),
    }
)


def text(*sentences: str) -> TextWords:
    words = [sentence.split() for sentence in sentences]
    keys = [frozenset(word.split("/")) for sentence in words for word in sentence]
    bounds: list[tuple[int, int]] = []
    for sentence in words:
        start = bounds[-1][1] if bounds else 0
        bounds.append((start, start + len(sentence)))
    return TextWords(keys, bounds)


def found(entry: str, *sentences: str) -> tuple[tuple[int, int], ...]:
    return text(*sentences).spans(compile_words([entry], LISTS))


def test_a_word_matches_any_key() -> None:
    assert found("scrivere", "ci scriva/scrivere qui") == ((1, 2),)


def test_phrases_are_consecutive_words() -> None:
    assert found("numero verde", "il numero verde") == ((1, 3),)
    assert found("numero verde", "il numero è verde") == ()


def test_gaps_optional_words_and_alternatives() -> None:
    assert found("tenere ..3 conto", "tenere sempre ben conto") == ((0, 4),)
    assert found("tenere ..1 conto", "tenere sempre ben conto") == ()
    assert found("a (b) c", "a c a b c") == ((0, 2), (2, 5))
    assert found("a b|c", "a c a b a d") == ((0, 2), (2, 4))


def test_an_optional_word_at_the_end_is_taken_when_it_is_there() -> None:
    assert found("a (b)", "a b a c") == ((0, 2), (2, 3))


def test_matches_stay_in_their_sentence() -> None:
    assert found("a ..5 b", "a c", "b c") == ()


def test_sentence_anchors_pass_over_punctuation() -> None:
    assert found("^ ciao", "« ciao ciao", "ciao") == ((1, 2), (3, 4))
    assert found("ciao $", "ciao ciao 👋 !") == ((1, 2),)


def test_lists_hold_words_phrases_and_other_lists() -> None:
    assert found("$all", "mail dm numero verde area clienti") == ((0, 1), (1, 2), (2, 4), (4, 6))
    assert found("in $channel", "in area riservata clienti") == ((0, 4),)


def test_contains_wants_the_whole_entry_inside() -> None:
    words = text("il numero verde")
    wanted = compile_words(["numero verde"], LISTS)
    assert words.contains(wanted, 0, 3)
    assert not words.contains(wanted, 0, 2)


def test_nothing_is_found_for_an_empty_list() -> None:
    assert text("a b").spans(WordSet()) == ()


words = st.lists(st.sampled_from("abcd"), min_size=1, max_size=12)


@given(words, st.lists(st.sampled_from("abc"), min_size=1, max_size=4), st.integers(0, 3))
def test_phrases_agree_with_a_plain_search(tokens: list[str], phrase: list[str], gap: int) -> None:
    entry = f" ..{gap} ".join(phrase) if len(phrase) > 1 else phrase[0]
    spans = found(entry, " ".join(tokens))
    assert {start for start, _ in spans} == {
        start for start in range(len(tokens)) if _reaches(tokens, phrase, gap, start)
    }


def _reaches(tokens: list[str], phrase: list[str], gap: int, at: int) -> bool:
    if at >= len(tokens) or tokens[at] != phrase[0]:
        return False
    rest = phrase[1:]
    return not rest or any(_reaches(tokens, rest, gap, at + 1 + skip) for skip in range(gap + 1))
