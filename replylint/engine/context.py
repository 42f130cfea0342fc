"""What a rule is judged against: the reply, the customer's messages, and what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from replylint.conversation import Author, Conversation, Message, Subject
from replylint.engine.customer import ToneSetting, beside_the_reply, kind_odds, read_customer
from replylint.engine.fact import FactValue
from replylint.engine.facts import FACTS
from replylint.engine.gauges import GaugeReading
from replylint.engine.likely import SARCASM_RULE, Likely
from replylint.engine.messages import Messages, ReadOnce, join, read_each, read_together
from replylint.engine.names import TROUBLE_GROUP
from replylint.engine.reading import Reader, Reading
from replylint.engine.waiting import unanswered
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
        reader: knows the rule set.
        texts: reads further texts of the thread, each once.
        whole: whether all of the reply can be seen; else nothing can be said to be missing from it.
    """

    def __init__(
        self,
        conversation: Conversation,
        reply: Reading | None,
        customer: Messages | None,
        reader: Reader,
        tone: ToneSetting = "auto",
        *,
        whole: bool = True,
    ) -> None:
        self.conversation = conversation
        self.reply = reply
        self._customer = customer
        self.reader = reader
        self.texts = ReadOnce(reader)
        if customer is not None:
            self.texts.keep(customer)
        self.whole = whole
        self._tone = tone
        self._facts: dict[str, FactValue] = {}

    @cached_property
    def customer_messages(self) -> Messages | None:
        """All still unanswered messages of the customer; None when there is none.

        Those of the conversation, unless what seemed to answer them was an automatic receipt.
        """
        if not any(self.automatic):
            return self._customer
        return read_together(unanswered(self), self.texts)

    @property
    def customer(self) -> Reading | None:
        """The customer's messages, read; None when there is none."""
        return _reading(self.customer_messages)

    @cached_property
    def customer_reading(self) -> CustomerReading | None:
        """Kind and tone of the customer's messages; None without any."""
        if self.heard is None or self.likely is None:
            return self.heard
        sarcasm = self.likely.odds[SARCASM_RULE]
        return beside_the_reply(self.heard, self.conversation, sarcasm)

    @cached_property
    def heard(self) -> CustomerReading | None:
        """What of that the messages tell before the case as a whole is known."""
        if self.customer_messages is None:
            return None
        return read_customer(
            self.conversation,
            self.customer_messages,
            self.customer_odds,
            self._tone,
            trouble=self._speaks_of_trouble,
        )

    @cached_property
    def customer_odds(self) -> Mapping[str, float]:
        """How likely each kind of message is; empty without any."""
        if self.customer_messages is None:
            return {}
        return kind_odds(self.customer_messages, self.conversation.intent)

    @property
    def _speaks_of_trouble(self) -> bool | None:
        group = self.reader.ruleset.groups.get(TROUBLE_GROUP)
        if self.reply is None or group is None:
            return None
        return not self.reply.acts.keys().isdisjoint(group.acts)

    @cached_property
    def earlier_agent(self) -> Reading | None:
        """The agent's earlier messages as one text; None without any thread."""
        if not self.conversation.thread:
            return None
        return join(self._of("agent")).read(self.texts, "reply").reading

    @cached_property
    def whole_customer(self) -> Reading | None:
        """All that the customer wrote in the thread, as one text; None when there is nothing."""
        return _reading(read_together(self._of("customer"), self.texts))

    def declared(self, *subjects: Subject) -> Reading | None:
        """What the conversation declares of these subjects, as one text; None for nothing."""
        said = [
            Message("customer", topic.text)
            for topic in self.conversation.about
            if topic.subject in subjects
        ]
        return _reading(read_together(said, self.texts))

    @cached_property
    def automatic(self) -> tuple[bool, ...]:
        """For each earlier agent message, whether it is an automatic receipt."""
        readings = read_each(self._of("agent"), self.texts)
        return tuple(AUTOMATIC in reading.acts for reading in readings)

    @cached_property
    def likely(self) -> Likely | None:
        """How likely each rule is to be marked; None without a reply."""
        return None if self.reply is None else Likely(self, self.reply)

    def _of(self, author: Author) -> list[Message]:
        return [message for message in self.conversation.thread if message.author == author]

    def quote(self, where: Where, start: int, end: int) -> str:
        """The words of tokens [start, end) of a text; the customer's as they were written."""
        if where == "customer" and self.customer_messages is not None:
            return self.customer_messages.quote(start, end)
        reading = self.reading(where)
        return "" if reading is None else reading.text.quote(start, end)

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


def _reading(messages: Messages | None) -> Reading | None:
    return None if messages is None else messages.reading
