"""HTML to plain text: what a reader of the page would see, with blocks on lines of their own."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from replylint.offsets import OffsetMap, OffsetMapBuilder, line_starts

_PARAGRAPHS = frozenset(
    {
        "address", "article", "blockquote", "body", "center", "dl", "fieldset", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "main",
        "nav", "ol", "p", "pre", "section", "table", "ul",
    }
)  # fmt: skip
_LINES = frozenset(
    {
        "br", "dd", "div", "dt", "li", "option", "td", "th", "tr",
    }
)  # fmt: skip
_HIDDEN = frozenset(
    {
        "head", "noscript", "script", "select", "style", "svg", "template", "textarea", "title",
    }
)  # fmt: skip
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    }
)  # fmt: skip
_LESS = "\ue001"
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_WORDS = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_LOOKS = re.compile(
    r"</(?:a|b|blockquote|div|em|h[1-6]|i|li|ol|p|span|strong|table|td|u|ul)\s*>|<br\s*/?>|<p>"
    r"|<!--|<!doctype html|<html\b|&(?:[aeiou](?:grave|acute)|nbsp|amp|quot|euro|rsquo|#\d{2,5});",
    re.I,
)
_BREAKING = re.compile(r"<(?:br|dd|div|h[1-6]|li|p|table|td|tr|ul|ol)\b", re.I)


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown markup holds HTML tags or entities."""
    return ("<" in text or "&" in text) and _LOOKS.search(text) is not None


def html_to_text(source: str) -> tuple[str, OffsetMap]:
    """The visible text of `source`, and the map back to it.

    Scripts, styles, comments and hidden elements are left out; entities become characters. Where
    no tag breaks lines, line feeds do: people put a link or bold words into plain text.
    """
    reader = _Reader(source)
    last = source.rfind(">") + 1
    # Where no tag can end any more none begins; html.parser would try each, in quadratic time.
    # And html.parser loses an ampersand in the last word, which the line feed prevents.
    reader.feed(source[:last] + source[last:].replace("<", _LESS) + "\n")
    reader.close()
    return reader.builder.build()


class _Reader(HTMLParser):
    """Collects text; breaks and spaces are held back until the next text needs them."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.starts = line_starts(source)
        self.feeds_break = not _BREAKING.search(source)
        self.builder = OffsetMapBuilder()
        self.breaks = 0
        self.space = False
        self.begun = False
        self.end = 0
        self.hidden: list[str] = []

    def here(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def parse_html_declaration(self, i: int) -> int:
        place = self.lineno, self.offset
        try:
            return super().parse_html_declaration(i)
        except AssertionError:  # html.parser gives up on "<![" with no name after it
            self.lineno, self.offset = place
            return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        if tag in _VOID:
            return
        style = next((value for key, value in attrs if key == "style" and value), "")
        hiding = tag in _HIDDEN or _HIDING.search(style) or any(key == "hidden" for key, _ in attrs)
        if hiding or (self.hidden and tag == self.hidden[0]):
            self.hidden.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.hidden:
            while self.hidden.pop() != tag:
                pass
        self._break(tag)

    def handle_data(self, data: str) -> None:
        at, end = self.here(), 0
        for words in _WORDS.finditer(data):
            self._white(data[end : words.start()])
            end = words.end()
            self._add(words.group(), at + words.start(), None)
        self._white(data[end:])

    def _white(self, white: str) -> None:
        self.space = self.space or bool(white)
        if self.feeds_break:
            self.breaks = max(self.breaks, white.count("\n"))

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def _entity(self, written: str) -> None:
        at = self.here()
        if self.source[at : at + len(written) + 1].endswith(";"):
            written += ";"
        text = unescape(written)
        self._add(text, at, len(written))

    def _break(self, tag: str) -> None:
        if tag == "br":
            self.breaks += 1
        elif tag in _PARAGRAPHS:
            self.breaks = max(self.breaks, 2)
        elif tag in _LINES:
            self.breaks = max(self.breaks, 1)

    def _add(self, text: str, at: int, length: int | None) -> None:
        """Add visible text, after the breaks or the space that are due before it."""
        if self.hidden:
            return
        text = text.replace(_LESS, "<")
        if self.begun and self.breaks:
            self.builder.add("\n" * min(self.breaks, 2), self.end, at - self.end)
        elif self.begun and self.space:
            self.builder.add(" ", self.end, None if at - self.end == 1 else at - self.end)
        self.builder.add(text, at, length)
        self.begun, self.breaks, self.space = True, 0, False
        self.end = at + (len(text) if length is None else length)
