"""Named facts about a draft that conditions may ask for: typed functions of the context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from replylint.conversation import CHANNELS
from replylint.engine.history import asks_for_known, repeats_agent
from replylint.engine.names import SOLUTION_GROUP
from replylint.engine.topic import takes_up_topic
from replylint.engine.waiting import waited_hours

if TYPE_CHECKING:
    from replylint.engine.context import Context


class Unknown(Enum):
    """What a fact is when it is not known; never true or false by guess."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
FactValue = bool | float | str | Unknown

_CLOSERS = "\"'”’»)]*_ \t\n\r"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: how it is read, what it needs (for people), and its values where they are few."""

    read: Callable[[Context], FactValue]
    needs_it: str
    needs_en: str
    values: tuple[str, ...] = ()

    def needs(self, lang: str) -> str:
        """What would have to be known, in that language."""
        return self.needs_en if lang == "en" else self.needs_it


def _or_unknown(value: bool | str | None) -> FactValue:
    return UNKNOWN if value is None else value


def _channel(context: Context) -> FactValue:
    return _or_unknown(context.conversation.channel)


def _public(context: Context) -> FactValue:
    return _or_unknown(context.conversation.is_public)


def _reply_is_public(context: Context) -> FactValue:
    """Public by its context, or by its own words ("scriva qui sotto nei commenti")."""
    said = context.reply is not None and "public-words" in context.reply.acts
    return True if said else _or_unknown(context.conversation.is_public)


def _wait_hours(context: Context) -> FactValue:
    hours = waited_hours(context)
    return UNKNOWN if hours is None else hours


def _fragment(context: Context) -> FactValue:
    return context.conversation.fragment


def _macro(context: Context) -> FactValue:
    return context.conversation.macro


def _reply_present(context: Context) -> FactValue:
    return context.reply is not None


def _reply(context: Context) -> FactValue:
    return UNKNOWN if context.reply is None else True


def _whole(context: Context) -> FactValue:
    return True if context.whole else UNKNOWN


def _thread(context: Context) -> FactValue:
    return True if context.conversation.thread else UNKNOWN


def _customer(context: Context) -> FactValue:
    if context.customer is not None:
        return True
    return False if context.conversation.thread else UNKNOWN


def _customer_kind(context: Context) -> FactValue:
    reading = context.customer_reading
    return UNKNOWN if reading is None else reading.kind or "none"


def _customer_tone(context: Context) -> FactValue:
    reading = context.customer_reading
    return UNKNOWN if reading is None else reading.tone.value


def _customer_thanks_only(context: Context) -> FactValue:
    """Whether the customer thanks or praises, and neither complains nor asks for anything."""
    if context.customer is None or context.customer_reading is None:
        return UNKNOWN
    if context.customer_reading.kind in ("complaint", "request"):
        return False
    glad = context.customer_reading.kind == "compliment" or "thanks" in context.customer.acts
    return glad and "?" not in context.customer.text.parsed.doc.text


def _first_agent_message(context: Context) -> FactValue:
    """A channel without a thread counts as a first message; an automatic receipt as none."""
    conversation = context.conversation
    if not conversation.thread and conversation.channel is None:
        return UNKNOWN
    return all(context.automatic)


def _ends_with_question(context: Context) -> FactValue:
    """Whether its last sentence that holds a word is a question."""
    if context.reply is None:
        return UNKNOWN
    text = context.reply.text
    for start, end in reversed(text.parsed.sentences):
        if text.words.holds_word(start, end):
            return "?" in str(text.parsed.doc[start:end].text).rstrip(_CLOSERS)[-3:]
    return False


def _reply_words(context: Context) -> FactValue:
    if context.reply is None:
        return UNKNOWN
    words = context.reply.text.words
    return float(sum(words.holds_word(at, at + 1) for at in range(len(words.keys))))


def _refers_back(context: Context) -> FactValue:
    return UNKNOWN if context.reply is None else "refers-back" in context.reply.acts


_SENDS_AWAY = ("redirect", "repeat-request", "refusal")


def _solution_odds(context: Context) -> FactValue:
    """How likely the likeliest sentence holds a solution; what depends on going elsewhere aside."""
    if context.reply is None:
        return UNKNOWN
    reply, group = context.reply, context.reader.ruleset.groups.get(SOLUTION_GROUP)
    labels = group.acts if group else ()
    aside = {match.sentence for act in _SENDS_AWAY for match in reply.acts.get(act, ())}
    return max(
        (
            odds.get(label, 0.0)
            for index, odds in enumerate(reply.sentence_odds)
            if index not in aside
            for label in labels
        ),
        default=0.0,
    )


_KINDS = ("complaint", "request", "compliment", "none")
_TONES = ("ironic", "perhaps", "plain")
_REPLY = ("una risposta", "a reply")
_THREAD = ("la conversazione", "the thread")
_MESSAGE = ("il messaggio del cliente", "the customer's message")
_CHANNEL = ("il canale", "the channel")
_NOTHING = ("niente", "nothing")

FACTS: dict[str, Fact] = {
    "channel": Fact(_channel, *_CHANNEL, CHANNELS),
    "wait.hours": Fact(_wait_hours, "gli orari dei messaggi", "the times of the messages"),
    "public": Fact(_public, "se altri possono leggere", "whether others can read it"),
    "fragment": Fact(_fragment, *_NOTHING),
    "macro": Fact(_macro, *_NOTHING),
    "thread": Fact(_thread, *_THREAD),
    "customer": Fact(_customer, *_MESSAGE),
    "customer.kind": Fact(_customer_kind, *_MESSAGE, _KINDS),
    "customer.tone": Fact(_customer_tone, *_MESSAGE, _TONES),
    "customer.thanks-only": Fact(_customer_thanks_only, *_MESSAGE),
    "first-agent-message": Fact(_first_agent_message, *_CHANNEL),
    "reply": Fact(_reply, *_REPLY),
    "reply.whole": Fact(_whole, "il testo dietro un segnaposto", "the text behind a placeholder"),
    "reply-present": Fact(_reply_present, *_NOTHING),
    "reply.ends-with-question": Fact(_ends_with_question, *_REPLY),
    "reply.asks-for-known": Fact(lambda context: _or_unknown(asks_for_known(context)), *_THREAD),
    "reply.is-public": Fact(
        _reply_is_public, "se altri possono leggere", "whether others can read it"
    ),
    "reply.refers-back": Fact(_refers_back, *_REPLY),
    "reply.repeats-agent": Fact(lambda context: _or_unknown(repeats_agent(context)), *_THREAD),
    "reply.solution-odds": Fact(_solution_odds, *_REPLY),
    "reply.takes-up-topic": Fact(lambda context: _or_unknown(takes_up_topic(context)), *_MESSAGE),
    "reply.words": Fact(_reply_words, *_REPLY),
}
"""Every fact by its name."""
