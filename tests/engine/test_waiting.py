from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.conversation import Conversation, Draft, Message
from replylint.engine.drafts import read_drafts
from replylint.engine.fact import UNKNOWN
from replylint.engine.reading import Reader
from replylint.engine.waiting import unanswered, waited_hours
from tests.engine.conftest import ReadConversation

NINE = datetime(2026, 3, 2, 9)
ROME = timezone(timedelta(hours=1))
RUDE = "Linea guasta da ieri, è una vergogna!"
RECEIPT = "Messaggio automatico: siamo chiusi, le risponderemo domani dalle 9."


def at(hours: float, author: str = "customer", text: str = "A che ora aprite?") -> Message:
    return Message(author, text, NINE + timedelta(hours=hours))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("thread", "hours"),
    [
        ((at(0),), 10),
        ((at(0), at(4)), 10),
        ((at(0), at(1, "agent", "Alle 9."), at(4)), 6),
        ((at(0), at(1, "agent", "Alle 9.")), 0),
        ((at(0), at(0, "agent", RECEIPT)), 10),
        ((at(0), at(0, "agent", RECEIPT), at(3)), 10),
        ((at(0), at(1, "agent", "Alle 9."), at(2, text="Grazie mille!")), 0),
        ((at(0), at(1, "agent", "Alle 9."), at(2, text="Grazie!"), at(5)), 5),
        ((at(0), at(1, "agent", "Alle 9."), at(2, text="Grazie, e la domenica?")), 8),
        ((at(12),), 0),
        ((Message("customer", "A che ora aprite?"),), None),
        ((), 0),
    ],
)
def test_the_clock_runs_from_the_first_message_still_unanswered(
    read_shipped: ReadConversation, thread: tuple[Message, ...], hours: float | None
) -> None:
    now = NINE + timedelta(hours=10)
    assert waited_hours(read_shipped(None, thread=thread, reply_at=now)) == hours


def test_without_the_moment_of_the_check_nothing_is_known(read_shipped: ReadConversation) -> None:
    assert waited_hours(read_shipped("Alle 9.", thread=(at(0),))) is None


def test_zones_are_taken_into_account(read_shipped: ReadConversation) -> None:
    thread = (Message("customer", "A che ora aprite?", NINE.replace(tzinfo=ROME)),)
    now = NINE.replace(hour=10, tzinfo=timezone.utc)
    assert waited_hours(read_shipped("Alle 9.", thread=thread, reply_at=now)) == 2


def test_receipts_are_no_answer(read_shipped: ReadConversation) -> None:
    thread = (at(0), at(0, "agent", RECEIPT), at(3, text="E domenica?"))
    context = read_shipped("Alle 9.", thread=thread)
    assert unanswered(context) == (thread[0], thread[2])
    assert context.customer is not None
    assert context.customer.text.parsed.doc.text == "A che ora aprite?\n\nE domenica?"


@pytest.mark.parametrize(
    ("channel", "text", "hours"),
    [
        ("chat", RUDE, 6),
        ("email", RUDE, 3),
        (None, RUDE, 6),
        ("chat", "A che ora aprite?", 3),
    ],
)
def test_the_hours_of_a_complaint_count_twice_except_by_email(
    read_shipped: ReadConversation, channel: str | None, text: str, hours: float
) -> None:
    now = NINE + timedelta(hours=3)
    context = read_shipped("Alle 9.", thread=(at(0, text=text),), channel=channel, reply_at=now)
    assert context.fact("wait.counted") == hours


def test_what_counts_is_unknown_where_the_hours_are(read_shipped: ReadConversation) -> None:
    context = read_shipped("Alle 9.", thread=(at(0, text=RUDE),), channel="chat")
    assert context.fact("wait.counted") is UNKNOWN


@given(st.lists(st.datetimes(timezones=st.none() | st.just(ROME)), min_size=2, max_size=4))
@settings(max_examples=20, deadline=None)
def test_any_times_can_be_compared(reader: Reader, times: list[datetime]) -> None:
    thread = tuple(Message("customer", "Quando?", time) for time in times[:-1])
    draft = Draft(Conversation("Oggi.", thread, reply_at=times[-1]), "-")
    hours = waited_hours(next(read_drafts(reader, [draft])).context)
    mixed = (times[0].tzinfo is None) != (times[-1].tzinfo is None)
    assert hours is None if mixed else hours is not None and hours >= 0
