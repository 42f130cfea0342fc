"""What the thread already holds, and whether the reply asks for it or says it again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from replylint.engine.identifiers import identifiers
from replylint.engine.words import WordSet

if TYPE_CHECKING:
    from replylint.engine.context import Context
    from replylint.engine.reading import Reading

KINDS = "data-"
"""Shared lists with this prefix name one kind of data each (`data-order`, `data-photo`…)."""
FIRST_CONTACT = "first-contact"
"""The shared list of questions with which one takes up a case that one has never heard of."""

AT_HAND = "at-hand"
"""The shared list of words for what comes with the message ("in allegato", "ecco")."""

_ASKING = ("data-request", "repeat-request", "redirect")
_BEFORE, _AFTER = 2, 5
_SAME_WORDS = 0.8
_LEAST_WORDS = 8
_MOST_WORDS = 300
"""Words of a message that are compared: the time that it takes grows with their square or cube."""
_BY_FORM: Mapping[str, frozenset[str]] = {
    "data-phone": frozenset({"mobile", "landline"}),
    "data-mail": frozenset({"email"}),
    "data-tax-code": frozenset({"tax-code"}),
    "data-iban": frozenset({"iban"}),
}
_MODEL = re.compile(r"(?<!\w)[A-Z]+-?\d{2,}\w*(?!\w)")
_MIXED = re.compile(r"(?=.*\d\d)(?=.*[A-Z])[A-Z0-9-]+")


def asks_for_known(context: Context) -> bool | None:
    """Whether the reply asks for data or a report that was given; None without both sides."""
    if context.reply is None or context.whole_customer is None:
        return None
    asked = _asked(context.reply, context)
    if asked and not asked.isdisjoint(_given(context.whole_customer, context)):
        return True
    return _given_when_asked(asked, context) or _starts_over(context)


def asks_for_declared(context: Context) -> bool | None:
    """Whether the reply asks for data that the conversation declares as given; None without one."""
    if context.reply is None:
        return None
    declared = context.declared("data")
    return declared is not None and not _asked(context.reply, context).isdisjoint(
        _named(declared, context)
    )


def _named(reading: Reading, context: Context) -> set[str]:
    """The kinds of data that are named anywhere, or stand there themselves."""
    named = {kind for kind, names in _kinds(context) if reading.text.words.spans(names)}
    return named | _given(reading, context)


def _kinds(context: Context) -> Iterator[tuple[str, WordSet]]:
    lists = context.reader.lists
    yield from ((name, words) for name, words in lists.items() if name.startswith(KINDS))


def _asked(reading: Reading, context: Context) -> set[str]:
    """The kinds of data asked for: named in a request or behind it in its sentence."""
    words = reading.text.words
    stretches = [
        (match.start, max(match.end, words.sentence_span(match.start)[1]))
        for act in _ASKING
        for match in reading.acts.get(act, ())
    ]
    return {
        kind
        for kind, names in _kinds(context)
        if any(words.contains(names, *stretch) for stretch in stretches)
    }


def _given(customer: Reading, context: Context) -> set[str]:
    """The kinds of data that the customer's messages hold, or say to have been sent."""
    text = customer.text.content
    forms = {found.kind for found in identifiers(text)}
    given = {kind for kind, wanted in _BY_FORM.items() if wanted & forms}
    if _MODEL.search(text):
        given.add("data-model")
    return given | {kind for kind, names in _kinds(context) if _shown(customer, names)}


def _shown(customer: Reading, names: WordSet) -> bool:
    """Whether a datum stands by its name, or is said to be attached, or sent already."""
    words, doc = customer.text.words, customer.text.parsed.doc
    sent = {match.sentence for match in customer.acts.get("already-sent", ())}
    at_hand = customer.lists.get(AT_HAND)
    for start, end in words.spans(names):
        around = max(0, start - _BEFORE), min(len(doc), end + _AFTER)
        if words.sentence_at(start) in sent or any(_is_datum(t.text) for t in doc[slice(*around)]):
            return True
        if at_hand is not None and words.contains(at_hand, *around):
            return True
    return False


def _is_datum(word: str) -> bool:
    """A code or number of some length, or an address with @."""
    digits = sum(character.isdigit() for character in word)
    return digits >= 4 or _MIXED.fullmatch(word) is not None or "@" in word


def _given_when_asked(asked: set[str], context: Context) -> bool:
    """Whether the customer says to have sent what an agent asked for before, and it is the same."""
    if context.customer is None or "already-sent" not in context.customer.acts:
        return False
    earlier = context.earlier_agent
    return earlier is not None and not asked.isdisjoint(_asked(earlier, context))


def _starts_over(context: Context) -> bool:
    """Whether a complaint that an agent has already dealt with is met as if it were the first."""
    words = context.reader.lists.get(FIRST_CONTACT)
    answered = any(not automatic for automatic in context.automatic)
    if words is None or not answered or context.reply is None or context.whole_customer is None:
        return False
    return "complaint" in context.whole_customer.acts and bool(
        context.reply.text.words.spans(words)
    )


def repeats_agent(context: Context) -> bool | None:
    """Whether the reply says an earlier agent message over again; None without a thread."""
    if context.reply is None or not context.conversation.thread:
        return None
    said = _plain(context.reply.text.content)
    if len(said) < _LEAST_WORDS:
        return False
    return any(
        SequenceMatcher(None, said, earlier, autojunk=False).ratio() >= _SAME_WORDS
        for message in context.conversation.thread
        if message.author == "agent" and len(earlier := _plain(message.text)) >= _LEAST_WORDS
    )


def _plain(text: str) -> list[str]:
    words = text.casefold().split()[:_MOST_WORDS]
    return ["".join(filter(str.isalnum, word)) for word in words]
