"""The parser's spelling: one kind of apostrophe, quotation mark and space, and real accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from replylint.offsets import OffsetMap, OffsetMapBuilder
from replylint.tables import read_table

_APOSTROPHES = "’‘ʼʹ′`´‛＇"
_QUOTES = "“”„‟«»″＂"
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c\x1c-\x1f"
_INVISIBLE = (
    r"\x00-\x08\x0e-\x1b\x7f-\x9f\xad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
)
_MOST_SIGNS = 40
"""Signs in a row that are kept: the tokenizer peels them off one by one, seeing all each time."""
_SIGN = r"(?:[^\w\s]|_)"
_ODD = re.compile(
    rf"(?P<endless>(?<={_SIGN}{{{_MOST_SIGNS}}}){_SIGN})"
    rf"|(?P<newline>\r\n?|[\u2028\u2029\x85])|(?P<accent>[^\W\d_][\u0300-\u036f]+)"
    rf"|(?P<apostrophe>[{_APOSTROPHES}])|(?P<quote>[{_QUOTES}])|(?P<space>[{_SPACES}])"
    rf"|(?P<invisible>[{_INVISIBLE}]|(?<=\w)\u200d(?=\w))|(?P<half>[\ud800-\udfff])"
)
# After an elision ("c'e'", "l'attivita'") but not after an opening quotation mark ("'ordine'").
_WORD_START = r"(?:(?<=\w')|(?<![\w']))"
_FINAL = re.compile(
    rf"{_WORD_START}(?:(?P<word>[^\W\d_]*[aeiouAEIOU])'(?![\w'])|(?P<stuck>[eE])'(?=[^\W\d_]))"
)
_ACCENTED = {"a": "à", "e": "èé", "i": "ì", "o": "ò", "u": "ù"}
_REPLACED = {"newline": "\n", "apostrophe": "'", "quote": '"', "space": " ", "half": "\ufffd"}


def normalise(text: str) -> tuple[str, OffsetMap]:
    """`text` as the parser wants it, and the map back to it.

    Composed letters, straight apostrophes and quotation marks, plain spaces, line feeds, nothing
    invisible, no endless rows of signs; then accents for the apostrophes that stand for them.
    Letters keep their case.
    """
    plain, first = _replaced(text, _characters(text))
    final, second = _replaced(plain, _accents(plain))
    return final, second.after(first)


_Change = tuple[int, int, str]


def _replaced(text: str, changes: Iterator[_Change]) -> tuple[str, OffsetMap]:
    builder = OffsetMapBuilder()
    at = 0
    for start, end, new in changes:
        builder.add(text[at:start], at)
        if len(new) == end - start:
            builder.add(new, start)
        else:
            builder.add(new, start, end - start)
        at = end
    builder.add(text[at:], at)
    return builder.build()


def _characters(text: str) -> Iterator[_Change]:
    for found in _ODD.finditer(text):
        kind = found.lastgroup or ""
        new = _REPLACED.get(kind, "")
        if kind == "accent":
            new = unicodedata.normalize("NFC", found.group())
        yield found.start(), found.end(), new


def _accents(text: str) -> Iterator[_Change]:
    for found in _FINAL.finditer(text):
        if found["stuck"]:  # "e'stato"
            yield found.start(), found.end(), "È " if found["stuck"] == "E" else "è "
            continue
        accented = _accented(found["word"])
        if accented is not None:
            yield found.start() + len(accented) - 1, found.end(), accented[-1]


def _accented(word: str) -> str | None:
    """The word with its accent, if the apostrophe after it stands for one: "Perche" → "Perché"."""
    lower = word.lower()
    words = _words()
    if lower in words.apocope:
        return None
    vowel = words.sure[lower][-1] if lower in words.sure else _from_lexicon(lower)
    if vowel is None:
        return None
    return word[:-1] + (vowel.upper() if word[-1].isupper() else vowel)


def _from_lexicon(word: str) -> str | None:
    """The accented last letter that makes a word of it, where there is one."""
    from replylint.language.lexicon import is_known

    return next((vowel for vowel in _ACCENTED[word[-1]] if is_known(word[:-1] + vowel)), None)


@dataclass(frozen=True, slots=True)
class _Words:
    apocope: frozenset[str]
    sure: dict[str, str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data: dict[str, Any] = read_table(__file__, "accents.yaml")
    return _Words(frozenset(data["apocope"]), data["words"])
