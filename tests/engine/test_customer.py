"""What the reply tells about the message that it answers, with the rules that ship."""

from __future__ import annotations

import pytest

from replylint.conversation import Message
from replylint.findings import CustomerReading
from tests.engine.conftest import ReadConversation


def read(read_shipped: ReadConversation, customer: str, reply: str) -> CustomerReading:
    thread = (Message("customer", customer),)
    found = read_shipped(reply, thread=thread, channel="social").customer_reading
    assert found is not None
    return found


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
    read_shipped: ReadConversation, customer: str, reply: str
) -> None:
    found = read(read_shipped, customer, reply)
    assert (found.kind, found.tone.value) == ("compliment", "plain")


def test_doubtful_praise_is_a_complaint_where_the_answer_apologises(
    read_shipped: ReadConversation,
) -> None:
    customer = "Che puntualità, complimenti!"
    sorry = read(read_shipped, customer, "Ci dispiace molto, il ritardo è colpa nostra.")
    glad = read(read_shipped, customer, "Grazie, ci fa piacere!")
    assert sorry.kind == "complaint"
    assert sorry.tone.value != "plain"
    assert (glad.kind, glad.tone.value) == ("compliment", "plain")


LATE_TRAIN = "Il treno delle 7 oggi è arrivato alle 8. Domani provo con la bici, fa prima."
STIFF = (
    "Gentile Cliente, La informiamo che la Sua segnalazione è stata inoltrata all'ufficio"
    " competente. Cordiali saluti"
)


def test_a_letter_in_reply_settles_doubtful_irony(read_shipped: ReadConversation) -> None:
    warm = "Ciao Ivo, hai ragione: domani il treno parte puntuale e ti avviso io del binario."
    assert read(read_shipped, LATE_TRAIN, warm).tone.value == "perhaps"
    found = read(read_shipped, LATE_TRAIN, STIFF)
    assert (found.kind, found.tone.value) == ("complaint", "ironic")


@pytest.mark.parametrize("declared", [{"tone": "plain"}, {"intent": "request"}])
def test_what_is_declared_stands(
    read_shipped: ReadConversation, declared: dict[str, object]
) -> None:
    thread = (Message("customer", LATE_TRAIN),)
    context = read_shipped(STIFF, thread=thread, channel="social", **declared)
    assert context.customer_reading == context.heard
    assert context.heard is not None
    assert context.heard.tone.value != "ironic"
