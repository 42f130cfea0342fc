"""Read the Morph-it! tables that the package spacy-lookups-data carries."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import srsly

CLASSES = {
    "noun": "N",
    "adj": "A",
    "adv": "D",
    "pron": "P",
    "det": "T",
    "adp": "E",
    "num": "#",
    "other": "O",
}
"""Table name and the letter that `replylint.language.lexicon.word_classes` gives for it."""


def repair(word: str) -> str:
    """Undo UTF-8 read as Latin-1, which spoils accented verb forms in spacy-lookups-data 1.0.5."""
    try:
        return word.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return word


def read_table(name: str) -> dict[str, str]:
    """Give one table, lower-case single words only: form -> lemma."""
    spec = find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install spacy-lookups-data: the lexicon is derived from its tables")
    path = Path(spec.origin).parent / "data" / f"it_lemma_lookup_{name}.json.gz"
    pairs = ((repair(form), repair(lemma)) for form, lemma in srsly.read_gzip_json(path).items())
    return {form: lemma for form, lemma in pairs if form == form.lower() and " " not in form}


def read_verbs() -> dict[str, str]:
    """Give verbs and auxiliaries together; an auxiliary's lemma never replaces a verb's."""
    return {**read_table("aux"), **read_table("verb")}
