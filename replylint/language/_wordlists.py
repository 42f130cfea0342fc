"""The word lists of the pipeline's rules (`pipeline.yaml`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("pipeline.yaml")


def words(name: str) -> frozenset[str]:
    """Give a list by its name; KeyError when there is none."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lists = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=loader)
    return {name: frozenset(text.split()) for name, text in lists.items()}
