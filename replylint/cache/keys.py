"""What a kept report depends on: the draft, and everything that judges it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from replylint.codehash import code_hash
from replylint.conversation import Draft


def draft_key(draft: Draft) -> str:
    """A hash of all of a draft that its findings depend on; where it stands is no part of it."""
    said = f"{draft.markup} {draft.conversation!r}"
    return hashlib.blake2b(said.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def setting_key(parts: Iterable[str]) -> str:
    """A hash of what judges: options, rules and pipeline (`parts`), and replylint's own code."""
    said = "\0".join((*parts, code_hash()))
    return hashlib.blake2b(said.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
