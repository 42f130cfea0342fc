"""Where sentences end, by rule: the component `replylint_sentences`.

The parser of the bundled pipeline finds one end in five wrongly on unseen text, and chat lines,
greetings and lists are not in its treebanks. Rules over the tokens do better on replies, need no
model, and work ahead of any pipeline (add the component before the parser).
"""

from __future__ import annotations

import re

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from ._tokenizer import ABBREVIATIONS, EMOTICONS
from .lexicon import is_known

_STRONG = re.compile(r"[.!?…]+$")
_ELLIPSIS = re.compile(r"(?:\.\.+|…)$")
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]+$")
_CLOSERS = frozenset("\"'’”»)]*_")
_OPENERS = frozenset("\"'‘“«([{@#<%¿¡*_")
_BULLETS = frozenset("-–—•·*►▪✓✔→")
_WRAPPED_LINE = 45
"""A line shorter than this was ended by its writer; a longer one may have been wrapped."""

_LONG_WORD = 4


@Language.component("replylint_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Set the sentence start of every token, so that a parser that follows keeps to them."""
    marks = np.full(len(doc), -1, dtype=np.int64)
    marks[find_starts(doc)] = 1
    doc.from_array(["SENT_START"], marks.view(np.uint64)[:, None])  # type: ignore[arg-type]
    return doc


def find_starts(doc: Doc) -> list[int]:
    """Give the indices of the tokens that start a sentence; the first token always does."""
    starts = [0] if len(doc) else []
    place, line_start = 0, 0
    while place < len(doc) - 1:
        text = doc[place].text
        following = place + 1
        if text.isalpha():
            pass
        elif "\n" in text:
            if _ends_line(doc, line_start, place):
                starts.append(following)
            line_start = following
        elif _is_end(doc, place, line_start):
            following = _skip_closers(doc, following)
            if following < len(doc) and _may_start(doc, place, following):
                starts.append(following)
        place = following
    return starts


def _ends_line(doc: Doc, line_start: int, newline: int) -> bool:
    """Tell whether a line break ends a sentence; not where a long line was merely wrapped."""
    if doc[newline].text.count("\n") > 1 or newline == line_start:
        return True
    following = doc[newline + 1].text
    if not following[0].islower() or _is_bullet(doc, newline + 1):
        return True
    last = doc[newline - 1]
    length = last.idx + len(last) - doc[line_start].idx
    return length < _WRAPPED_LINE or bool(_STRONG.match(last.text)) or last.text in ":;"


def _is_bullet(doc: Doc, place: int) -> bool:
    """Tell whether a line opens with a bullet or a number: "- ", "1. ", "a) "."""
    first = doc[place].text
    second = doc[place + 1].text if place + 1 < len(doc) else ""
    short = len(first) == 1 or first.isdigit()
    return first[0] in _BULLETS or (short and first.isalnum() and second in (".", ")", ".-"))


def _is_end(doc: Doc, place: int, line_start: int) -> bool:
    """Tell whether a token can end a sentence: strong punctuation, emoji, a closing "ecc."."""
    token = doc[place]
    if is_smiley(token.text) or token.lower_ == "ecc.":
        return True
    if not _STRONG.match(token.text):
        return False
    if token.text != "." or not place or doc[place - 1].whitespace_:
        return True
    before = doc[place - 1]
    numbering = place - 1 == line_start and (before.is_digit or len(before) == 1)
    initial = len(before) == 1 and before.is_upper
    return not (numbering or initial or f"{before.lower_}." in ABBREVIATIONS)


def is_smiley(text: str) -> bool:
    """Tell whether a token is an emoji or an emoticon."""
    return bool(_EMOJI.match(text)) or text in EMOTICONS


def _skip_closers(doc: Doc, place: int) -> int:
    """Pass what still belongs to the sentence: more punctuation, closing quotes, emoji."""
    while place < len(doc) and "\n" not in doc[place].text:
        text = doc[place].text
        opens = text in _OPENERS and bool(doc[place - 1].whitespace_)
        if opens or not (text in _CLOSERS or _STRONG.match(text) or is_smiley(text)):
            break
        place += 1
    return place


def _may_start(doc: Doc, end: int, place: int) -> bool:
    """Tell whether a sentence may start here, after what looked like the end of another."""
    token, mark = doc[place], doc[end].text
    if "\n" in token.text or not (doc[place - 1].whitespace_ or doc[end].whitespace_):
        return False  # the line break decides; no break inside "10.30" or "foo.Bar"
    first = token.text[0]
    if is_smiley(mark):
        return first.isupper() and is_known(token.text)
    if not first.islower():
        return first.isupper() or first.isdigit() or first in _OPENERS or first in _BULLETS
    if _ELLIPSIS.match(mark) or mark == "ecc.":
        return False
    if place > end + 1 and not _has_smiley(doc, end, place):
        return False  # «Come?» disse
    return mark != "." or _is_word(doc[end - 1])


def _has_smiley(doc: Doc, end: int, place: int) -> bool:
    return any(is_smiley(doc[index].text) for index in range(end, place))


def _is_word(token: Token) -> bool:
    """Tell a word from an abbreviation that no list has: a full stop after it ends a sentence."""
    return len(token) > _LONG_WORD or is_known(token.text) or not token.is_alpha
