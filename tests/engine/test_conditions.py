from __future__ import annotations

from typing import Any

import pytest

from replylint.conversation import Message
from replylint.engine.conditions import judge
from replylint.engine.logic import Truth, Verdict, missing_facts
from replylint.engine.schema_rules import Rule
from replylint.engine.validation import validate
from replylint.engine.yaml_source import parse_yaml
from tests.engine.conftest import RULES, ReadConversation

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
FILE = (RULES / "channel-deflection.yaml").read_text("utf-8")
WHEN = "{act: redirect, where: {to: {not_fact: channel}}}"
REPLY = "Buongiorno. Ci scriva in privato o chiami il numero verde."
IRONIC = (Message("customer", "Tre giorni senza linea, bravissimi 👏"),)


def condition(text: str) -> Any:
    raw = FILE.replace(WHEN, text).encode()
    rule: Rule = validate("rule", parse_yaml(raw, "f.yaml"), "f.yaml")
    return rule.when


@pytest.mark.parametrize(
    ("text", "known", "truth"),
    [
        ("{act: redirect}", {}, T),
        ("{act: apology}", {}, F),
        ("{act: redirect, at_least: 2}", {}, T),
        ("{act: redirect, at_least: 3}", {}, F),
        ("{act: redirect, where: {to: phone}}", {}, T),
        ("{act: redirect, where: {to: [email, phone]}}", {}, T),
        ("{act: redirect, where: {to: email}}", {}, F),
        ("{act: redirect, where: {to: {not_fact: channel}}, at_least: 2}", {}, T),
        (
            "{act: redirect, where: {to: {not_fact: channel}}, at_least: 2}",
            {"channel": "messaging"},
            F,
        ),
        ("{group: formulas}", {}, T),
        ("{act: greeting, in: customer}", {}, U),
        ("{act: greeting, in: customer}", {"thread": IRONIC}, F),
        ("{act: complaint}", {}, U),
        ("{act: complaint}", {"thread": IRONIC}, T),
        ("{act: greeting, in: earlier-agent}", {}, U),
        ("{act: greeting, in: earlier-agent}", {"thread": IRONIC}, F),
        (
            "{act: greeting, in: earlier-agent}",
            {"thread": (Message("agent", "Buongiorno!"), *IRONIC)},
            T,
        ),
        ("{gauge: formality}", {}, F),
        ("{gauge: irony}", {}, U),
        ("{gauge: irony}", {"thread": IRONIC}, T),
        ("{gauge: irony, at_least: 99}", {"thread": IRONIC}, F),
        ("{fact: reply-present}", {}, T),
        ("{fact: channel, is: chat}", {}, U),
        ("{fact: channel, in: [chat, email]}", {"channel": "email"}, T),
        ("{fact: reply.words, at_least: 5}", {}, T),
        ("{fact: reply.words, at_least: 5, at_most: 6}", {}, F),
        ("{fact: reply.words, at_least: $few-words}", {}, T),
        ("{fact: reply.words, at_most: $few-words}", {}, F),
        ("{fact: macro, is: false}", {}, T),
        ("{any: [{fact: channel, is: chat}, {act: redirect}]}", {}, T),
        ("{all: [{fact: channel, is: chat}, {act: redirect}]}", {}, U),
        ("{none: [{fact: channel, is: chat}, {act: redirect}]}", {}, F),
        ("{not: {fact: channel, is: chat}}", {}, U),
    ],
)
def test_conditions(
    read_conversation: ReadConversation, text: str, known: dict[str, object], truth: Truth
) -> None:
    verdict = judge(condition(text), read_conversation(REPLY, **known))
    assert verdict.truth is truth
    assert bool(missing_facts(verdict)) == (truth is U)


def verdict(read_conversation: ReadConversation, text: str, **known: object) -> Verdict:
    return judge(condition(text), read_conversation(REPLY, **known))


def test_verdicts_tell_what_they_rest_on(read_conversation: ReadConversation) -> None:
    found = verdict(read_conversation, "{act: redirect, where: {to: phone}}")
    assert found.text == "act redirect with to phone"
    assert [match.attributes["to"] for match in found.matches] == ["phone"]
    found = verdict(read_conversation, "{gauge: irony}", thread=IRONIC)
    assert found.text == "gauge irony (2.5 of 2)"
    assert found.evidence == ("bravissimi", "👏")
    text = "{fact: customer.tone, is: ironic}"
    found = verdict(read_conversation, text, thread=IRONIC, tone="ironic")
    assert found.text == "fact customer.tone is ironic (it is ironic)"
    found = verdict(read_conversation, "{fact: reply.words, at_most: $few-words}")
    assert found.text == "fact reply.words at most $few-words = 3 (it is 10)"


def test_what_is_missing_is_named_once(read_conversation: ReadConversation) -> None:
    text = "{all: [{gauge: irony}, {act: complaint}, {fact: channel, is: chat}, {act: redirect}]}"
    assert missing_facts(verdict(read_conversation, text)) == ("customer", "channel")
