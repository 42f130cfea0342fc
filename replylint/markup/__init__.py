"""Markup: a reply as written (plain, Markdown, HTML, placeholders) to plain text and back.

`resolve` does the whole way. Nothing is imported here: readers need `looks_like_html` alone.
"""
