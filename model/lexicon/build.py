"""Build the form lexicon of the Italian pipeline.

    python -m model.lexicon.build replylint/language/data

writes `forms.txt` (sorted, one form a line with the number of its entry) and `lexicon.json`
(the entries, an index of the forms and a version). Both derive from Morph-it!, CC BY-SA.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path

from . import paradigm, tables

BLOCK = 256
"""Every so many forms the index keeps one, so that a look-up reads one short block."""

COMMON_VERBS = Path(__file__).parent / "common_verbs.txt"
"""Verb lemmas of the training treebanks (`python -m model.lexicon.common TREEBANKS`)."""

Edit = tuple[int, str]
"""How to get a lemma from a form: letters to cut from its end, letters to add."""

Entry = tuple[str, Edit | None, Edit | None, tuple[tuple[Edit, str], ...]]
"""Word classes, noun lemma, adjective lemma, and per verb its lemma and readings."""


def edit(form: str, lemma: str) -> Edit:
    """Give the edit that turns a form into its lemma."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def is_infinitive(lemma: str) -> bool:
    """Tell whether a table's verb lemma is one (it also holds *dimmi* and reflexives)."""
    return lemma.endswith(("are", "ere", "ire", "rre")) and len(lemma) > 3 and lemma.isalpha()


def collect_verbs() -> dict[str, dict[str, set[str]]]:
    """Give form -> lemma -> readings for all verbs, without rare verbs behind a common one.

    *Capiamo* is *capire*, not *capere*; *dica* is *dire*, not *dicare*.
    """
    common = set(COMMON_VERBS.read_text(encoding="utf-8").split())
    verbs = _all_verbs()
    for form, lemmas in verbs.items():
        if len(lemmas) > 1 and common & set(lemmas):
            verbs[form] = {lemma: r for lemma, r in lemmas.items() if lemma in common}
    return verbs


def _all_verbs() -> dict[str, dict[str, set[str]]]:
    own: dict[str, set[str]] = defaultdict(set)
    for form, lemma in tables.read_verbs().items():
        own[lemma].add(form)
    verbs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for lemma in sorted(filter(is_infinitive, own)):
        for form, reading in paradigm.readings(lemma, own[lemma]):
            verbs[form][lemma].add(reading)
    return verbs


def collect_entries() -> dict[str, Entry]:
    """Give form -> entry for all words."""
    verbs = collect_verbs()
    words = {letter: tables.read_table(name) for name, letter in tables.CLASSES.items()}
    forms = set(verbs).union(*words.values())
    return {
        form: _entry(form, verbs.get(form, {}), words)
        for form in sorted(forms)
        if form.strip() and "\t" not in form
    }


def _entry(form: str, verbs: dict[str, set[str]], words: dict[str, dict[str, str]]) -> Entry:
    classes = "".join(letter for letter, table in words.items() if form in table)
    noun, adjective = (words[letter].get(form) for letter in "NA")
    return (
        classes + "V" * bool(verbs),
        edit(form, noun) if noun else None,
        edit(form, adjective) if adjective else None,
        tuple((edit(form, lemma), " ".join(sorted(r))) for lemma, r in sorted(verbs.items())),
    )


def write(folder: Path, entries: dict[str, Entry]) -> None:
    """Write the lexicon's two files."""
    numbers: dict[Entry, int] = {}
    lines = [
        (form.encode(), numbers.setdefault(entry, len(numbers))) for form, entry in entries.items()
    ]
    lines.sort()
    heads, offsets, body = [], [], bytearray(b"\n")
    for place, (form, number) in enumerate(lines):
        if place % BLOCK == 0:
            heads.append(form.decode())
            offsets.append(len(body) - 1)
        body += b"%s\t%d\n" % (form, number)
    offsets.append(len(body))
    payload = {
        "version": hashlib.sha256(bytes(body) + repr(list(numbers)).encode()).hexdigest()[:12],
        "heads": heads,
        "offsets": offsets,
        "entries": list(numbers),
    }
    (folder / "forms.txt").write_bytes(bytes(body))
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    (folder / "lexicon.json").write_text(text, encoding="utf-8")
    print(f"{len(lines)} forms, {len(numbers)} entries, version {payload['version']}")


if __name__ == "__main__":
    write(Path(sys.argv[1]), collect_entries())
