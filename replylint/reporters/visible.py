"""Makes untrusted text safe to show: what could act on a terminal or turn a line becomes visible.

Every replacement is one character for one, so offsets into the text stay true.
"""

from __future__ import annotations

import re

# Beyond the C0 controls, as ranges of a regular expression's set: C1 controls (a terminal may obey
# them), explicit direction marks (they show words in another order: "Trojan Source",
# CVE-2021-42574), line and paragraph separators, byte order mark and non-characters, surrogates
# (which no encoding can write).
BEYOND_C0 = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
_ACTIVE = re.compile(f"[\x00-\x1f{BEYOND_C0}]")
_ACTIVE_IN_LINE = re.compile(f"[\x00-\x09\x0b-\x1f{BEYOND_C0}]")

# What begins a command for a CI server that reads the log: GitHub (leading space is no hindrance:
# actions/runner, ActionCommand.cs), Azure Pipelines, TeamCity.
_CI_COMMAND = re.compile(r"^([ \t]*)(?=::|##\S*\[)", re.MULTILINE)


def visible(text: str) -> str:
    """`text` with control characters, direction marks and line ends made visible, same length."""
    return _ACTIVE.sub(_sign, text)


def visible_lines(text: str) -> str:
    """As `visible`, but line feeds stay, and a carriage return before one goes."""
    return _ACTIVE_IN_LINE.sub(_sign, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """`text` on one line: any run of white space becomes a space, the rest is made visible."""
    return visible(" ".join(text.split()))


def inert(text: str) -> str:
    """A report without CI commands: a zero-width space stands before what would be one."""
    return _CI_COMMAND.sub("\\1\u200b", text)


def _sign(match: re.Match[str]) -> str:
    """A character to see in the place of one that acts; Unicode's control pictures where it can."""
    code = ord(match[0])
    if code == 0x09:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
