"""Named facts about a draft that conditions may ask for: typed functions of the context."""

from __future__ import annotations

from functools import partial

from replylint.bilingual import Bilingual
from replylint.conversation import CHANNELS, CUSTOMER_KINDS
from replylint.engine import facts_customer, facts_reply, facts_thread
from replylint.engine.fact import Fact, or_unknown
from replylint.engine.history import asks_for_declared, asks_for_known, repeats_agent
from replylint.engine.likely import PREFIX, RULES
from replylint.engine.topic import takes_up_topic

_KINDS = (*CUSTOMER_KINDS, "none")
_TONES = ("ironic", "perhaps", "plain")
_REPLY = Bilingual("una risposta", "a reply")
_THREAD = Bilingual("la conversazione", "the thread")
_HISTORY = Bilingual("la conversazione o i dati già avuti", "the thread, or the data given before")
_MESSAGE = Bilingual("il messaggio del cliente", "the customer's message")
_CHANNEL = Bilingual("il canale", "the channel")
_TIMES = Bilingual("gli orari dei messaggi", "the times of the messages")
_READERS = Bilingual("se altri possono leggere", "whether others can read it")
_UNSEEN = Bilingual("il resto della risposta", "the rest of the reply")
_NOTHING = Bilingual("niente", "nothing")

FACTS: dict[str, Fact] = {
    "channel": Fact(facts_thread.channel, _CHANNEL, "word", CHANNELS),
    "wait.hours": Fact(facts_thread.wait_hours, _TIMES, "number"),
    "wait.counted": Fact(facts_thread.wait_counted, _TIMES, "number"),
    "public": Fact(facts_thread.public, _READERS),
    "fragment": Fact(facts_thread.fragment, _NOTHING),
    "macro": Fact(facts_thread.macro, _NOTHING),
    "thread": Fact(facts_thread.thread, _THREAD),
    "history": Fact(facts_thread.history, _HISTORY),
    "customer": Fact(facts_customer.customer, _MESSAGE),
    "customer.kind": Fact(facts_customer.customer_kind, _MESSAGE, "word", _KINDS),
    "customer.tone": Fact(facts_customer.customer_tone, _MESSAGE, "word", _TONES),
    "customer.thanks-only": Fact(facts_customer.customer_thanks_only, _MESSAGE),
    "first-agent-message": Fact(facts_thread.first_agent_message, _CHANNEL),
    "reply": Fact(facts_reply.reply, _REPLY),
    "reply.whole": Fact(facts_reply.whole, _UNSEEN),
    "reply-present": Fact(facts_reply.reply_present, _NOTHING),
    "reply.ends-with-question": Fact(facts_reply.ends_with_question, _REPLY),
    "reply.asks-for-declared": Fact(lambda context: or_unknown(asks_for_declared(context)), _REPLY),
    "reply.asks-for-known": Fact(lambda context: or_unknown(asks_for_known(context)), _THREAD),
    "reply.is-public": Fact(facts_reply.reply_is_public, _READERS),
    "reply.refers-back": Fact(facts_reply.refers_back, _REPLY),
    "reply.repeats-agent": Fact(lambda context: or_unknown(repeats_agent(context)), _THREAD),
    "reply.reveals-personal-data": Fact(facts_reply.reveals_personal_data, _REPLY),
    "reply.takes-up-topic": Fact(lambda context: or_unknown(takes_up_topic(context)), _MESSAGE),
    "reply.words": Fact(facts_reply.reply_words, _REPLY, "number"),
    **{
        f"{PREFIX}{rule}": Fact(partial(facts_reply.likely, rule=rule), _REPLY, "number")
        for rule in RULES
    },
}
"""Every fact by its name."""
