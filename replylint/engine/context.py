"""What a rule is judged against: the reply, the customer's messages, and what is known of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from replylint.conversation import Conversation
from replylint.engine.customer import ToneSetting, read_customer
from replylint.engine.facts import FACTS, FactValue
from replylint.engine.gauges import GaugeReading
from replylint.engine.reading import Reader, Reading
from replylint.findings import CustomerReading

if TYPE_CHECKING:
    from replylint.engine.schema_rules import Where

AUTOMATIC = "out-of-hours"
"""The act by which an agent's message is known for an automatic one: it answers nothing."""

NEEDS: dict[Where, str] = {"reply": "reply", "customer": "customer", "earlier-agent": "thread"}
"""The fact that must be known for a text to be there."""


class Context:
    """One draft, read; facts and earlier messages are worked out when first asked for.

    Attributes:
        reply: the drafted reply; None when there is none.
        customer: all still unanswered messages of the customer; None when there is none.
        reader: reads further texts of the thread, and knows the rule set.
        whole: whether all of the reply can be seen; else nothing can be said to be missing from it.
    """

    def __init__(
        self,
        conversation: Conversation,
        reply: Reading | None,
        customer: Reading | None,
        reader: Reader,
        tone: ToneSetting = "auto",
        *,
        whole: bool = True,
    ) -> None:
        self.conversation = conversation
        self.reply = reply
        self.customer = customer
        self.reader = reader
        self.whole = whole
        self._tone = tone
        self._facts: dict[str, FactValue] = {}

    @cached_property
    def customer_reading(self) -> CustomerReading | None:
        """Kind and tone of the customer's messages; None without any."""
        if self.customer is None:
            return None
        return read_customer(self.conversation, self.customer, self._tone)

    @cached_property
    def earlier_agent(self) -> Reading | None:
        """The agent's earlier messages as one text; None without any thread."""
        thread = self.conversation.thread
        if not thread:
            return None
        text = "\n\n".join(message.text for message in thread if message.author == "agent")
        return next(self.reader.read_all([(text, "reply")]))

    @cached_property
    def whole_customer(self) -> Reading | None:
        """All that the customer wrote in the thread, as one text; None when there is nothing."""
        messages = self.conversation.thread
        text = "\n\n".join(message.text for message in messages if message.author == "customer")
        return next(self.reader.read_all([(text, "customer")])) if text.strip() else None

    @cached_property
    def automatic(self) -> tuple[bool, ...]:
        """For each earlier agent message, whether it is an automatic receipt."""
        messages = [item.text for item in self.conversation.thread if item.author == "agent"]
        readings = self.reader.read_all([(text, "reply") for text in messages])
        return tuple(AUTOMATIC in reading.acts for reading in readings)

    def reading(self, where: Where) -> Reading | None:
        """The text of that name, read; None when it is not known."""
        if where == "earlier-agent":
            return self.earlier_agent
        return self.reply if where == "reply" else self.customer

    def gauge(self, name: str) -> tuple[GaugeReading | None, Where]:
        """What a gauge says of the text that it is declared for, and which that is."""
        where: Where = "customer" if self.reader.gauges[name].side == "customer" else "reply"
        reading = self.reading(where)
        return (None if reading is None else reading.gauge(name)), where

    def fact(self, name: str) -> FactValue:
        """The value of a fact. Raises KeyError when there is none of that name."""
        if name not in self._facts:
            self._facts[name] = FACTS[name].read(self)
        return self._facts[name]
