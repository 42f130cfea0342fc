from __future__ import annotations

from replylint.conversation import Conversation, Draft, Message
from replylint.engine.drafts import read_drafts
from replylint.engine.explain import Explanation, explain
from replylint.engine.logic import Truth
from replylint.engine.reading import Reader


def explained(reader: Reader, reply: str | None, *customer: str) -> Explanation:
    thread = tuple(Message("customer", text) for text in customer)
    (read,) = read_drafts(reader, [Draft(Conversation(reply, thread), "d.txt")])
    rules = reader.ruleset.rules.values()
    return explain(read.draft, read.offsets, read.context, rules, "en")


def test_sentences_hold_their_acts_and_frames(reader: Reader) -> None:
    found = explained(reader, "Grazie mille. Ci scriva in privato.")
    thanks, redirect = found.sentences
    assert thanks.text == "Grazie mille."
    assert [act.act for act in thanks.acts] == ["thanks"]
    assert [(act.act, act.attributes) for act in redirect.acts] == [
        ("redirect", {"to": "messaging"})
    ]
    assert redirect.frames[0].predicate == "scrivere"
    assert found.report.findings[0].rule == "channel-deflection"


def test_rules_show_their_truth_and_what_they_need(reader: Reader) -> None:
    views = {view.rule: view for view in explained(reader, "Ci scriva in privato.").rules}
    assert views["channel-deflection"].outcome == "fires"
    assert views["channel-deflection"].when.truth is Truth.TRUE
    assert views["missing-apology"].outcome == "skipped"
    assert views["missing-apology"].needs == "the customer's message"


def test_the_nearest_miss_is_the_rule_that_lacks_least(reader: Reader) -> None:
    found = explained(reader, "Ci scusiamo, arriva domani.", "Il pacco è in ritardo.")
    assert found.nearest_miss is not None
    assert found.nearest_miss.rule in ("missing-apology", "channel-deflection")
    assert len(found.nearest_miss.changes) == 1


def test_gauges_and_customer_acts_are_shown(reader: Reader) -> None:
    found = explained(reader, "Gentile cliente, ok.", "Tre giorni senza linea, bravissimi 👏")
    assert [act.act for act in found.customer_acts] == ["complaint"]
    irony = next(gauge for gauge in found.gauges if gauge.gauge == "irony")
    assert irony.where == "customer"
    assert [cue.quote for cue in irony.cues] == ["bravissimi", "👏"]


def test_without_reply_or_customer(reader: Reader) -> None:
    found = explained(reader, None)
    assert (found.sentences, found.customer_acts, found.gauges) == ((), (), ())
