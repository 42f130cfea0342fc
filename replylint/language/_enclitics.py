"""Italian enclitics: which pronouns hang on a verb form, and what may stand before them."""

from __future__ import annotations

from collections.abc import Iterator

_SINGLE = ("mi", "ti", "ci", "vi", "si", "lo", "la", "li", "le", "ne", "gli")
_FIRST = ("me", "te", "ce", "ve", "se", "glie")
_SECOND = ("lo", "la", "li", "le", "ne")

CLUSTERS: dict[str, tuple[str, ...]] = {
    **{first + second: (first, second) for first in _FIRST for second in _SECOND},
    **{single: (single,) for single in _SINGLE},
    "cisi": ("ci", "si"),
    "visi": ("vi", "si"),
    "mici": ("mi", "ci"),
    "tici": ("ti", "ci"),
    "vici": ("vi", "ci"),
}
"""Enclitics as they are written and the pronouns in them: *melo* is (me, lo)."""

_SHORT_IMPERATIVES = {"fa", "da", "di", "sta", "va"}
"""They double the next consonant: *fammi*, *dille*, *stacci* (but *dagli*)."""

_MIN_STEM = 2


def splits(form: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Give the ways to read a form as verb + enclitics, the longest cluster first.

    In: a lower-case form. Out: (verb form, pronouns, mood), the verb form completed where the
    enclitic cut a vowel (*scriverci*: *scrivere*), the mood the only one that it may have there
    ("Inf", "Ger" or "Imp"; "Part" for *avutosi*, "Ind" for *cercasi*). Whether the verb form
    exists is not checked.
    """
    for cluster in sorted(CLUSTERS, key=len, reverse=True):
        if not form.endswith(cluster) or len(form) - len(cluster) < _MIN_STEM:
            continue
        stem, pronouns = form[: -len(cluster)], CLUSTERS[cluster]
        if stem.endswith("r"):
            yield stem + "e", pronouns, "Inf"
            yield stem + "re", pronouns, "Inf"
        elif stem.endswith("ndo"):
            yield stem, pronouns, "Ger"
        elif stem[:-1] in _SHORT_IMPERATIVES and stem[-1] == cluster[0]:
            yield stem[:-1], pronouns, "Imp"
        elif stem not in _SHORT_IMPERATIVES or cluster.startswith("gli"):
            yield stem, pronouns, "Ind" if pronouns == ("si",) else "Imp"
            yield stem, pronouns, "Part"
