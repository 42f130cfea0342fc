"""What the customer's messages are and how they sound."""

from __future__ import annotations

from typing import Literal

from replylint.conversation import Conversation, Tone
from replylint.engine.gauges import GaugeReading
from replylint.engine.reading import Reading
from replylint.findings import Cue, CustomerKind, CustomerReading, ToneReading, ToneValue

ToneSetting = Literal["auto", "ironic", "plain"]
IRONY = "irony"
_KINDS: tuple[CustomerKind, ...] = ("complaint", "request", "compliment")


def customer_text(conversation: Conversation) -> str:
    """All that the customer wrote and nobody has answered, as one text."""
    return "\n\n".join(message.text for message in conversation.unanswered if message.text.strip())


def read_customer(
    conversation: Conversation, customer: Reading, setting: ToneSetting
) -> CustomerReading:
    """Kind and tone of the customer's messages. An ironic message is a complaint in disguise."""
    tone = _tone(conversation, customer, setting)
    kind = next((kind for kind in _KINDS if kind in customer.acts), None)
    return CustomerReading("complaint" if tone.value == "ironic" else kind, tone)


def _tone(conversation: Conversation, customer: Reading, setting: ToneSetting) -> ToneReading:
    declared = _declared(conversation, setting)
    if declared is not None:
        return ToneReading(declared, 1.0, "declared")
    if IRONY not in customer.gauges:
        return ToneReading("plain", 0.0, "detected")
    gauge = customer.gauge(IRONY)
    value, confidence = _detected(gauge)
    return ToneReading(value, confidence, "detected", _evidence(customer, gauge))


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


def _detected(gauge: GaugeReading) -> tuple[ToneValue, float]:
    """Ironic from the threshold on, perhaps from half of it; surer the further away from it."""
    share = max(0.0, gauge.score / gauge.threshold)
    ironic = share / (1 + share)
    if share >= 1:
        return "ironic", round(ironic, 2)
    return ("perhaps" if share >= 0.5 else "plain"), round(1 - ironic, 2)


def _evidence(customer: Reading, gauge: GaugeReading) -> tuple[Cue, ...]:
    text = customer.text
    return tuple(
        Cue(*text.characters(hit.start, hit.end), text.quote(hit.start, hit.end), hit.cue)
        for hit in gauge.hits
        if hit.weight > 0
    )
