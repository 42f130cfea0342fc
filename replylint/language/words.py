"""For each token, every lower-case string it stands for, so that a list entry can be looked up.

Lemmas of imperatives with clitics and of sentence-initial verbs fail often (spaCy issues 12910,
11298, 12954), so a verb form also stands for every infinitive that the form lexicon gives it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.language.lexicon import analyses, spelling, word_classes
from replylint.language.verbs import form, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST_WORDS = 10_000
"""Words whose keys are remembered: texts repeat themselves; about 6 MB."""
_OPEN = frozenset({"NOUN", "PROPN", "ADJ", "X", "INTJ"})


def token_keys(doc: Doc) -> tuple[frozenset[str], ...]:
    """One set a token: form, repaired form, lemma, and the infinitives it may belong to."""
    return tuple(_keys(form(token), lemma(token), token.pos_, token.is_alpha) for token in doc)


@lru_cache(_MOST_WORDS)
def _keys(word: str, lemma: str, pos: str, alphabetic: bool) -> frozenset[str]:
    keys = {word, lemma}
    if word.endswith("'"):
        keys.add(word[:-1])
    if not alphabetic:
        return frozenset(keys)
    keys.add(spelling(word))
    if pos in ("VERB", "AUX") or _maybe_verb(word, pos):
        keys.update(reading.lemma for reading in analyses(word))
    return frozenset(keys)


def _maybe_verb(word: str, pos: str) -> bool:
    """A form that only a verb can have, whatever the tagger said of it."""
    return pos in _OPEN and not word_classes(word) and bool(analyses(word))
