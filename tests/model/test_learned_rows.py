"""What whole cases teach about their sentences."""

from __future__ import annotations

import pytest

from model.learned.rows import Case, case_drafts, sentence_rows
from replylint.conversation import Conversation, Message
from replylint.engine.learned import learned_model
from replylint.engine.reading import Reader
from replylint.engine.ruleset import load_rules
from replylint.language.pipeline import load

REPLY = "Buongiorno. Le abbiamo rimborsato i 20 euro stamattina. Ci scusiamo per il ritardo."
LATE = Message("customer", "Aspetto il rimborso da un mese.")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load(), load_rules())


def taught(
    reader: Reader, label: str, thread: tuple[Message, ...] = (LATE,), **known: frozenset[str]
) -> list[bool | None]:
    """For each sentence, whether it has the label; None where nobody decided."""
    sets = {"marked": frozenset[str](), "unsure": frozenset[str](), **known}
    conversation = Conversation(REPLY, thread)
    case = Case("somebody", conversation, quotes={}, kind="plain", **sets)
    rows = sentence_rows([case], case_drafts([case], reader), learned_model("acts"))
    return [
        None if row.judged is None or label not in row.judged else label in row.labels
        for row in rows
    ]


def test_one_sentence_does_what_the_reply_must_have_done(reader: Reader) -> None:
    assert taught(reader, "any-solution") == [None, True, None]
    assert taught(reader, "any-regret") == [None, None, True]


def test_no_sentence_does_what_the_reply_does_not(reader: Reader) -> None:
    assert taught(reader, "any-solution", marked=frozenset({"no-solution"})) == [False] * 3
    assert taught(reader, "any-regret", marked=frozenset({"no-solution"})) == [None, None, True]


def test_nothing_is_taught_where_readers_differ_or_an_earlier_answer_may_do(reader: Reader) -> None:
    assert taught(reader, "any-regret", unsure=frozenset({"no-apology"})) == [None] * 3
    thread = (LATE, Message("agent", "Ci scusiamo, verifichiamo."), LATE)
    assert taught(reader, "any-regret", thread) == [None] * 3


def test_words_that_are_marked_make_their_sentence_the_act(reader: Reader) -> None:
    assert taught(reader, "excuse") == [False] * 3
