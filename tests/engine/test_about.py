from __future__ import annotations

from replylint.conversation import Message, Topic
from replylint.findings import Mention
from tests.engine.conftest import ReadConversation

ASKED = (
    "Buongiorno, la lavatrice Onda perde acqua da lunedì. Quando passa il tecnico? "
    "Il mio cellulare è 347 1234567."
)


def mentions(read_shipped: ReadConversation, text: str) -> list[tuple[str, str]]:
    context = read_shipped("Arriva domani.", thread=(Message("customer", text),))
    assert context.customer_reading is not None
    for said in context.customer_reading.about:
        assert text[said.start : said.end] == said.quote
    return [(said.subject, said.quote) for said in context.customer_reading.about]


def test_the_problem_the_question_the_things_and_the_data(read_shipped: ReadConversation) -> None:
    found = mentions(read_shipped, ASKED)
    assert {quote for subject, quote in found if subject == "thing"} >= {"lavatrice", "tecnico"}
    assert [quote for subject, quote in found if subject == "data"] == ["347 1234567"]
    assert any("tecnico" in quote for subject, quote in found if subject == "question")
    assert any("perde acqua" in quote for subject, quote in found if subject == "problem")


def test_what_would_fit_any_message_is_no_thing(read_shipped: ReadConversation) -> None:
    found = mentions(read_shipped, "Un disservizio e un disagio, il vostro servizio.")
    assert [quote for subject, quote in found if subject == "thing"] == []


def test_how_sure_the_kind_is(read_shipped: ReadConversation) -> None:
    reading = read_shipped("Ok.", thread=(Message("customer", ASKED),)).customer_reading
    assert reading is not None
    assert 0 < reading.confidence <= 1


def test_what_is_declared_takes_the_place_of_what_is_found(read_shipped: ReadConversation) -> None:
    topics = (Topic("thing", "LAVATRICE"), Topic("problem", "perdita d'acqua"))
    context = read_shipped("Ok.", thread=(Message("customer", ASKED),), about=topics)
    assert context.customer_reading is not None
    first, second, *others = context.customer_reading.about
    assert first == Mention("thing", 15, 24, "lavatrice", "declared")
    assert second == Mention("problem", None, None, "perdita d'acqua", "declared")
    assert {said.subject for said in others} == {"question", "data"}
    assert {said.source for said in others} == {"detected"}
