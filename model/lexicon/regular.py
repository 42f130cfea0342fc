"""Regular Italian paradigms, built from the infinitive.

Morph-it's table in spacy-lookups-data keeps one lemma a form (*segnali* is *segnare* + *li*
there, never *segnalare*), so readings cannot be looked up: they are built here, form by form.
A reading is written in four letters: mood (I S M C N G P), tense (P I R F), person, number.
"""

from __future__ import annotations

from collections.abc import Iterator

PERSONS = ("1S", "2S", "3S", "1P", "2P", "3P")
PRESENT = {
    "a": ("o", "i", "a", "iamo", "ate", "ano"),
    "e": ("o", "i", "e", "iamo", "ete", "ono"),
    "i": ("o", "i", "e", "iamo", "ite", "ono"),
}
SUBJUNCTIVE = {"a": ("i", "ino"), "e": ("a", "ano"), "i": ("a", "ano")}
IMPERFECT = ("vo", "vi", "va", "vamo", "vate", "vano")
PAST = {
    "a": ("ai", "asti", "ò", "ammo", "aste", "arono"),
    "e": ("ei", "esti", "é", "emmo", "este", "erono"),
    "i": ("ii", "isti", "ì", "immo", "iste", "irono"),
}
FUTURE = ("ò", "ai", "à", "emo", "ete", "anno")
CONDITIONAL = ("ei", "esti", "ebbe", "emmo", "este", "ebbero")
SUB_IMPERFECT = ("ssi", "ssi", "sse", "ssimo", "ste", "ssero")
ISC_PERSONS = {"1S", "2S", "3S", "3P"}

Reading = tuple[str, str]
"""A form and one reading of it, such as ("scriva", "SP3S")."""


def join(stem: str, ending: str, infinitive: str) -> str:
    """Put stem and ending together with the spelling that the sound asks for."""
    if infinitive.endswith(("care", "gare")) and ending[0] in "ie":
        return f"{stem}h{ending}"
    if infinitive.endswith("iare") and ending[0] == "i":
        return stem[:-1] + ending
    if infinitive.endswith(("ciare", "giare")) and ending[0] == "e":
        return stem[:-1] + ending
    return stem + ending


def group_present(infinitive: str, isc: bool) -> Iterator[Reading]:
    """Give present indicative, subjunctive and imperative."""
    stem, vowel = infinitive[:-3], infinitive[-3]
    for person, ending in zip(PERSONS, PRESENT[vowel], strict=True):
        middle = "isc" if isc and person in ISC_PERSONS else ""
        form = join(stem, middle + ending, infinitive)
        yield form, f"IP{person}"
        if person in ("1P", "2P"):
            yield form, f"MP{person}"
        if person == "1P":
            yield form, "SP1P"
        if person == ("3S" if vowel == "a" else "2S"):
            yield form, "MP2S"
    single, plural = SUBJUNCTIVE[vowel]
    middle = "isc" if isc else ""
    for person in ("1S", "2S", "3S"):
        yield join(stem, middle + single, infinitive), f"SP{person}"
    yield join(stem, middle + plural, infinitive), "SP3P"
    yield join(stem, "iate", infinitive), "SP2P"


def group_past(infinitive: str) -> Iterator[Reading]:
    """Give the remote past."""
    stem, vowel = infinitive[:-3], infinitive[-3]
    for person, ending in zip(PERSONS, PAST[vowel], strict=True):
        yield stem + ending, f"IR{person}"
    if vowel == "e":
        yield from (
            (stem + end, f"IR{p}")
            for end, p in (("etti", "1S"), ("è", "3S"), ("ette", "3S"), ("ettero", "3P"))
        )


def group_participle(infinitive: str) -> Iterator[Reading]:
    """Give the past participle in its four forms."""
    vowel = {"a": "a", "e": "u", "i": "i"}[infinitive[-3]]
    yield from participle(infinitive[:-3] + vowel + "t")


def participle(stem: str) -> Iterator[Reading]:
    """Give the four forms of a past participle, from its stem: *scritt*."""
    for ending, number in (("o", "S"), ("a", "S"), ("i", "P"), ("e", "P")):
        yield stem + ending, f"PR{number}"


def group_stem(infinitive: str, stem: str) -> Iterator[Reading]:
    """Give what hangs on the theme vowel: imperfect, gerund, present participle.

    `stem` ends in that vowel: *scrive*, *face*, *trae*.
    """
    for person, ending in zip(PERSONS, IMPERFECT, strict=True):
        yield stem + ending, f"II{person}"
    for person, ending in zip(PERSONS, SUB_IMPERFECT, strict=True):
        yield stem + ending, f"SI{person}"
    gerund = "a" if stem.endswith("a") else "e"
    yield stem[:-1] + gerund + "ndo", "G"
    yield stem[:-1] + gerund + "nte", "PPS"
    yield stem[:-1] + gerund + "nti", "PPP"


def group_future(stem: str) -> Iterator[Reading]:
    """Give future and conditional, from their stem: *scriver*, *verr*."""
    for person, ending in zip(PERSONS, FUTURE, strict=True):
        yield stem + ending, f"IF{person}"
    for person, ending in zip(PERSONS, CONDITIONAL, strict=True):
        yield stem + ending, f"CP{person}"


def future_stem(infinitive: str) -> str:
    """Give the regular future stem: *contatter*, *pagher*, *capir*."""
    vowel = "i" if infinitive[-3] == "i" else "e"
    return join(infinitive[:-3], f"{vowel}r", infinitive)
