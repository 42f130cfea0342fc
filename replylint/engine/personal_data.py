"""Personal data of the customer that a reply writes out; the company's own contacts are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from replylint.engine.identifiers import Identifier, identifiers
from replylint.engine.lists import WordLists
from replylint.engine.texts import Text
from replylint.engine.words import Span, WordSet
from replylint.tables import read_table

_MOST_LINKS = 4
_FEWEST_DIGITS, _FEWEST_LINKED = 3, 2
_SHORTEST_PNR = 5
_NEAR = 4

_CODE = re.compile(r"[#n°.]{0,3}(?P<code>[^\W_](?:[\w./-]{0,40}[^\W_])?)(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])(?:[./-]\d{2,4})?|\d{4}-\d\d-\d\d"
_NO_CODE = re.compile(rf"{_DATE}|[\d/]+h|\d{{1,3}}(?:\.\d{{3}})+")
_AMOUNT_GOES_ON = re.compile(r"[,:]\d")


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """What is disclosed: tokens [start, end), and what kind of datum it is."""

    start: int
    end: int
    kind: str


def personal_data(text: Text) -> tuple[PersonalDatum, ...]:
    """The personal data in a reply, in order; where two overlap, the more telling one.

    Numbers that prove themselves by check digits, phone numbers and mail addresses that are not
    the company's, numbers that go by a name ("ordine 778120"), where the customer lives, in whose
    name something is, and what is said of the customer's health.
    """
    kept: list[PersonalDatum] = []
    for find in (_identified, _numbered, _addresses, _holders, _health):
        for datum in find(text):
            if not any(datum.start < other.end and other.start < datum.end for other in kept):
                kept.append(datum)
    return tuple(sorted(kept, key=lambda datum: datum.start))


@cache
def _entries() -> dict[str, tuple[str, ...]]:
    lists = read_table(__file__, "personal_data.yaml")
    return {name: tuple(entries) for name, entries in lists.items()}


@cache
def _words(name: str) -> WordSet:
    return _word_lists()(name)


@cache
def _word_lists() -> WordLists:
    return WordLists(_entries())


@cache
def _written(name: str) -> frozenset[str]:
    return frozenset(_entries()[name])


# --- numbers by their name ----------------------------------------------------------------


def _numbered(text: Text) -> Iterator[PersonalDatum]:
    """Such as "ordine #778120" and "data di nascita 3/4/1980"; not "il nostro conto…"."""
    for start, end in text.words.spans(_words("numbered")):
        code = _code_after(text, end, "pnr" in text.words.keys[start])
        if code is not None and not _ours(text, start):
            yield PersonalDatum(start, code, "number")
    for start, end in text.words.spans(_words("birth")):
        after = text.parsed.doc[end : end + 2].text
        if any(character.isdigit() for character in after):
            yield PersonalDatum(*text.trimmed(start, min(end + 2, len(text.words.keys))), "birth")


def _ours(text: Text, start: int) -> bool:
    return any("nostro" in keys for keys in text.words.keys[max(0, start - 2) : start])


def _code_after(text: Text, at: int, letters_too: bool) -> int | None:
    """The token at which a code that begins at token `at`, or after a link or two, ends."""
    doc = text.parsed.doc
    first = at
    while at < len(doc) and at - first < _MOST_LINKS and doc[at].lower_ in _written("links"):
        at += 1
    if at >= len(doc):
        return None
    found = _CODE.match(text.content, doc[at].idx)
    if found is None or _AMOUNT_GOES_ON.match(text.content, found.end()):
        return None
    span = doc.char_span(*found.span(), alignment_mode="expand")
    if span is None or not _is_code(found["code"], at > first or "#" in found[0], letters_too):
        return None
    counted = span.end < len(doc) and text.words.contains(_words("unit"), span.end, span.end + 1)
    return None if counted else int(span.end)


def _is_code(code: str, linked: bool, letters_too: bool) -> bool:
    if _NO_CODE.fullmatch(code) or (_YEAR.fullmatch(code) and not linked):
        return False
    if letters_too and code.isupper() and len(code) >= _SHORTEST_PNR:
        return True
    digits = sum(character.isdigit() for character in code)
    return digits >= (_FEWEST_LINKED if linked else _FEWEST_DIGITS)


# --- numbers and addresses by their form --------------------------------------------------


def _identified(text: Text) -> Iterator[PersonalDatum]:
    doc = text.parsed.doc
    if not any(character.isdigit() or character == "@" for character in text.content):
        return
    for found in identifiers(text.content):
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is not None and _is_the_customers(found, text, (span.start, span.end)):
            kind = "phone" if found.kind in ("mobile", "landline") else found.kind
            yield PersonalDatum(span.start, span.end, kind)


def _is_the_customers(found: Identifier, text: Text, span: Span) -> bool:
    """Whose it is, by the words around it; else by its kind: landlines are mostly offices'."""
    if found.kind in ("tax-code", "card"):
        return True
    whose = _whose_by_clause(text, span) or _nearest(text, span, "customers", "companies")
    if whose is not None:
        return whose == "customers"
    if found.kind == "email":
        address = text.content[found.start : found.end]
        return address.lower().rpartition("@")[2] in _written("private-mail")
    return found.kind != "landline"


def _whose_by_clause(text: Text, span: Span) -> Literal["customers", "companies"] | None:
    """By the verb: "la chiamiamo al…" gives a customer's number, "ci chiami al…" a company's."""
    index = text.frame_of(*span)
    if index is None:
        return None
    frame = text.frames[index]
    head = frame.head
    if not text.words.contains(_words("reaching"), head, head + 1):
        return None
    if frame.agent == "customer":
        reached_us = frame.force == "statement" and frame.time == "done"
        return "customers" if reached_us else "companies"
    return "customers" if _written("you") & set(frame.clitics) else None


def _nearest(text: Text, span: Span, *names: str) -> str | None:
    """The list of which an entry stands nearest in the sentence; before it, if there is one."""
    low, high = text.words.sentence_span(span[0])
    distances = [
        (start >= span[1], max(span[0] - end, start - span[1]), name)
        for name in names
        for start, end in text.words.spans(_words(name))
        if low <= start and end <= high and (end <= span[0] or start >= span[1])
    ]
    return min(distances)[2] if distances else None


# --- addresses and names ------------------------------------------------------------------


@cache
def _street() -> re.Pattern[str]:
    """A street with its capitalised name, and its number where there is one."""
    streets = "|".join(re.escape(street) for street in _entries()["streets"])
    return re.compile(
        rf"(?<!\w)(?i:{streets})\s(?:[a-zà-ù]{{1,7}}(?:\s|')){{0,3}}"
        r"[A-ZÀ-Ü][\w'.]{1,25}(?:\s[A-ZÀ-Ü][\w'.]{1,25}){0,3}"
        r"(?P<number>,?\s(?:n\.?\s?)?\d{1,4}(?:\s?/?\s?[A-Za-z])?(?!\w))?"
    )


def _addresses(text: Text) -> Iterator[PersonalDatum]:
    """A street and number near the customer's delivery or home, nearer than to any office."""
    doc = text.parsed.doc
    for found in _street().finditer(text.content):
        span = doc.char_span(*found.span(), alignment_mode="expand")
        if span is None:
            continue
        homes = "homes" if found["number"] else "own-homes"
        if _nearest(text, (span.start, span.end), homes, "premises") == homes:
            yield PersonalDatum(span.start, span.end, "address")


def _holders(text: Text) -> Iterator[PersonalDatum]:
    """Whose something is: "la prenotazione a nome Rossi"."""
    doc = text.parsed.doc
    for start, end in text.words.spans(_words("holder")):
        last = end
        while last < len(doc) and doc[last].text.istitle() and last - end < _NEAR:
            last += 1
        if last > end and doc[end].pos_ != "PRON":
            yield PersonalDatum(start, last, "name")


# --- health -------------------------------------------------------------------------------


def _health(text: Text) -> Iterator[PersonalDatum]:
    """What is stated of "il Suo referto", "la tua colonscopia"; not what anybody may be told."""
    health = text.words.spans(_words("health"))
    for owner, _ in text.words.spans(_words("yours")) if health else ():
        low, high = text.words.sentence_span(owner)
        low, high = max(low, owner - _NEAR), min(high, owner + _NEAR)
        near = [span for span in health if low <= span[0] and span[1] <= high]
        if near and _is_stated(text, near[-1]):
            yield PersonalDatum(min(owner, near[0][0]), max(owner + 1, near[-1][1]), "health")


def _is_stated(text: Text, span: Span) -> bool:
    index = text.frame_of(*span)
    if index is None:
        return True
    frame = text.frames[index]
    return frame.force == "statement" and frame.polarity == "affirmed"


# --- what is asked for --------------------------------------------------------------------


def is_asked_openly(text: Text, start: int, end: int, clause: Span) -> bool:
    """Whether a request at tokens [start, end) is for personal data, and not to be sent in private.

    `clause` is the clause that holds it.
    """
    low, high = min(start, clause[0]), max(end, clause[1])
    sentence = text.words.sentence_span(start)
    return (
        text.words.contains(_words("asked"), low, high)
        and not text.words.contains(_words("privately"), *sentence)
        and not any("@" in token.text for token in text.parsed.doc[slice(*sentence)])
    )
