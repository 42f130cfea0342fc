from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.conversation import Conversation, Draft, Message, Topic
from replylint.engine.drafts import read_drafts
from replylint.engine.reading import Reader
from replylint.engine.topic import takes_up_topic
from tests.engine.conftest import ReadConversation

BOILERPLATE = (
    "Gentile cliente, siamo spiacenti per l'accaduto. La sua opinione è importante: lavoriamo ogni "
    "giorno per migliorare la qualità del servizio. Cordiali saluti"
)


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        ("La schermata resta bianca e non posso pagare.", BOILERPLATE),
        ("Materasso consegnato con una molla rotta.", "Ci dispiace per l'esperienza negativa!"),
        ("Il treno è stato soppresso.", "Gentile viaggiatore, ci scusiamo per il disagio."),
        ("App lenta, non carica le foto", "Ciao! Grazie mille 🙏 Buona giornata dal team Alfa"),
    ],
)
def test_what_would_fit_any_message(
    read_shipped: ReadConversation, customer: str, reply: str
) -> None:
    context = read_shipped(reply, thread=(Message("customer", customer),))
    assert takes_up_topic(context) is False


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        ("La schermata resta bianca.", "Ci dispiace per la schermata bianca."),
        ("App lenta, non carica le foto", "Ci spiace per i rallentamenti!"),
        ("Il treno è stato soppresso.", "Ci scusi: mancava il macchinista."),
        ("La polizza copre i fulmini?", "Buongiorno signora Greco, sì: la garanzia li copre."),
        ("A che ora aprite domani?", "Ciao, alle 9!"),
        ("Buongiorno!", BOILERPLATE),
    ],
)
def test_what_takes_up_the_message(
    read_shipped: ReadConversation, customer: str, reply: str
) -> None:
    context = read_shipped(reply, thread=(Message("customer", customer),))
    assert takes_up_topic(context) is True


def test_both_sides_are_needed(read_shipped: ReadConversation) -> None:
    assert takes_up_topic(read_shipped(BOILERPLATE)) is None
    assert takes_up_topic(read_shipped(None, thread=(Message("customer", "Ok"),))) is None


@given(st.text(alphabet="abcdeiou ,.!?", max_size=40), st.text(max_size=40))
@settings(max_examples=25, deadline=None)
def test_one_word_of_the_customer_is_enough(
    shipped_reader: Reader, before: str, customer: str
) -> None:
    reply = f"{before}.\n\nCi dispiace per il frigorifero.\n\n{BOILERPLATE}"
    thread = (Message("customer", f"{customer}\n\nFrigorifero rotto."),)
    context = next(read_drafts(shipped_reader, [Draft(Conversation(reply, thread), "-")])).context
    assert takes_up_topic(context) is True


def test_what_is_declared_is_the_topic(read_shipped: ReadConversation) -> None:
    reply = "Ciao! Grazie mille dal team Alfa"
    thread = (Message("customer", "Alfa, ancora!"),)
    assert takes_up_topic(read_shipped(reply, thread=thread)) is True
    about = (Topic("problem", "bolletta doppia"),)
    assert takes_up_topic(read_shipped(reply, thread=thread, about=about)) is False
    data = (Topic("data", "codice cliente"),)
    assert takes_up_topic(read_shipped(reply, thread=thread, about=data)) is True
