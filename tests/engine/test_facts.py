from __future__ import annotations

from datetime import datetime

import pytest

from replylint.conversation import Message
from replylint.engine.fact import UNKNOWN
from replylint.engine.facts import FACTS
from tests.engine.conftest import ReadConversation

LATE = Message("customer", "Il pacco è in ritardo.")
AGENT = Message("agent", "Buongiorno.", datetime(2026, 3, 2, 9))


def test_of_a_bare_reply_only_the_reply_is_known(read_conversation: ReadConversation) -> None:
    context = read_conversation("Il pacco arriva domani.")
    for name in ("channel", "public", "thread", "customer", "customer.kind", "customer.tone"):
        assert context.fact(name) is UNKNOWN
    for name in ("fragment", "macro", "reply", "reply-present", "reply.whole"):
        assert context.fact(name) is not UNKNOWN
    assert context.fact("reply.words") == 4


@pytest.mark.parametrize(
    ("known", "fact", "value"),
    [
        ({"channel": "chat"}, "channel", "chat"),
        ({"channel": "chat"}, "public", False),
        ({"channel": "social"}, "public", True),
        ({"channel": "chat"}, "first-agent-message", True),
        ({"thread": (LATE,)}, "first-agent-message", True),
        ({"thread": (LATE, AGENT, LATE)}, "first-agent-message", False),
        ({"thread": (LATE,)}, "customer", True),
        ({"thread": (LATE, AGENT)}, "customer", False),
        ({"thread": (LATE, AGENT)}, "customer.kind", UNKNOWN),
        ({"thread": (LATE,)}, "customer.kind", "complaint"),
        ({"thread": (Message("customer", "A che ora aprite?"),)}, "customer.kind", "none"),
        ({"thread": (LATE,), "tone": "plain"}, "customer.tone", "plain"),
        ({"thread": (LATE,), "tone": "ironic"}, "customer.tone", "ironic"),
        ({"thread": (Message("customer", "Ok.", tone="ironic"),)}, "customer.tone", "ironic"),
        ({"thread": (Message("customer", "Ok.", tone="ironic"),)}, "customer.kind", "complaint"),
        ({"thread": (Message("customer", "Grazie!"),)}, "customer.thanks-only", False),
        ({"thread": (LATE,)}, "customer.thanks-only", False),
        ({"thread": (LATE,)}, "thread", True),
        ({"fragment": True}, "fragment", True),
        ({"macro": True}, "macro", True),
    ],
)
def test_facts(
    read_conversation: ReadConversation, known: dict[str, object], fact: str, value: object
) -> None:
    assert read_conversation("Arriva domani.", **known).fact(fact) == value


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        ("Arriva domani. Va bene?", True),
        ("Va bene? 😊", True),
        ("Va bene? Grazie.", False),
        ("“Va bene?”", True),
    ],
)
def test_the_last_sentence_is_a_question(
    read_conversation: ReadConversation, reply: str, value: bool
) -> None:
    assert read_conversation(reply).fact("reply.ends-with-question") is value


@pytest.mark.parametrize(
    ("reply", "known", "value"),
    [
        ("Ci dica il codice nei commenti.", {}, True),
        ("Ci dica il codice nei commenti.", {"channel": "email"}, False),
        ("Ci dica il codice.", {"channel": "social"}, True),
        ("Ci dica il codice.", {"channel": "social", "public": False}, False),
        ("Qui sotto trova il codice.", {}, UNKNOWN),
    ],
)
def test_a_reply_may_say_itself_that_it_is_public(
    read_shipped: ReadConversation, reply: str, known: dict[str, object], value: object
) -> None:
    assert read_shipped(reply, **known).fact("reply.is-public") is value


@pytest.mark.parametrize(
    ("reply", "customer", "value"),
    [
        ("Il tuo ordine #4410 parte oggi.", "Quando parte?", True),
        ("Il tuo ordine #4410 parte oggi.", "Quando parte il 4410?", False),
        ("Il tuo ordine parte oggi.", "Quando parte?", False),
        ("Il suo referto è pronto.", "Aspetto un esito.", True),
        ("Il suo referto è pronto.", "Aspetto il referto da lunedì.", False),
    ],
)
def test_what_the_customer_has_shown_is_not_revealed(
    read_conversation: ReadConversation, reply: str, customer: str, value: bool
) -> None:
    context = read_conversation(reply, thread=(Message("customer", customer),))
    assert context.fact("reply.reveals-personal-data") is value


def test_no_reply(read_conversation: ReadConversation) -> None:
    context = read_conversation(None, thread=(LATE,))
    assert context.fact("reply") is UNKNOWN
    assert context.fact("reply-present") is False
    assert read_conversation("  \n").fact("reply-present") is False


def test_the_agents_word_beats_the_setting_of_the_run(read_conversation: ReadConversation) -> None:
    ironic = Message("customer", "Bravissimi 👏")
    assert read_conversation("Ok.", "plain", thread=(ironic,)).fact("customer.tone") == "plain"
    said = read_conversation("Ok.", "plain", thread=(ironic,), tone="ironic")
    assert said.fact("customer.tone") == "ironic"


def test_a_text_that_cannot_be_seen_is_not_whole(read_conversation: ReadConversation) -> None:
    assert read_conversation("Ciao!").fact("reply.whole") is True
    assert read_conversation("Ciao!", fragment=True).fact("reply.whole") is UNKNOWN


def test_every_fact_says_what_it_needs_in_both_languages() -> None:
    for fact in FACTS.values():
        assert fact.needs("it") != fact.needs("en")
