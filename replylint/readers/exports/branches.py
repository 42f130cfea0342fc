"""Liquid branches: "{% if … %}a{% else %}b{% endif %}" is two replies, not one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from replylint.readers.placed import Text, joined

MAX_ALTERNATIVES = 8
_MAX_DEPTH = 20

_TAG = re.compile(
    r"\{%-?\s*(if|unless|case|elsif|elseif|elif|else|when|endif|endunless|endcase)\b[^%]*?-?%\}"
)
_OPEN = frozenset({"if", "unless", "case"})
_CLOSE = frozenset({"endif", "endunless", "endcase"})

Span = tuple[int, int]
# A sequence of stretches of the text and of choices, each choice a list of sequences.
Part = Span | list["list[Part]"]


def alternatives(text: Text) -> list[Text]:
    """The texts that customers may get: one for each way through the branches, eight at most."""
    if "{%" not in text or not _TAG.search(text):
        return [text]
    parts, _ = _parts(text, list(_TAG.finditer(text)), 0, 0, 0)
    found: dict[str, Text] = {}
    for spans in islice(_ways(parts), MAX_ALTERNATIVES):
        way = joined((text, low, high) for low, high in spans)
        found.setdefault(" ".join(way.split()), way)
    return list(found.values())


def _parts(
    text: str, tags: list[re.Match[str]], index: int, at: int, depth: int
) -> tuple[list[Part], int]:
    """The parts from `at` on up to the tag that ends this level; and that tag's index."""
    parts: list[Part] = []
    while index < len(tags):
        tag = tags[index]
        parts.append((at, tag.start()))
        at = tag.end()
        if tag[1] in _OPEN and depth < _MAX_DEPTH:
            choice, index = _choice(text, tags, index, depth)
            parts.append(choice)
            at = tags[index].end() if index < len(tags) else len(text)
        elif depth:
            return parts, index
        index += 1
    parts.append((at, len(text)))
    return parts, index


def _choice(
    text: str, tags: list[re.Match[str]], index: int, depth: int
) -> tuple[list[list[Part]], int]:
    """The branches of the tag at `index`, and the index of the tag that closes it."""
    branches: list[list[Part]] = []
    is_case, has_else = tags[index][1] == "case", False
    while True:
        begin = tags[index].end()
        branch, index = _parts(text, tags, index + 1, begin, depth + 1)
        branches.append(branch)
        if index >= len(tags) or tags[index][1] in _CLOSE:
            break
        has_else = has_else or tags[index][1] == "else"
    if is_case and len(branches) > 1:
        del branches[0]  # what stands between "case" and the first "when"
    if not has_else:
        branches.append([])
    return branches, index


def _ways(parts: list[Part]) -> Iterator[list[Span]]:
    """The stretches of each way through the parts; the way of all first branches comes first."""
    options: list[list[list[Span]]] = []
    for part in parts:
        if isinstance(part, tuple):
            options.append([[part]])
        else:
            ways = (way for branch in part for way in _ways(branch))
            options.append(list(islice(ways, MAX_ALTERNATIVES)))
    for chosen in product(*options):
        yield [span for spans in chosen for span in spans]
