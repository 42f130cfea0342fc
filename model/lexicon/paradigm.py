"""The readings of one verb: irregular table, regular paradigm, and what Morph-it attests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import irregular, regular
from .regular import Reading

ACCENTED = {"fa": "fà", "va": "và", "do": "dò", "sto": "stò", "sta": "stà", "so": "sò", "sa": "sà"}
"""Monosyllables that take an accent at the end of a compound: *rifà*, *ridò*."""

BOTH_FUTURES = {"vedere", "vivere", "cadere", "morire"}
"""*Provvedrà* and *provvederà* are both Italian."""

ALSO_REGULAR = {"soddisfare", "disfare"}
"""*Soddisfaccio* and *soddisfo* are both Italian."""

REGULAR_SHARE = 0.5
"""A group of forms counts as regular from this share of attested forms on."""


def readings(lemma: str, own: set[str]) -> set[Reading]:
    """Give all readings of one verb.

    `own` holds the forms that Morph-it lists under this lemma. Gives (form, reading) pairs.
    """
    base = _base_of(lemma, own)
    found = {(lemma, "N")} | {(_clip(lemma), "N")}
    if base is not None:
        prefix = lemma[: -len(base.infinitive)]
        found |= set(_prefixed(prefix, irregular.readings(base)))
    if lemma in ALSO_REGULAR:
        found |= set(regular.group_present(lemma, isc=False))
        found |= set(regular.group_future(regular.future_stem(lemma)))
    if lemma.endswith("rre"):
        return found
    if base is None or base.future == "-" or base.infinitive in BOTH_FUTURES:
        found |= set(regular.group_future(regular.future_stem(lemma)))
    if base is None or base.present == "-":
        found |= set(_present(lemma, own))
    for group in _open_groups(lemma, base):
        found |= _attested(group, own, always=lemma.endswith("are") and base is None)
    if base is None:
        found |= set(regular.group_stem(lemma, _theme(lemma)))
    if base is None or base.past == "-" or base.participle == "-":
        found |= set(_strong(own, {form for form, _ in found}))
    return found


def _clip(infinitive: str) -> str:
    """Give the infinitive without its last vowel: *contattar*, *por*."""
    return infinitive[:-2] if infinitive.endswith("rre") else infinitive[:-1]


def _theme(lemma: str) -> str:
    return lemma[:-2]


def _base_of(lemma: str, own: set[str]) -> irregular.Irregular | None:
    if lemma in irregular.BASES:
        return irregular.BASES[lemma]
    fits = [
        base
        for name, base in irregular.BASES.items()
        if lemma.endswith(name) and _is_compound(lemma[: -len(name)], base, own)
    ]
    return max(fits, key=lambda base: len(base.infinitive), default=None)


def _is_compound(prefix: str, base: irregular.Irregular, own: set[str]) -> bool:
    keys = [base.present.split()[0]] if base.present != "-" else []
    keys += [base.past.split()[1]] if base.past != "-" else []
    return all(prefix + key in own for key in keys or [base.participle + "o"])


def _prefixed(prefix: str, pairs: Iterable[Reading]) -> Iterator[Reading]:
    for form, reading in pairs:
        yield prefix + form, reading
        if prefix and form in ACCENTED:
            yield prefix + ACCENTED[form], reading


def _present(lemma: str, own: set[str]) -> Iterator[Reading]:
    """Give the present as -isc-, plain, or both, as far as Morph-it attests it."""
    stem = lemma[:-3]
    if lemma.endswith("are"):
        yield from regular.group_present(lemma, isc=False)
        if lemma.endswith("iare") and f"{stem}i" in own:
            yield from (
                (stem + "i", f"{mood}{p}")
                for mood, p in (("IP", "2S"), ("SP", "1S"), ("SP", "2S"), ("SP", "3S"))
            )
            yield stem + "ino", "SP3P"
        return
    isc = lemma.endswith("ire") and {f"{stem}isco", f"{stem}isce", f"{stem}isca"} & own
    plain = {f"{stem}ono", f"{stem}e", f"{stem}o"} & own
    if isc:
        yield from regular.group_present(lemma, isc=True)
    if plain or not isc:
        yield from regular.group_present(lemma, isc=False)


def _open_groups(lemma: str, base: irregular.Irregular | None) -> Iterator[set[Reading]]:
    if base is None or base.past == "-":
        yield set(regular.group_past(lemma))
    else:
        yield {
            pair for pair in regular.group_past(lemma) if pair[1] not in ("IR1S", "IR3S", "IR3P")
        }
    if base is None:
        yield set(regular.group_participle(lemma))


def _attested(group: set[Reading], own: set[str], always: bool) -> set[Reading]:
    """Keep a group whole where it is regular, otherwise only the forms that Morph-it has."""
    attested = {pair for pair in group if pair[0] in own}
    if always or len(attested) >= REGULAR_SHARE * len(group):
        return group
    return attested


def _strong(own: set[str], known: set[str]) -> Iterator[Reading]:
    """Find strong pasts (*chiesi, chiese, chiesero*) and participles (*chiesto*) among the rest."""
    left = own - known
    for form in left:
        if form.endswith("ero") and {form[:-3] + "i", form[:-3] + "e"} & own:
            yield from (
                (form[:-3] + end, f"IR{p}") for end, p in (("i", "1S"), ("e", "3S"), ("ero", "3P"))
            )
        elif form[-2:-1] in ("t", "s") and _is_participle(form[:-1], own):
            yield from regular.participle(form[:-1])


def _is_participle(stem: str, own: set[str]) -> bool:
    """Tell a participle's stem; another verb may own some of its four forms in the table."""
    attested = len({stem + ending for ending in "oaie"} & own)
    return attested > 1 or (attested == 1 and stem[-2:] in ("nt", "rt", "lt", "tt"))
