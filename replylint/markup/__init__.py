"""Markup: a reply as written (plain, Markdown, HTML, placeholders) to plain text and back."""

from __future__ import annotations

from replylint.markup.html import looks_like_html
from replylint.markup.resolve import Resolved, resolve

__all__ = ["Resolved", "looks_like_html", "resolve"]
