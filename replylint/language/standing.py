"""How a clause hangs in its sentence, and whether it is a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.language.chains import Chain
from replylint.language.frames import Standing
from replylint.language.grammar import grammar
from replylint.language.verbs import form, lemma, verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc


def standing_of(
    doc: Doc, chain: Chain, start: int, before: Chain | None, *, question: bool = False
) -> Standing:
    """How the clause hangs in its sentence, by the word that opens it."""
    table = grammar()
    if question and before is None and not conditional(doc, chain, start, before):
        return "main"
    if _quoted(doc, chain.head):
        return "quoted"
    for index in range(start, chain.first):
        word = form(doc[index])
        if word in table.concessive or (
            word == "se" and index > 0 and form(doc[index - 1]) == "anche"
        ):
            return "conceded"
        if word in table.relative and index > 0:
            previous = doc[index - 1]
            if previous.pos_ in ("NOUN", "PROPN", "PRON", "ADP", "DET") and not _told(doc, before):
                return "relative"
        if word in table.subordinators:
            told_of = before is not None and lemma(doc[before.head]) in table.conceding
            return "conceded" if told_of and word != "se" else "subordinate"
        if word in table.coordinators:
            return "coordinate"
    if before is None or not _subordinate_form(doc, chain) or _after_purpose(doc, chain, before):
        return "main"
    return "subordinate"


def _told(doc: Doc, before: Chain | None) -> bool:
    """ "comunichiamo al cliente che": the clause behind a verb of telling is no relative."""
    return before is not None and lemma(doc[before.head]) in grammar().telling


def _after_purpose(doc: Doc, chain: Chain, before: Chain) -> bool:
    """ "Per annullare, rispondere STOP": what to do, behind what for."""
    bare = verb_form(doc[chain.outer]).kind == "Inf" and chain.first == before.head + 2
    purpose = before.first > 0 and form(doc[before.first - 1]) == "per"
    return bare and purpose and doc[chain.first - 1].text == ","


def _subordinate_form(doc: Doc, chain: Chain) -> bool:
    return verb_form(doc[chain.outer]).kind in ("Inf", "Ger")


def _quoted(doc: Doc, index: int) -> bool:
    """Inside «…» or “…” or a pair of straight quotes."""
    opened = 0
    straight = 0
    for token in doc[:index]:
        opened += token.text in ("«", "“")
        opened -= token.text in ("»", "”")
        straight += token.text == '"'
    if opened > 0:
        return True
    return straight % 2 == 1 and any(token.text == '"' for token in doc[index:])


def conditional(doc: Doc, chain: Chain, start: int, before: Chain | None) -> bool:
    """Whether the clause opens as a condition; "verifichi se" opens an indirect question."""
    for index in range(start, chain.first):
        word = form(doc[index])
        if word in ("se", "s'") and index > 0 and form(doc[index - 1]) == "come":
            return False
        if word in grammar().conditional:
            indirect = before is not None and lemma(doc[before.head]) in grammar().indirect
            adjacent = before is not None and index - before.head <= 2
            return not (indirect and adjacent)
        if word == "caso" and index > 0 and form(doc[index - 1]) in ("in", "nel"):
            # "in caso di furto avvisi …": the condition is a noun, the clause what follows from it
            return form(doc[index + 1]) not in ("di", "contrario")
    return False
