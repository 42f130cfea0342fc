"""What the bundled pipeline reads off a word form: its class in the lexicon, ending, spelling.

The tagger was trained on these three, in the places of spaCy's PREFIX, SUFFIX and NORM. A class
such as `NV|IndPr2S/SubPr3S` tells it that *contatti* is a noun or one of two verb readings, which
raises finite verbs by four points on unseen treebanks (`model/README.md`).
"""

from __future__ import annotations

from .lexicon import Analysis, analyses, normalize, spelling, word_classes

_SUFFIX_LETTERS = 4


def word_class(form: str) -> str:
    """Give the ambiguity class of a form: word classes, verb readings, enclitics."""
    found = analyses(form)
    codes = sorted({_code(item) for item in found})
    return "".join(sorted(word_classes(form))) + "|" + "/".join(codes)


def suffix(form: str) -> str:
    """Give the last letters of a form."""
    return form[-_SUFFIX_LETTERS:]


def norm(form: str) -> str:
    """Give a form in lower case, with a straight apostrophe and the accent that was left out."""
    return spelling(normalize(form))


def _code(item: Analysis) -> str:
    """Give a reading without its lemma; all enclitics count as one."""
    enclitic = "+" if item.clitics else ""
    return f"{item.mood}{item.tense[:2]}{item.person}{item.number[:1]}{enclitic}"
