"""Times as files write them."""

from __future__ import annotations

import re
from datetime import datetime

_CLOCK = re.compile(
    r"(?P<clock>(?<=\D)\d\d:\d\d(?::\d\d)?)(?:[.,](?P<fraction>\d+))?"
    r"(?P<zone>[+-]\d\d(?::?\d\d)?)?$",
    re.ASCII,
)


def iso_time(text: str) -> datetime | None:
    """The time that an ISO 8601 string gives, or None; `Z` and fractions are understood."""
    plain = text.strip()
    if plain.endswith(("Z", "z")):
        plain = plain[:-1].rstrip() + "+00:00"
    found = _CLOCK.search(plain)
    if found:
        plain = plain[: found.start()] + _spelt_out(found)
    try:
        return datetime.fromisoformat(plain)
    except ValueError:
        return None


def _spelt_out(found: re.Match[str]) -> str:
    """A time of day as Python 3.10 reads it too: 09:10:00.500000+01:00."""
    clock, fraction, zone = found["clock"], found["fraction"], found["zone"]
    if fraction:
        clock += "." + fraction[:6].ljust(6, "0")
    if not zone:
        return clock
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{clock}{zone[0]}{digits[:2]}:{digits[2:]}"
