"""Whether an item of a library is Italian: by its tag, else by its frequent words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from replylint.tables import read_table

_WORD = re.compile(r"[^\W\d_]+")
# What is no prose: tags, entities, placeholders, addresses.
_NOISE = re.compile(r"<[^>]{0,500}>|&#?\w+;|\{[^}]{0,200}\}|%\w+%|https?://\S+|(?<!\S)[^\s@]+@\S+")
_ENOUGH = 3


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    lists: dict[str, list[str]] = read_table(__file__, "languages.yaml")
    return {language: frozenset(words) for language, words in lists.items()}


def is_italian(text: str, tag: str | None = None) -> bool:
    """Whether a reply is to be read as Italian; in doubt (a few words, say) it is.

    A tag decides where there is one ("it", "it-IT", "italiano").
    """
    if tag:
        return tag.strip().lower().replace("_", "-").partition("-")[0] in ("it", "ita") or (
            tag.strip().lower().startswith("ital")
        )
    words = [word.lower() for word in _WORD.findall(_NOISE.sub(" ", text))]
    counts = {name: sum(word in known for word in words) for name, known in _words().items()}
    italian = counts.pop("it")
    return max(counts.values()) < max(_ENOUGH, italian + 1)
