"""For each token, every lower-case string it stands for, so that a list entry can be looked up.

Lemmas of imperatives with clitics and of sentence-initial verbs fail often (spaCy issues 12910,
11298, 12954), so a verb form also stands for every infinitive that the form lexicon gives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.lexicon import analyses, is_known, word_classes
from replylint.language.verbs import form, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ACCENTED = {"a": "à", "e": "éè", "i": "ì", "o": "ò", "u": "ù"}
_OPEN = frozenset({"NOUN", "PROPN", "ADJ", "X", "INTJ"})


def token_keys(doc: Doc) -> tuple[frozenset[str], ...]:
    """One set a token: form, repaired form, lemma, and the infinitives it may belong to."""
    return tuple(_keys(token) for token in doc)


def _keys(token: Token) -> frozenset[str]:
    word = form(token)
    keys = {word, lemma(token)}
    if word.endswith("'"):
        keys.add(word[:-1])
    if not token.is_alpha:
        return frozenset(keys)
    keys.update(repaired(word))
    if token.pos_ in ("VERB", "AUX") or _maybe_verb(token, word):
        keys.update(reading.lemma for reading in analyses(word))
    return frozenset(keys)


def _maybe_verb(token: Token, word: str) -> bool:
    """A form that only a verb can have, whatever the tagger said of it."""
    return token.pos_ in _OPEN and not word_classes(word) and bool(analyses(word))


def repaired(word: str) -> tuple[str, ...]:
    """Known words that differ from an unknown one only by a missing final accent ("perche")."""
    if len(word) < 3 or word[-1] not in _ACCENTED or is_known(word) or analyses(word):
        return ()
    return tuple(word[:-1] + vowel for vowel in _ACCENTED[word[-1]] if is_known(word[:-1] + vowel))
