"""A reply as written to the plain text that is parsed, with the way back."""

from __future__ import annotations

from dataclasses import dataclass

from replylint.conversation import Markup
from replylint.markup.html import html_to_text
from replylint.markup.markdown import markdown_to_text
from replylint.markup.normalise import normalise
from replylint.markup.placeholders import fill, mark
from replylint.offsets import OffsetMap, stretch


@dataclass(frozen=True, slots=True)
class Resolved:
    """The text to parse.

    Attributes:
        offsets: leads from `text` to the reply as written.
        opaque: a placeholder stands for text that cannot be seen here (a shared signature, dynamic
            content), so that nothing can be said to be missing.
    """

    text: str
    offsets: OffsetMap
    opaque: bool = False


def resolve(reply: str, markup: Markup) -> Resolved:
    """`reply` without its markup, with values for its placeholders, spelt as the parser wants it.

    Placeholders are found first: an HTML parser would take "<NOME>" for a tag.
    """
    marked, to_reply, placeholders = mark(reply)
    text, to_marked = _stripped(marked, markup)
    filled, to_text = fill(text, placeholders, to_marked)
    normal, to_filled = normalise(filled)
    opaque = any(placeholder.kind == "block" for placeholder in placeholders.values())
    if not normal:
        return Resolved("", stretch(0, 0), opaque)
    offsets = to_filled.after(to_text).after(to_marked).after(to_reply)
    return Resolved(normal, offsets, opaque)


def _stripped(marked: str, markup: Markup) -> tuple[str, OffsetMap]:
    if markup == "html":
        return html_to_text(marked)
    if markup == "markdown":
        return markdown_to_text(marked)
    return marked, OffsetMap()
