"""Times as files write them."""

from __future__ import annotations

from datetime import datetime


def iso_time(text: str) -> datetime | None:
    """The time that an ISO 8601 string gives, or None; `Z` and fractions are understood."""
    plain = text.strip()
    if plain.endswith(("Z", "z")):
        plain = plain[:-1] + "+00:00"
    try:
        return datetime.fromisoformat(plain)
    except ValueError:
        return None
