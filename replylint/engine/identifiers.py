"""Numbers and addresses that name a person, found in plain text by their form and check digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

IdentifierKind = Literal["tax-code", "iban", "card", "mobile", "landline", "email"]


@dataclass(frozen=True, slots=True)
class Identifier:
    """What was found, in characters [start, end) of the text."""

    kind: IdentifierKind
    start: int
    end: int


# A tax code keeps its form when its digits are replaced by letters (omocodia: 0–9 → LMNPQRSTUV).
_DIGIT = "[0-9LMNP-V]"
_TAX_CODE = re.compile(
    rf"(?<!\w)[A-Z]{{3}} ?[A-Z]{{3}} ?{_DIGIT}{{2}}[A-EHLMPR-T]{_DIGIT}{{2}}"
    rf" ?[A-Z]{_DIGIT}{{3}} ?[A-Z](?!\w)",
    re.IGNORECASE,
)
_IBAN = re.compile(
    r"(?<!\w)(?:(?i:[A-Z]{2}\d{2}[A-Z0-9]{11,30})"
    r"|[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?"
    r"|IT ?\d{2} ?[A-Z] ?\d{5} ?\d{5} ?[A-Z0-9]{12})(?!\w)"
)
_CARD = re.compile(r"(?<![\w+.,/-])[3-6](?:[ -]?\d){13,15}(?![\w/-])")
_LIKE_A_PHONE = re.compile(r"(?<!\w)\(?(?:\+\s?\d|0\d|3\d)(?:[ ./()-]{0,3}\d){4,13}(?!\w)")
_DATE_OR_AMOUNT = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,3}(?:\.\d{3})+")
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![\w@])"
)


def identifiers(text: str) -> Iterator[Identifier]:
    """Valid tax codes, IBANs and payment cards, possible Italian phone numbers, mail addresses.

    Toll-free, shared-cost and premium numbers are a company's and are left out. Each library is
    imported only when something in the text has the form that it checks.
    """
    yield from _checked("tax-code", _TAX_CODE, text, _is_tax_code)
    yield from _checked("iban", _IBAN, text, _is_iban)
    yield from _checked("card", _CARD, text, _is_card)
    yield from (Identifier("email", *found.span()) for found in _EMAIL.finditer(text))
    if _LIKE_A_PHONE.search(text):
        yield from _phones(text)


def _checked(
    kind: IdentifierKind, form: re.Pattern[str], text: str, valid: Callable[[str], bool]
) -> Iterator[Identifier]:
    for found in form.finditer(text):
        if valid(found.group()):
            yield Identifier(kind, *found.span())


def _is_tax_code(written: str) -> bool:
    from stdnum.it import codicefiscale

    return codicefiscale.is_valid(written)


def _is_iban(written: str) -> bool:
    from stdnum import iban

    return iban.is_valid(written)


def _is_card(written: str) -> bool:
    from stdnum import luhn

    return luhn.is_valid(re.sub(r"\D", "", written))


def _phones(text: str) -> Iterator[Identifier]:
    from phonenumbers import PhoneNumberMatcher, PhoneNumberType, number_type

    kinds: dict[int, IdentifierKind] = {
        PhoneNumberType.MOBILE: "mobile",
        PhoneNumberType.FIXED_LINE_OR_MOBILE: "mobile",
        PhoneNumberType.FIXED_LINE: "landline",
    }
    for found in PhoneNumberMatcher(text, "IT"):
        kind = kinds.get(number_type(found.number))
        if kind is not None and not _DATE_OR_AMOUNT.fullmatch(found.raw_string):
            yield Identifier(kind, found.start, found.end)
