"""What the reply tells about the message that it answers, with the rules that ship."""

from __future__ import annotations

import pytest

from replylint.conversation import Conversation, Message
from replylint.engine.drafts import read_drafts
from replylint.engine.reading import Reader
from replylint.engine.ruleset import load_rules
from replylint.findings import CustomerReading
from replylint.language.pipeline import load


@pytest.fixture(scope="module")
def shipped() -> Reader:
    return Reader(load(), load_rules())


def read(reader: Reader, customer: str, reply: str) -> CustomerReading:
    conversation = Conversation(reply, thread=(Message("customer", customer),), channel="social")
    reading = next(iter(read_drafts(reader, [conversation]))).context.customer_reading
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        (
            "In posta stamattina: gentili, veloci, bravi. Alle nove avevo già finito!",
            "Grazie di cuore, giriamo le belle parole ai colleghi dello sportello.",
        ),
        (
            "Tecnico puntuale e gentile, in dieci minuti la linea è tornata. Bravi!",
            "La ringraziamo e terremo conto del suo apprezzamento.",
        ),
    ],
)
def test_plain_praise_stays_praise_though_the_answer_promises(
    shipped: Reader, customer: str, reply: str
) -> None:
    found = read(shipped, customer, reply)
    assert (found.kind, found.tone.value) == ("compliment", "plain")


def test_doubtful_praise_is_irony_where_the_answer_apologises(shipped: Reader) -> None:
    customer = "Che puntualità, complimenti!"
    sorry = read(shipped, customer, "Ci dispiace molto, il ritardo è colpa nostra.")
    glad = read(shipped, customer, "Grazie, ci fa piacere!")
    assert (sorry.kind, sorry.tone.value) == ("complaint", "ironic")
    assert glad.tone.value != "ironic"
