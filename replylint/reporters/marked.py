"""A reply as HTML with the words of its findings marked, however they overlap."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from replylint.findings import SEVERITIES, Finding
from replylint.reporters.visible import visible_lines


def marked(reply: str, findings: tuple[Finding, ...]) -> str:
    """The reply, escaped, in `mark` elements where findings point; the gravest gives the class."""
    spans = [
        (finding.start, finding.end, SEVERITIES.index(finding.severity))
        for finding in findings
        if finding.start is not None and finding.end is not None
    ]
    cuts = sorted({0, len(reply), *(cut for start, end, _ in spans for cut in (start, end))})
    pieces: list[str] = []
    for low, high in pairwise(cuts):
        piece = escape(visible_lines(reply[low:high]))
        gravity = max((g for start, end, g in spans if start <= low and high <= end), default=None)
        if gravity is not None:
            piece = f'<mark class="{SEVERITIES[gravity]}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)
