from __future__ import annotations

from dataclasses import replace

import pytest

from replylint.conversation import Message
from replylint.engine.context import Context
from replylint.engine.judging import Judgement, judge_rule
from tests.engine.conftest import ReadConversation

LATE = (Message("customer", "Il pacco è in ritardo."),)


def judged(context: Context, rule: str) -> Judgement:
    return judge_rule(context.reader.ruleset.rules[rule], context)


@pytest.mark.parametrize(
    ("rule", "reply", "known", "outcome", "missing"),
    [
        ("channel-deflection", "Ci scriva in privato.", {}, "fires", ()),
        ("channel-deflection", "Grazie.", {}, "silent", ()),
        ("channel-deflection", None, {}, "skipped", ("reply",)),
        ("missing-apology", "Arriva domani.", {}, "skipped", ("customer",)),
        ("missing-apology", "Arriva domani.", {"thread": LATE}, "fires", ()),
        (
            "formal-to-sarcasm",
            "Gentile cliente, ok. Distinti saluti",
            {},
            "skipped",
            ("customer.tone",),
        ),
        ("formal-to-sarcasm", "Ok.", {}, "silent", ()),
    ],
)
def test_outcomes(
    read_conversation: ReadConversation,
    rule: str,
    reply: str | None,
    known: dict[str, object],
    outcome: str,
    missing: tuple[str, ...],
) -> None:
    judgement = judged(read_conversation(reply, **known), rule)
    assert (judgement.outcome, judgement.missing) == (outcome, missing)


def test_a_need_that_is_not_there_leaves_nothing_to_judge(
    read_conversation: ReadConversation,
) -> None:
    context = read_conversation(None)
    rule = replace(context.reader.ruleset.rules["channel-deflection"], needs=("reply-present",))
    assert judge_rule(rule, context).outcome == "silent"


def test_severity_by_condition(read_conversation: ReadConversation) -> None:
    reply = "Gentile cliente, ok. Distinti saluti"
    known = {"thread": LATE, "tone": "ironic"}
    assert judged(read_conversation(reply, **known), "formal-to-sarcasm").severity == "warning"
    social = read_conversation(reply, channel="social", **known)
    assert judged(social, "formal-to-sarcasm").severity == "error"


def test_nothing_is_missing_from_what_cannot_all_be_seen(
    read_conversation: ReadConversation,
) -> None:
    context = read_conversation("Arriva domani.", thread=LATE)
    context.whole = False
    judgement = judged(context, "missing-apology")
    assert (judgement.outcome, judgement.missing) == ("skipped", ("reply.whole",))
