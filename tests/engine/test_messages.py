from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replylint.conversation import Message
from replylint.engine.messages import ReadOnce, join, read_each
from replylint.engine.reading import Reader
from tests.engine.conftest import ReadConversation


def test_messages_are_read_in_the_parsers_spelling(read_conversation: ReadConversation) -> None:
    messages = (Message("customer", "Ciao,"), Message("customer", "l’app  non\u00a0funziona piu'"))
    context = read_conversation("Ok.", thread=messages)
    assert context.customer_messages is not None and context.customer is not None
    assert "l'app" in context.customer.text.parsed.doc.text
    assert context.customer.text.parsed.doc.text.endswith("più")
    (complaint,) = context.customer.acts["complaint"]
    written = context.customer_messages.joined.text
    start, end = context.customer_messages.written(complaint.start, complaint.end)
    assert written[start:end] == "non\u00a0funziona"
    assert context.quote("customer", complaint.start, complaint.end) == "non\u00a0funziona"


def test_dots_of_a_sent_message_are_no_placeholder() -> None:
    assert join([Message("customer", "Mah......")]).normal == "Mah......"


def test_each_is_read_by_its_side(reader: Reader) -> None:
    messages = [Message("customer", "L’app non funziona"), Message("agent", "Ci scusiamo.")]
    customer, agent = read_each(messages, reader)
    assert (customer.side, set(customer.acts)) == ("customer", {"complaint"})
    assert (agent.side, set(agent.acts)) == ("reply", {"apology"})


def test_a_text_is_read_once_by_each_side(reader: Reader) -> None:
    texts = ReadOnce(reader)
    (first,) = texts.read_all([("Il pacco non arriva.", "customer")])
    again, other = texts.read_all(
        [("Il pacco non arriva.", "customer"), ("Il pacco non arriva.", "reply")]
    )
    assert again is first
    assert (other.side, other.text.content) == ("reply", first.text.content)


def test_what_waits_and_all_that_the_customer_wrote_are_one_text(
    read_conversation: ReadConversation,
) -> None:
    context = read_conversation("Ok.", thread=(Message("customer", "Il pacco è in ritardo."),))
    assert context.whole_customer is context.customer


def test_of_a_message_without_end_the_beginning_is_read() -> None:
    assert len(join([Message("customer", "guasto " * 200_000)]).normal) <= 100_000


@given(st.lists(st.text()))
def test_the_way_back_leads_into_the_text(texts: list[str]) -> None:
    joined = join([Message("customer", text) for text in texts])
    for at in range(len(joined.normal)):
        low, high = joined.offsets.to_source(at, at + 1)
        assert 0 <= low <= high <= len(joined.text)
