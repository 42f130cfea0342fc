"""Who speaks and who is spoken to: the two parties of a reply or message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from replylint.language.grammar import grammar
from replylint.language.verbs import form, is_clitic, is_verb, verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

Speaker = Literal["company", "customer"]
Address = Literal["tu", "lei", "voi", "unknown"]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks, who is spoken to, and how the text addresses them."""

    speaker: Speaker
    address: Address

    @property
    def hearer(self) -> Speaker:
        """The other party."""
        return "customer" if self.speaker == "company" else "company"


def address_form(doc: Doc) -> Address:
    """Whether the text says tu, Lei or voi, by its pronouns and verb persons."""
    table = grammar()
    counts = {"tu": 0, "lei": 0, "voi": 0}
    for token in doc:
        word = form(token)
        if word in table.tu_words:
            counts["tu"] += 1
        elif word in table.lei_words or (token.text in ("La", "Le", "Lei") and is_clitic(token)):
            counts["lei"] += 1
        elif word in table.voi_words:
            counts["voi"] += 1
        elif is_verb(token):
            verb = verb_form(token)
            if verb.person == "2" and verb.finite:
                counts["tu" if verb.number == "Sing" else "voi"] += 1
            elif verb.mood == "Imp" and verb.person == "3":
                counts["lei"] += 1
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "unknown"  # type: ignore[return-value]  # keys of counts
