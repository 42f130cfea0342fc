"""Noun phrases, pronouns and small words for the templates."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from .tree import Node

WORDS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "words.yaml").read_text(encoding="utf-8")
)

_CLITICS = {
    "mi": "1S",
    "ti": "2S",
    "ci": "1P",
    "ce": "1P",
    "vi": "2P",
    "si": "3",
    "me": "1S",
    "te": "2S",
    "lo": "3Sm",
    "la": "3Sf",
    "li": "3Pm",
    "le": "3Pf",
    "gli": "3Sm",
    "ne": "",
}
_JOINED = {"di": "de", "a": "a", "da": "da", "in": "ne", "su": "su"}
_TAILS = {"il": "l", "lo": "llo", "la": "lla", "i": "i", "gli": "gli", "le": "lle", "l'": "ll'"}
_NUMBERS = {"S": "Sing", "P": "Plur"}


class Noun(NamedTuple):
    """A noun of the word lists."""

    single: str
    plural: str
    gender: str


def nouns(name: str) -> list[Noun]:
    """Give a list of nouns."""
    lines = WORDS[name].strip().replace("\n", ";").split(";")
    return [Noun(*line.split()) for line in lines]


def agreement(gender: str, plural: bool) -> dict[str, str]:
    """Give the features of gender and number."""
    return {"Gender": "Masc" if gender == "m" else "Fem", "Number": "Plur" if plural else "Sing"}


def clitic(form: str) -> Node:
    """Give a clitic pronoun that stands before its verb."""
    code = _CLITICS[form]
    feats = {"Clitic": "Yes", "PronType": "Prs"}
    if code:
        feats["Person"] = code[0]
    if len(code) > 1:
        feats["Number"] = _NUMBERS[code[1]]
    if len(code) > 2:
        feats["Gender"] = "Masc" if code[2] == "m" else "Fem"
    return Node(form, form, "PRON", feats)


def adverb(form: str) -> Node:
    """Give an adverb."""
    return Node(form, form, "ADV")


def negation() -> tuple[str, Node]:
    """Give *non*, ready to hang on a verb."""
    return "advmod", Node("non", "non", "ADV", {"PronType": "Neg"})


def adposition(form: str) -> Node:
    """Give a preposition."""
    return Node(form, form, "ADP")


def conjunction(form: str, pos: str = "SCONJ") -> Node:
    """Give a conjunction."""
    return Node(form, form, pos)


def article(following: str, gender: str, plural: bool, definite: bool = True) -> str:
    """Give the article that fits the word after it."""
    low = following.lower()
    vowel = low[0] in "aeiouhàè"
    hard = low.startswith(("z", "gn", "ps", "x", "y")) or (low[0] == "s" and low[1] not in "aeiouè")
    if not definite:
        return ("uno" if hard else "un") if gender == "m" else ("un'" if vowel else "una")
    if plural:
        return "le" if gender == "f" else ("gli" if vowel or hard else "i")
    if vowel:
        return "l'"
    return "la" if gender == "f" else ("lo" if hard else "il")


class Phrases:
    """Makes phrases at random."""

    def __init__(self, rng: random.Random) -> None:
        """Take the source of randomness."""
        self.rng = rng
        self._lists = {
            name: nouns(name) for name in ("things", "troubles", "people", "places", "look_alikes")
        }

    def chance(self, share: float) -> bool:
        """Be true in this share of the calls."""
        return self.rng.random() < share

    def noun(
        self,
        kind: str = "things",
        det: str | None = None,
        prep: str | None = None,
        plural: bool | None = None,
        owner: str | None = None,
    ) -> Node:
        """Make a noun phrase.

        In: the word list; `det` among def, indef, own, this, bare; a preposition; whose it is.
        Out: the noun, with its gender in `feats`.
        """
        noun = self.rng.choice(self._lists[kind])
        plural = self.chance(0.25) if plural is None else plural
        kinds = ["def", "def", "def", "indef", "own", "own", "this", "bare" if plural else "def"]
        det = det or self.rng.choice(kinds)
        form = noun.plural if plural else noun.single
        node = Node(form, noun.single, "NOUN", agreement(noun.gender, plural))
        if self.chance(0.15):
            node.right(("amod", self._adjective(noun.gender, plural)))
        self._determine(node, noun.gender, plural, det, prep, owner)
        if prep is None and self.chance(0.12):
            node.right(("nmod", self.noun(det=self.rng.choice(["def", "own"]), prep="di")))
        return node

    def _adjective(self, gender: str, plural: bool) -> Node:
        lists = WORDS["adjectives"]
        if self.chance(0.5):
            lemma = self.rng.choice(lists["flexible"])
            if lemma.endswith("o"):
                ending = {"m": "oi", "f": "ae"}[gender][plural]
                return Node(lemma[:-1] + ending, lemma, "ADJ", agreement(gender, plural))
        else:
            lemma = self.rng.choice(lists["plain"])
        form = lemma[:-1] + "ei"[plural]
        return Node(form, lemma, "ADJ", {"Number": "Plur" if plural else "Sing"})

    def _determine(
        self, node: Node, gender: str, plural: bool, det: str, prep: str | None, owner: str | None
    ) -> None:
        """Put preposition, article and possessive before a noun."""
        feats = agreement(gender, plural)
        if det == "own":
            possessive = self._possessive(owner, gender, plural)
            node.left(("det:poss", possessive))
            det = "bare" if self.chance(0.06) else "def"
        first = node.before[0][1].form if node.before else node.form
        if det == "def":
            form = article(first, gender, plural)
            own = {"Definite": "Def", "PronType": "Art", "Number": feats["Number"]}
            if form != "l'":
                own["Gender"] = feats["Gender"]
            if prep in _JOINED:
                joined = _JOINED[prep] + _TAILS[form]
                node.left(("case", Node(joined, f"{prep} il", "ADP", own)))
                return
            node.left(("det", Node(form, "il", "DET", own)))
        elif det == "indef" and not plural:
            form = article(first, gender, plural, definite=False)
            own = {"Definite": "Ind", "PronType": "Art", **feats}
            node.left(("det", Node(form, "uno", "DET", own)))
        elif det == "this":
            form = "quest" + {"m": "oi", "f": "ae"}[gender][plural]
            node.left(("det", Node(form, "questo", "DET", {"PronType": "Dem", **feats})))
        if prep:
            node.left(("case", adposition(prep)))

    def _possessive(self, owner: str | None, gender: str, plural: bool) -> Node:
        owner = owner or self.rng.choice(["suo", "Suo", "tuo", "vostro", "nostro"])
        endings = {"m": ("o", "oi" if len(owner) == 3 else "i"), "f": ("a", "e")}
        feats = {"Poss": "Yes", "PronType": "Prs", **agreement(gender, plural)}
        return Node(owner[:-1] + endings[gender][plural], owner.lower(), "DET", feats)

    def channel(self) -> Node:
        """Make a phrase for where to write or go: *in privato*, *alla pagina*, *via e-mail*."""
        kind = self.rng.random()
        if kind < 0.35:
            form = self.rng.choice(WORDS["channels"])
            pos, feats = ("ADJ", agreement("m", False)) if form == "privato" else ("NOUN", {})
            return Node(form, form, pos, feats, [("case", adposition("in"))])
        if kind < 0.5:
            return Node(
                "e-mail", "e-mail", "NOUN", {"Gender": "Fem"}, [("case", adposition("via"))]
            )
        if kind < 0.6:
            number = str(self.rng.randrange(1000, 9999))
            node = Node("numero", "numero", "NOUN", agreement("m", False))
            self._determine(node, "m", False, "def", "a", None)
            return node.right(("nummod", Node(number, number, "NUM", {"NumType": "Card"})))
        prep = self.rng.choice(["su", "in", "a", "da"])
        return self.noun("places", det=self.rng.choice(["def", "own"]), prep=prep, plural=False)
