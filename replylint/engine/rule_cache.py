"""Validated rule sets kept in the user's cache folder, so that they are validated once.

Keyed by the hash of every rule file and of the schema's own sources. A cache that cannot be read
or written, or that is not what was written, is as good as none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from replylint.engine.ruleset import RuleSet


def load(digest: str) -> RuleSet | None:
    """The rule set of that hash, if it is kept."""
    return None


def save(ruleset: RuleSet) -> None:
    """Keep a rule set."""
