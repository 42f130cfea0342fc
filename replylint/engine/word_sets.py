"""List entries and phrases, compiled into sets of words that can be looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from replylint.engine.phrases import Phrase, parse_phrase
from replylint.engine.words import CompiledItem, CompiledPhrase, WordSet

ListLookup = Callable[[str], WordSet]


def compile_words(entries: Sequence[str], lookup: ListLookup) -> WordSet:
    """Compile list entries; `lookup` gives the compiled list of a `$name`.

    Raises:
        ValueError: the notation of an entry is wrong.
    """
    singles: set[str] = set()
    phrases: dict[CompiledPhrase, None] = {}
    for entry in entries:
        if entry.isalpha():
            singles.add(entry.lower())
            continue
        phrase = parse_phrase(entry)
        if included := _included(phrase):
            other = lookup(included)
            if len(entries) == 1:
                return other
            singles |= other.singles
            phrases |= dict.fromkeys(chain.from_iterable(other.phrases.values()))
        elif single := _single_words(phrase):
            singles |= single
        else:
            phrases[_compile_phrase(phrase, lookup)] = None
    by_first = _by_word(phrases, lambda phrase: phrase.firsts)
    by_anchor = _by_word(phrases, lambda phrase: phrase.anchor)
    return WordSet(frozenset(singles), by_first, by_anchor)


def compile_each(entries: Iterable[str], lookup: ListLookup) -> tuple[WordSet, ...]:
    """Compile list entries, each into a set of its own. Raises ValueError as `compile_words`."""
    return tuple(compile_words([entry], lookup) for entry in entries)


def rarest(choices: Iterable[frozenset[str]]) -> frozenset[str]:
    """Of several sets of words, the one that texts hold least often, by the length of its words.

    Short words are common ones, so the shortest decides; an empty set no text holds.
    """
    return max(choices, key=lambda words: (min(map(len, words), default=99), -len(words)))


def _by_word(
    phrases: Iterable[CompiledPhrase], words: Callable[[CompiledPhrase], Iterable[str]]
) -> dict[str, tuple[CompiledPhrase, ...]]:
    found: dict[str, list[CompiledPhrase]] = {}
    for phrase in phrases:
        for word in words(phrase):
            found.setdefault(word, []).append(phrase)
    return {word: tuple(those) for word, those in found.items()}


def _included(phrase: Phrase) -> str | None:
    """The name of the list when the whole entry is one `$name`."""
    item = phrase.items[0]
    plain = len(phrase.items) == 1 and not item.options and len(item.lists) == 1
    return item.lists[0] if plain and not (phrase.at_start or phrase.at_end) else None


def _single_words(phrase: Phrase) -> set[str] | None:
    """The words when the whole entry is one word or single-word alternatives."""
    item = phrase.items[0]
    anchored = phrase.at_start or phrase.at_end
    if len(phrase.items) > 1 or item.lists or anchored:
        return None
    if any(len(option) > 1 for option in item.options):
        return None
    return {word for option in item.options for word in option}


def _compile_phrase(phrase: Phrase, lookup: ListLookup) -> CompiledPhrase:
    items = tuple(
        CompiledItem(
            frozenset(option[0] for option in item.options if len(option) == 1),
            tuple(option for option in item.options if len(option) > 1),
            tuple(lookup(name) for name in item.lists),
            item.optional,
            item.gap,
        )
        for item in phrase.items
    )
    firsts: set[str] = set()
    for item in items:
        firsts |= item.firsts
        if not item.optional:
            break
    needs = tuple(item.firsts for item in items[1:] if not item.optional)
    begins = frozenset(firsts)
    anchor = rarest((begins, *needs))
    return CompiledPhrase(items, phrase.at_start, phrase.at_end, begins, needs, anchor)
