"""The word lists of the pipeline's rules (`pipeline.yaml`)."""

from __future__ import annotations

from functools import cache

from replylint.tables import read_table


def words(name: str) -> frozenset[str]:
    """Give a list by its name; KeyError when there is none."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists = read_table(__file__, "pipeline.yaml")
    return {name: frozenset(text.split()) for name, text in lists.items()}
