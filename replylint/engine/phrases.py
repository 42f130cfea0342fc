"""The small notation of phrases and list entries, read into plain items.

Words stand side by side; `a|b` are alternatives, `(word)` may be missing, `..3` lets up to three
words stand between its neighbours, `$name` is any entry of that list, a leading `^` and a trailing
`$` hold the phrase to the start and the end of the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from replylint.engine.problems import quoted

MAX_ITEMS = 20
MAX_GAP = 20

_CHUNK = re.compile(r"\([^()]*\)|\S+")
_GAP = re.compile(r"\.\.([0-9]{1,2})")
_LIST = re.compile(r"\$([a-z][a-z0-9-]*)")
_PIECE = re.compile(r"[^\W_]+(?:[.@/&+][^\W_]+)*['’]?|[^\w\s]|_")
_SIMPLE_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a phrase.

    Attributes:
        options: what may stand here, each a sequence of words.
        lists: names of lists any entry of which may stand here.
        optional: whether the place may be empty.
        gap: how many tokens may stand before it.
    """

    options: tuple[tuple[str, ...], ...] = ()
    lists: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as written: its items, and whether it is held to the sentence's start or end."""

    items: tuple[Item, ...]
    at_start: bool = False
    at_end: bool = False

    @property
    def lists(self) -> tuple[str, ...]:
        """Names of the lists it refers to."""
        return tuple(name for item in self.items for name in item.lists)


@lru_cache(maxsize=4096)
def parse_phrase(text: str) -> Phrase:
    """Read a phrase or a list entry.

    Raises:
        ValueError: it is empty or its notation is wrong; the text says how.
    """
    if _SIMPLE_WORD.fullmatch(text):
        return Phrase((Item(((text.lower(),),)),))
    if len(text) > _LONGEST:
        raise ValueError(f"a phrase is at most {_LONGEST} characters long")
    body, at_start, at_end = _anchors(text.strip())
    items = _items(body)
    if all(item.optional for item in items):
        raise ValueError(f"{quoted(text)} needs at least one word that must be there")
    if len(items) > MAX_ITEMS:
        raise ValueError(f"a phrase has at most {MAX_ITEMS} words")
    return Phrase(items, at_start, at_end)


def _anchors(text: str) -> tuple[str, bool, bool]:
    at_start = text.startswith("^")
    at_end = len(text) > 1 and text.endswith("$")
    body = text[1:] if at_start else text
    return (body[:-1] if at_end else body), at_start, at_end


def _items(body: str) -> tuple[Item, ...]:
    items: list[Item] = []
    gap: int | None = None
    for chunk in _CHUNK.findall(body):
        match = _GAP.fullmatch(chunk)
        if match:
            if not items or gap is not None:
                raise ValueError(f"{quoted(chunk)} must stand between two words")
            gap = int(match.group(1))
            if gap > MAX_GAP:
                raise ValueError(f"{quoted(chunk)}: at most {MAX_GAP} words may be passed over")
            continue
        items.append(_item(chunk, gap or 0))
        gap = None
    if gap is not None:
        raise ValueError("a gap must stand between two words")
    return tuple(items)


def _item(chunk: str, gap: int) -> Item:
    optional = chunk.startswith("(") and chunk.endswith(")") and len(chunk) > 1
    body = chunk[1:-1] if optional else chunk
    options: list[tuple[str, ...]] = []
    lists: list[str] = []
    for alternative in (part.strip() for part in body.split("|")):
        if alternative.startswith("$"):
            lists.append(list_name(alternative))
        else:
            options.extend(_options(alternative, chunk))
    return Item(tuple(options), tuple(lists), optional, gap)


def list_name(reference: str) -> str:
    """The name in `$name`. Raises ValueError when it is none."""
    match = _LIST.fullmatch(reference)
    if match is None:
        raise ValueError(f"{quoted(reference)} is no list: names are like $my-list")
    return match.group(1)


def _options(alternative: str, chunk: str) -> list[tuple[str, ...]]:
    """The word sequences an alternative stands for; a hyphened word may be one token or several."""
    words = alternative.lower().split()
    if not words or "(" in alternative or ")" in alternative:
        raise ValueError(f"{quoted(chunk)} is not a word, (word), a|b, ..N or $list")
    split = tuple(piece for word in words for piece in _PIECE.findall(word))
    if "-" in split and len(words) == 1:
        return [split, (words[0],)]
    return [split]
