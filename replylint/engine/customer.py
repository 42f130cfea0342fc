"""What the customer's messages are and how they sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from replylint.conversation import CUSTOMER_KINDS, TONES, Conversation, CustomerKind, Tone
from replylint.engine.about import about
from replylint.findings import Cue, CustomerReading, ToneReading, ToneValue

if TYPE_CHECKING:
    from replylint.engine.acts import Acts
    from replylint.engine.gauges import GaugeReading
    from replylint.engine.messages import Messages

ToneSetting = Literal["auto", "ironic", "plain"]
IRONY = "irony"
_IRONIC = 0.8
_PERHAPS = 0.55
_COMPLAINT = 0.5
"""How likely each must be, by the learned reading: model/learned/messages.scores.json."""
_LEAST = 1e-6
_PRAISED = {True: 0.25, False: 2.0}
"""How many times as likely a compliment becomes if the reply speaks of trouble, and if it does not.
Of the answers to compliments 13 in 100 do, of all others 55 (model/learned/cases)."""

_BESIDE_THE_REPLY: Mapping[ToneValue, float] = {"perhaps": 0.75, "plain": 0.85}
"""How likely a formal reply to sarcasm must be, to a reader of the whole case, for messages to be
ironic that by themselves sound so at most perhaps. With authors left out, 96 in 100 of these cases
are marked (model/learned/cases)."""


def read_customer(
    conversation: Conversation,
    customer: Messages,
    odds: Mapping[str, float],
    setting: ToneSetting,
    *,
    trouble: bool | None,
) -> CustomerReading:
    """Kind and tone of the customer's messages. An ironic message is a complaint in disguise.

    `odds`: how likely each kind is (`kind_odds`). `trouble`: whether the reply apologises, refuses,
    sends elsewhere or the like, as an answer to a compliment seldom does; None: no reply.
    """
    if trouble is not None and conversation.intent is None:
        odds = _as_answered(odds, _PRAISED[trouble])
    tone = _tone(conversation, customer, setting, odds)
    if tone.value == "ironic":
        said = about(customer, "complaint", conversation.about)
        return CustomerReading("complaint", tone, tone.confidence, said)
    kind = conversation.intent or _kind(customer, odds)
    said = about(customer, kind, conversation.about)
    likely = odds.get(kind, 1.0) if kind else 1 - max(odds.values(), default=0.0)
    return CustomerReading(kind, tone, round(likely, 2), said)


def beside_the_reply(
    heard: CustomerReading, conversation: Conversation, sarcasm: float
) -> CustomerReading:
    """What was heard in the messages, once the whole case is known; what is declared stands.

    `sarcasm`: how likely it is that a reader finds a formal reply to sarcasm in the case.
    """
    tone = heard.tone
    declared = tone.source == "declared" or conversation.intent not in (None, "complaint")
    if declared or sarcasm < _BESIDE_THE_REPLY.get(tone.value, 1.0):
        return heard
    ironic = replace(tone, value="ironic", confidence=round(sarcasm, 2))
    return replace(heard, kind="complaint", tone=ironic, confidence=ironic.confidence)


def _kind(customer: Messages, odds: Mapping[str, float]) -> CustomerKind | None:
    """Patterns propose, the learned reading picks; of its own it proposes complaints alone."""
    kinds = [kind for kind in CUSTOMER_KINDS if kind in customer.reading.acts]
    if odds.get("complaint", 0.0) >= _COMPLAINT:
        kinds.append("complaint")
    return max(kinds, key=lambda kind: odds.get(kind, 0.0), default=None)


def kind_odds(customer: Messages, declared: CustomerKind | None) -> Mapping[str, float]:
    """How likely each kind of message is: by the learned reading, or by what is declared."""
    odds = next(iter(customer.reading.sentence_odds), {})
    if declared is None or not odds:
        return odds
    known = {kind: float(kind == declared) for kind in odds}
    if declared == "complaint":  # told in earnest or with irony: that is still to be seen
        known |= {tone: odds[tone] / max(odds["complaint"], _LEAST) for tone in TONES}
    return known


def _as_answered(odds: Mapping[str, float], praised: float) -> Mapping[str, float]:
    """The odds of each kind where a compliment has become `praised` times as likely."""
    total = 1 + odds.get("compliment", 0.0) * (praised - 1)
    return {
        kind: odd * (praised if kind == "compliment" else 1.0) / total for kind, odd in odds.items()
    }


def is_mere_thanks(acts: Acts, text: str) -> bool:
    """Whether a message thanks or praises, and neither reports nor asks for anything."""
    glad = "thanks" in acts or "compliment" in acts
    return glad and "complaint" not in acts and "request" not in acts and "?" not in text


def _tone(
    conversation: Conversation,
    customer: Messages,
    setting: ToneSetting,
    odds: Mapping[str, float],
) -> ToneReading:
    declared = _declared(conversation, setting)
    if declared is not None:
        return ToneReading(declared, 1.0, "declared")
    reading = customer.reading
    gauge = reading.gauge(IRONY) if IRONY in reading.gauges else None
    if gauge is None and not odds:
        return ToneReading("plain", 0.0, "detected")
    likely = _irony(gauge, odds)
    value: ToneValue = (
        "ironic" if likely >= _IRONIC else "perhaps" if likely >= _PERHAPS else "plain"
    )
    evidence = () if gauge is None or value == "plain" else _evidence(customer, gauge)
    return ToneReading(
        value, round(likely if value != "plain" else 1 - likely, 2), "detected", evidence
    )


def _irony(gauge: GaugeReading | None, odds: Mapping[str, float]) -> float:
    """The learned odds of a complaint, times those that a complaint with such cues is ironic.

    A gauge at its threshold takes half of the doubt away; without a model it stands alone. What is
    no complaint is not ironic, however much praise it holds.
    """
    share = 0.0 if gauge is None else max(0.0, gauge.score / gauge.threshold)
    complaint = odds.get("complaint", 1.0)
    learned = odds.get("ironic", 0.5) / max(complaint, _LEAST)
    return complaint * (learned + (1 - learned) * (share / (1 + share)))


def _declared(conversation: Conversation, setting: ToneSetting) -> Tone | None:
    """The agent's word: of the conversation, else of a message, else of the whole run."""
    tones = {message.tone for message in conversation.unanswered}
    if conversation.tone is not None:
        return conversation.tone
    if "ironic" in tones:
        return "ironic"
    if "plain" in tones:
        return "plain"
    return None if setting == "auto" else setting


def _evidence(customer: Messages, gauge: GaugeReading) -> tuple[Cue, ...]:
    return tuple(
        Cue(*customer.written(hit.start, hit.end), customer.quote(hit.start, hit.end), hit.cue)
        for hit in gauge.hits
        if hit.weight > 0
    )
