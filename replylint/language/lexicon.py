"""What an Italian word form can be: word classes, lemmas, and every reading of a verb form.

The data derives from Morph-it! (CC BY-SA, see `data/`), with paradigms rebuilt from the infinitives
by `model/lexicon`, because the published table keeps one lemma a form. Enclitics, verbs with a
prefix, regular new verbs, missing accents and cut endings are worked out here, so that the file
stays small.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, get_args

from ._enclitics import splits
from ._formfile import Entry, apply, forms
from ._wordlists import words

Mood = Literal["Ind", "Sub", "Imp", "Cnd", "Inf", "Ger", "Part"]

_MOODS: dict[str, Mood] = dict(zip("ISMCNGP", get_args(Mood), strict=True))
_TENSES = {"P": "Pres", "I": "Imp", "R": "Past", "F": "Fut"}
_NUMBERS = {"S": "Sing", "P": "Plur"}
_ACCENTS = {"a": "à", "e": "èé", "i": "ì", "o": "ò", "u": "ù"}
_CODE_LETTERS = 3
_REPEATING = ("ri", "re")
_UNDOING = ("dis", "de", "pre")
_MODELS = {"c": "tocc", "g": "leg", "i": "cambi"}
"""By its last letter, the stem of a listed verb that is written like it: *logghi* like *leghi*."""
_SHORT_CUTS = frozenset(("han", "van", "dan", "son", "stan"))
_SHORTEST_CUT = 4
"""*Saran* is *saranno*, but PIN and *bon* are no verbs."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a verb form, with the values that Universal Dependencies uses.

    `tense`, `person`, `number` are "" where the mood has none. The features are the verb's own;
    enclitic pronouns stand in `clitics` (*inviarcela*: `("ce", "la")`). A polite request such as
    *scriva* is `Sub` here: only its sentence makes it a request.
    """

    lemma: str
    mood: Mood
    tense: str = ""
    person: str = ""
    number: str = ""
    clitics: tuple[str, ...] = ()


def version() -> str:
    """Give the version of the lexicon's data; a pipeline is trained with one and works with it."""
    return forms().version


@lru_cache(maxsize=50_000)
def analyses(form: str) -> tuple[Analysis, ...]:
    """Give every reading of a form as a verb; none when it cannot be one.

    In: a word as written, in any case, with either apostrophe, accent missing or not.
    Out: readings in a stable order, those without enclitics first.
    """
    word = normalize(form)
    found = tuple(dict.fromkeys((*_bare(word), *_enclitic(word))))
    return found or _derived(word) or _repaired(word)


def is_known(form: str) -> bool:
    """Tell whether the form is an Italian word of any class, verbs with enclitics included."""
    return bool(word_classes(form))


@lru_cache(maxsize=50_000)
def word_classes(form: str) -> frozenset[str]:
    """Give the classes that the form can have.

    Letters: N noun, A adjective, V verb, D adverb, P pronoun, T determiner, E preposition,
    # numeral, O other (conjunctions, interjections, punctuation).
    """
    entry = _find(spelling(normalize(form)))
    letters = set(entry.classes) if entry else set()
    return frozenset(letters | ({"V"} if analyses(form) else set()))


@lru_cache(maxsize=50_000)
def noun_lemma(form: str) -> str | None:
    """Give the lemma of the form as a noun (*segnalazioni*: *segnalazione*), or None."""
    word = normalize(form)
    entry = _find(word)
    return apply(entry.noun, word) if entry and entry.noun else None


@lru_cache(maxsize=50_000)
def adjective_lemma(form: str) -> str | None:
    """Give the lemma of the form as an adjective (*offensive*: *offensivo*), or None."""
    word = normalize(form)
    entry = _find(word)
    return apply(entry.adjective, word) if entry and entry.adjective else None


def normalize(form: str) -> str:
    """Give a form as the lexicon writes it: lower case, straight apostrophe."""
    return form.lower().replace("’", "'")


def spelling(word: str) -> str:
    """Give a lower-case word with the accent that was left out: *perche'* is *perché*.

    A word that the lexicon knows as it stands, or knows in no spelling, comes back unchanged.
    """
    if _find(word) is not None:
        return word
    return next((other for other in _accented(word) if _find(other) is not None), word)


def _find(word: str) -> Entry | None:
    return forms().get(word)


def _bare(word: str) -> Iterator[Analysis]:
    """Give the readings that the file lists for exactly this form."""
    entry = _find(word)
    for edit, codes in entry.verbs if entry else ():
        lemma = apply(edit, word)
        for code in codes.split(" "):
            yield _decode(lemma, code)


@lru_cache(maxsize=20_000)
def _decode(lemma: str, code: str) -> Analysis:
    """Turn a code of the file into a reading: mood, tense, person, number in four letters."""
    mood, rest = _MOODS[code[0]], code[1:]
    tense = _TENSES[rest[0]] if rest else ""
    person = rest[1] if len(rest) == _CODE_LETTERS else ""
    number = _NUMBERS[rest[-1]] if rest else ""
    return Analysis(lemma, mood, tense, person, number)


def _enclitic(word: str) -> Iterator[Analysis]:
    """Give the readings as a verb with pronouns hanging on it."""
    moods_seen: set[tuple[str, ...]] = set()
    for stem, pronouns, mood in splits(word):
        if mood == "Part" and pronouns in moods_seen:
            continue  # *allegatela* is an imperative; as a participle only where nothing else fits
        for reading in _bare(stem) if "'" not in stem else ():
            if _carries(reading, mood):
                moods_seen.add(pronouns)
                yield replace(reading, clitics=pronouns)


def _carries(reading: Analysis, mood: str) -> bool:
    """Tell whether a reading of this mood can have pronouns hanging on it."""
    if reading.mood != mood or (mood == "Part" and reading.tense != "Past"):
        return False
    return mood != "Ind" or (reading.tense == "Pres" and reading.person == "3")


def _derived(word: str) -> tuple[Analysis, ...]:
    """Give the readings of an unlisted verb: *reinstallarla* from *installarla*, or a regular one.

    *Dis-*, *de-* and regular verbs are looked for only where the word is listed as nothing else.
    """
    for prefix in _REPEATING if _find(word) is not None else (*_REPEATING, *_UNDOING):
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) > 3:
            found = (*_bare(rest), *_enclitic(rest))
            if found:
                return tuple(replace(item, lemma=prefix + item.lemma) for item in found)
    return () if _find(word) is not None else _regular(word)


def _regular(word: str) -> tuple[Analysis, ...]:
    """Give the readings of a regular verb that is not listed, by one that is: *resetta*, *ama*."""
    for stem, model in _regular_stems():
        if word.startswith(stem):
            rest = model + word[len(stem) :]
            found = (*_bare(rest), *_enclitic(rest))
            if found:
                return tuple(replace(item, lemma=f"{stem}are") for item in found)
    return ()


@lru_cache(maxsize=1)
def _regular_stems() -> tuple[tuple[str, str], ...]:
    """Give each stem, and that of a listed verb which is written like it."""
    stems = (verb.removesuffix("are") for verb in sorted(words("regular_verbs")))
    return tuple((stem, _MODELS.get(stem[-1], "am")) for stem in stems)


def _repaired(word: str) -> tuple[Analysis, ...]:
    """Give the readings of a form written without its accent or cut: *verra'*, *puo*, *saran*."""
    if _find(word) is not None:
        return ()
    candidates = _accented(word)
    if word in _SHORT_CUTS or (word.endswith("n") and len(word) > _SHORTEST_CUT):
        candidates += [word + "o", word + "no"]
    for candidate in candidates:
        found = tuple(_bare(candidate))
        if found:
            return found
    return ()


def _accented(word: str) -> list[str]:
    """Give the forms that a word may stand for when its accent was left out: *e'*, *perche*."""
    stem = word.rstrip("'`´")
    if not stem.isalpha() or len(stem) < (1 if stem != word else 3):
        return []
    accents = _ACCENTS.get(stem[-1], "")
    if stem.endswith("che"):
        accents = accents[::-1]  # perché, poiché; but è, caffè
    return [stem[:-1] + accent for accent in accents]
