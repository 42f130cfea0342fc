from __future__ import annotations

from replylint.conversation import Message
from replylint.engine.judging import judge_rule
from replylint.engine.places import places
from tests.engine.conftest import ReadConversation


def quotes(
    read_conversation: ReadConversation, rule: str, reply: str, **known: object
) -> list[str]:
    context = read_conversation(reply, **known)
    judgement = judge_rule(context.reader.ruleset.rules[rule], context)
    found = places(judgement, context)
    assert context.reply is not None
    return [context.reply.text.quote(place.start, place.end) for place in found]


def test_only_spans_that_satisfy_the_condition(read_conversation: ReadConversation) -> None:
    reply = "Ci scriva in privato. Chiami il numero verde."
    found = quotes(read_conversation, "channel-deflection", reply, channel="messaging")
    assert found == ["Chiami il numero verde"]


def test_an_act_that_the_rule_does_not_ask_for(read_conversation: ReadConversation) -> None:
    late = (Message("customer", "Il pacco è in ritardo."),)
    reply = "Arriva domani. Non possiamo rimborsarla. Non possiamo aiutarla."
    found = quotes(read_conversation, "missing-apology", reply, thread=late)
    assert found == ["Non possiamo rimborsarla"]


def test_nothing_to_point_at(read_conversation: ReadConversation) -> None:
    assert quotes(read_conversation, "channel-deflection", "Grazie.") == []
