"""Bring the treebanks to one set of conventions, those of UD Italian ISDT.

They disagree: PUD has no VerbForm and tags possessives as pronouns, MarkIT marks more features and
forgets that an elided article touches its noun, ParlaMint has no relation subtypes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from .conllu import VERBAL, Sentence, Word

Known = dict[tuple[str, str], Counter[tuple[tuple[str, str], ...]]]
"""How often a form, as a part of speech, has which features in treebanks of ISDT style."""

_RELATIONS = {
    "vocative:mention": "vocative",
    "parataxis:appos": "parataxis",
    "parataxis:obj": "parataxis",
    "parataxis:nsubj": "parataxis",
    "parataxis:insert": "parataxis",
    "nsubj:outer": "nsubj",
    "parataxis:discourse": "parataxis",
    "obl:tmod": "obl",
    "csubj:pass": "csubj",
    "discourse:emo": "discourse",
    "goeswith": "flat",
    "list": "parataxis",
    "reparandum": "dep",
    "expl:pass": "expl:impers",
}
_CLOSED = ("PRON", "DET", "ADV", "SCONJ", "CCONJ", "ADP", "NUM", "INTJ", "SYM", "PART")
_CAUTIOUS = ("NOUN", "ADJ", "AUX")
_NOT_ELIDED = {"po'", "di'", "fa'", "va'", "sta'", "da'", "mo'", "be'", "to'", "e'"}
_ARTICLES = ("l'", "l’", "la", "le", "lo", "gli", "i", "il")
_NEVER_PASSIVE = {
    "essere",
    "venire",
    "andare",
    "stare",
    "rimanere",
    "arrivare",
    "diventare",
    "nascere",
    "morire",
    "succedere",
    "accadere",
    "parere",
    "sembrare",
    "restare",
    "passare",
    "tornare",
    "entrare",
    "uscire",
    "salire",
    "partire",
    "split",
}


class Harmoniser:
    """Maps sentences of one treebank after another; learns from all of them first."""

    def __init__(self, reference: list[Sentence], everything: list[Sentence]) -> None:
        """Learn features from treebanks of ISDT style and transitive verbs from all of them."""
        self.known: Known = defaultdict(Counter)
        for sentence in reference:
            for word in sentence:
                self.known[word.form.lower(), word.pos][tuple(sorted(word.feats.items()))] += 1
        self.transitive = _transitive(everything)

    def map(self, treebank: str, words: Sentence) -> Sentence:
        """Change a sentence in place, and give it back."""
        if treebank == "markit":
            _close_elisions(words)
        for word in words:
            word.feats.pop("ExtPos", None)
            word.feats.pop("Typo", None)
            if treebank == "pud":
                _map_pud(word)
            if treebank in ("pud", "markit"):
                self._align(word)
            _map_any(word, words)
        if treebank in ("parlamint", "pud"):
            self._add_subtypes(treebank, words)
        return words

    def _align(self, word: Word) -> None:
        """Give closed-class words the features that ISDT-style treebanks give them."""
        feats = self._nearest(word)
        if feats is not None and word.pos in _CLOSED:
            word.feats = feats
        elif feats and word.pos in _CAUTIOUS and feats.keys() <= word.feats.keys():
            word.feats = dict(feats)
        known = (word.form.lower(), word.pos) in self.known
        if word.pos == "ADJ" and not known and word.lemma.endswith("e"):
            word.feats.pop("Gender", None)
        if word.pos == "NOUN" and word.form[-1].lower() in "àùìèò":
            word.feats.pop("Number", None)
        if word.pos == "PRON" and word.feats.get("PronType") in ("Dem", "Ind", "Rel", "Int", None):
            word.feats.pop("Person", None)
        if word.pos == "PUNCT":
            word.feats = {}
            word.lemma = word.form

    def _nearest(self, word: Word) -> dict[str, str] | None:
        """Give the known features that contradict none of the word's own and share most."""
        best: tuple[tuple[int, int], dict[str, str]] | None = None
        for pairs, count in self.known.get((word.form.lower(), word.pos), Counter()).items():
            feats = dict(pairs)
            if any(word.feats.get(name, value) != value for name, value in pairs):
                continue
            score = (sum(name in word.feats for name in feats), count)
            if best is None or score > best[0]:
                best = (score, feats)
        return best[1] if best else None

    def _add_subtypes(self, treebank: str, words: Sentence) -> None:
        children = defaultdict(list)
        for word in words:
            children[word.head].append(word)
        for word in words:
            head = words[word.head - 1] if word.head else None
            if word.dep == "flat" and head is not None and head.pos == "PROPN":
                word.dep = "flat:name"
            if treebank == "parlamint":
                _parlamint_subtypes(word, children)
                self._passive(word, children[word.id])
        for word in words:
            passive = any(child.dep == "aux:pass" for child in children[word.head])
            by = any(c.dep == "case" and c.lemma == "da" for c in children[word.id])
            if word.dep == "obl" and passive and by:
                word.dep = "obl:agent"

    def _passive(self, verb: Word, children: list[Word]) -> None:
        """Mark the passive auxiliary and subject of a participle."""
        if verb.pos != "VERB" or verb.feats.get("VerbForm") != "Part":
            return
        auxiliaries = [c for c in children if c.dep == "aux" and c.lemma in ("essere", "venire")]
        if not auxiliaries or any(child.dep == "obj" for child in children):
            return
        come = [c for c in auxiliaries if c.lemma == "venire"]
        reflexive = any(c.dep.startswith("expl") or "Clitic" in c.feats for c in children)
        if (
            come
            or len(auxiliaries) > 1
            or (verb.lemma.lower() in self.transitive and not reflexive)
        ):
            (come or auxiliaries)[-1].dep = "aux:pass"
            for child in children:
                child.dep = "nsubj:pass" if child.dep == "nsubj" else child.dep


def _transitive(sentences: list[Sentence]) -> set[str]:
    verbs = set()
    for words in sentences:
        for word in words:
            head = words[word.head - 1] if word.head else None
            if head is None or head.pos != "VERB":
                continue
            has = word.dep == "aux" and word.lemma == "avere"
            if has or word.dep == "aux:pass" or (word.dep == "obj" and "Clitic" not in word.feats):
                verbs.add(head.lemma.lower())
    return verbs - _NEVER_PASSIVE


def _close_elisions(words: Sentence) -> None:
    """Join an elided word to the next one, which MarkIT leaves apart: *l' ordine*."""
    place = 0
    while place + words[place].covers < len(words):
        word, following = words[place], words[place + words[place].covers]
        form = (word.joined or word.form).lower().replace("’", "'")
        elided = form.endswith("'") and form[:-1].isalpha() and form not in _NOT_ELIDED
        if elided and following.form[:1].lower() in "aeiouhàèéìòù":
            word.space = False
        place += word.covers


def _map_pud(word: Word) -> None:
    """Rebuild what PUD writes otherwise: verb forms, tenses, possessives, names, numbers."""
    feats = word.feats
    aspect = feats.pop("Aspect", None)
    for name in ("Voice", "Case", "Number[psor]", "Reflex", "Polarity"):
        feats.pop(name, None)
    word.lemma = word.lemma.split("|")[0]
    if word.pos in VERBAL:
        word.feats = _pud_verb(word.form.lower(), feats, aspect)
    elif word.pos == "PROPN":
        word.feats = {}
    elif word.pos == "NUM":
        word.feats = {"NumType": "Card"}
    elif word.pos == "PRON" and word.dep == "det:poss":
        word.pos = "DET"
        feats.pop("Person", None)
        feats.update(Poss="Yes", PronType="Prs")
    if word.form.lower() == "ciò":
        word.pos = "PRON"


def _pud_verb(form: str, feats: dict[str, str], aspect: str | None) -> dict[str, str]:
    if "Mood" in feats:
        if aspect == "Imp" and feats.get("Tense") == "Past":
            feats["Tense"] = "Imp"
        if feats["Mood"] == "Cnd":
            feats["Tense"] = "Pres"
        return feats | {"VerbForm": "Fin"}
    if "Gender" in feats or (feats.get("Number") and feats.get("Tense") == "Past"):
        feats.pop("Person", None)
        return feats | {"VerbForm": "Part", "Tense": "Past"}
    if form.endswith("ndo"):
        return {"VerbForm": "Ger"}
    if not re.search(r"re?$", form) and "Number" in feats:
        return feats | {"VerbForm": "Part", "Tense": "Pres"}
    return {"VerbForm": "Inf"}


def _map_any(word: Word, words: Sentence) -> None:
    """Apply what holds for every treebank, the test sets too."""
    following = words[word.id] if word.id < len(words) else None
    enclitic = following is not None and "Clitic" in following.feats
    us = word.feats.get("Mood") == "Imp" and word.feats.get("Person") == "1"
    if us and word.form.lower().endswith("iamo") and not enclitic:
        word.feats["Mood"] = "Ind"
    article = word.pos == "DET" and word.feats.get("PronType") == "Art"
    if article and word.form.lower() in _ARTICLES:
        word.lemma = "il"
    word.dep = _RELATIONS.get(word.dep, word.dep)


def _parlamint_subtypes(word: Word, children: dict[int, list[Word]]) -> None:
    if word.dep == "det" and word.feats.get("Poss") == "Yes":
        word.dep = "det:poss"
    below = [deep for child in children[word.id] for deep in (child, *children[child.id])]
    relative = any(w.pos == "PRON" and w.feats.get("PronType") == "Rel" for w in below)
    if word.dep == "acl" and relative:
        word.dep = "acl:relcl"
