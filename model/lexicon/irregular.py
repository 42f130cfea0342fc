"""Irregular verbs of Italian: what cannot be built from the infinitive.

A line of `irregular.txt`: infinitive; present (six forms); subjunctive (singular, third plural);
singular imperatives; future stem; remote past (1S, 3S, 3P); participle stem; theme stem. A dash
stands for "as the regular verb". A compound (*ottenere*, *proporre*) follows its base verb; which
verbs are its compounds is decided with Morph-it's forms in `paradigm.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .regular import PERSONS, SUB_IMPERFECT, Reading, group_future, group_stem, participle

_FILE = Path(__file__).with_suffix(".txt")


class Irregular(NamedTuple):
    """One line of the table; "-" where the verb is regular."""

    infinitive: str
    present: str
    subjunctive: str
    imperative: str
    future: str
    past: str
    participle: str
    theme: str


_LINES = _FILE.read_text(encoding="utf-8").splitlines()[1:]
BASES = {row.infinitive: row for row in (Irregular(*line.split(";")) for line in _LINES)}


def _sub_imperfect(stem: str) -> list[Reading]:
    return [(stem + end, f"SI{p}") for p, end in zip(PERSONS, SUB_IMPERFECT, strict=True)]


_ERO = ("ero", "eri", "era", "eravamo", "eravate", "erano")

EXTRA: dict[str, tuple[tuple[str, str], ...]] = {
    "essere": (
        *((form, f"II{person}") for person, form in zip(PERSONS, _ERO, strict=True)),
        *(("siate", "MP2P"), ("fummo", "IR1P"), ("fosti", "IR2S"), ("foste", "IR2P")),
    ),
    "avere": (("abbiate", "MP2P"), ("abbiate", "SP2P"), ("avemmo", "IR1P"), ("avesti", "IR2S")),
    "sapere": (("sappiate", "MP2P"), ("sappiate", "SP2P")),
    "volere": (("vogliate", "MP2P"), ("vogliate", "SP2P")),
    "dovere": (("debbo", "IP1S"), ("debbono", "IP3P"), ("deva", "SP3S"), ("dobbiate", "SP2P")),
    "dire": (("di'", "MP2S"),),
    "fare": (("fa'", "MP2S"), ("fo", "IP1S")),
    "dare": (("da'", "MP2S"), ("desti", "IR2S"), ("deste", "IR2P"), *_sub_imperfect("de")),
    "stare": (("sta'", "MP2S"), ("stesti", "IR2S"), ("steste", "IR2P"), *_sub_imperfect("ste")),
    "empire": (("empiendo", "G"),),
    "andare": (("va'", "MP2S"),),
    "vedere": tuple((f, r) for f, r in participle("vedut")),
}


def readings(base: Irregular) -> Iterator[Reading]:
    """Give the irregular part of a verb's paradigm."""
    if base.present != "-":
        yield from _present(base)
    if base.future != "-":
        yield from group_future(base.future)
    if base.past != "-":
        yield from zip(base.past.split(), ("IR1S", "IR3S", "IR3P"), strict=True)
    yield from participle(base.participle)
    if base.infinitive != "essere":
        yield from group_stem(base.infinitive, base.theme)
        yield from (
            (base.theme + end, f"IR{p}") for end, p in (("sti", "2S"), ("mmo", "1P"), ("ste", "2P"))
        )
    else:
        yield from (*_sub_imperfect("fo"), ("essendo", "G"), ("essente", "PPS"))
    yield from EXTRA.get(base.infinitive, ())


def _present(base: Irregular) -> Iterator[Reading]:
    forms = base.present.split()
    for person, form in zip(PERSONS, forms, strict=True):
        yield form, f"IP{person}"
    single, plural = base.subjunctive.split()
    yield from ((single, f"SP{p}") for p in ("1S", "2S", "3S"))
    yield plural, "SP3P"
    yield forms[3], "SP1P"
    yield forms[3][:-2] + "te", "SP2P"
    if base.imperative != "-":
        yield from ((form, "MP2S") for form in base.imperative.split())
        yield forms[3], "MP1P"
    if base.imperative != "-" and base.infinitive not in ("essere", "avere", "sapere"):
        yield forms[4], "MP2P"
