"""Markdown to plain text, through markdown-it, with a map back to the source.

markdown-it says on which lines a block stands but not where its words do; they are found again
in order, token by token, each beginning where the one before it ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.markup.html import html_to_text
from replylint.offsets import OffsetMap, OffsetMapBuilder, line_starts

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINK_END = re.compile(
    r"\](?:\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)"
    r"(?:\s+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)|\[[^\]\n]*\])?"
)
_BREAK = re.compile(r"\\?[ \t]*\n[ \t>]*")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.I)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Without the join, escapes and entities stay apart from the text that stands as written.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")


def markdown_to_text(source: str) -> tuple[str, OffsetMap]:
    """The text of `source` without its marks, and the map back to it; link targets are left out."""
    return _Writer(source).write(_parser().parse(source))


class _Writer:
    """Writes the text of the tokens, keeping a cursor in the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = line_starts(source)
        self.builder = OffsetMapBuilder()
        self.cursor = 0
        self.written = 0
        self.due = ""

    def write(self, tokens: Sequence[Token]) -> tuple[str, OffsetMap]:
        tight = 0
        for token in tokens:
            tight += (token.type == "list_item_open") - (token.type == "list_item_close")
            if token.map and token.type not in ("table_open", "thead_open", "tbody_open"):
                self.cursor = max(self.cursor, self._line(token.map[0]))
            if token.type == "inline":
                self._inline(token.children or ())
                self.due = "\n" if tight else "\n\n"
            elif token.type in ("fence", "code_block"):
                self._lines(token.content.splitlines())
                self.due = "\n\n"
            elif token.type == "html_block" and token.map:
                self._html(token.map)
                self.due = "\n\n"
            elif token.type.endswith("list_close"):
                self.due = "\n\n"
        return self.builder.build()

    def _line(self, number: int) -> int:
        return self.starts[number] if number < len(self.starts) else len(self.source)

    def _inline(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            if token.type in ("text", "code_inline"):
                self._text(token.content)
            elif token.type == "text_special":
                self._special(token)
            elif token.type in ("softbreak", "hardbreak"):
                self._break()
            elif token.type == "html_inline":
                self._tag(token.content)
            elif token.type in ("link_close", "image"):
                self._link_end(token)

    def _text(self, text: str) -> None:
        at = self.source.find(text, self.cursor) if text else -1
        if at >= 0:
            self._add(text, at, len(text))

    def _special(self, token: Token) -> None:
        at = self.source.find(token.markup, self.cursor)
        if at >= 0:
            self._add(token.content, at, len(token.markup), whole=True)

    def _break(self) -> None:
        found = _BREAK.search(self.source, self.cursor)
        self.due = self.due or "\n"
        if found:
            self.cursor = found.end()

    def _tag(self, tag: str) -> None:
        at = self.source.find(tag, self.cursor)
        if at >= 0:
            self.cursor = at + len(tag)
        if _BREAK_TAG.fullmatch(tag):
            self.due = self.due or "\n"

    def _link_end(self, token: Token) -> None:
        if token.type == "link_close" and token.markup in ("autolink", "linkify"):
            return
        found = _LINK_END.search(self.source, self.cursor)
        if found:
            self.cursor = found.end()

    def _lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._text(line.strip())
            self.due = self.due or "\n"

    def _html(self, lines: Sequence[int]) -> None:
        low, high = self._line(lines[0]), self._line(lines[1])
        text, offsets = html_to_text(self.source[low:high])
        for segment in offsets.segments:
            piece = text[segment.target : segment.target + segment.target_length]
            whole = not segment.one_to_one
            self._add(piece, low + segment.source, segment.source_length, whole=whole)

    def _add(self, text: str, at: int, length: int, whole: bool = False) -> None:
        if self.due and self.written:
            self.builder.add(self.due, self.written, at - self.written)
        self.due = ""
        self.builder.add(text, at, length if whole else None)
        self.cursor = self.written = at + length
