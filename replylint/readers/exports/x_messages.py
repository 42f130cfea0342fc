"""Direct messages of an X (Twitter) archive, `data/direct-messages.js`.

The file does not say whose archive it is: `--agent` names the account's number, or it is the one
account that takes part in every conversation.
"""

from __future__ import annotations

from collections.abc import Iterator

from replylint.readers.exports.common import (
    Format,
    Replies,
    Turn,
    agent_turns,
    child,
    children,
    name,
    records,
    text,
    when,
)
from replylint.readers.inputs import Defaults, UnreadableError
from replylint.readers.placed import Record


def _conversations(items: list[object]) -> list[Record]:
    return [one for one in records(items, "dmConversation") if "messages" in one]


def _messages(conversation: Record) -> list[Record]:
    messages = (child(one, "messageCreate") for one in children(conversation, "messages"))
    return [one for one in messages if "senderId" in one]


def _matches(items: list[object]) -> bool:
    return any(_messages(one) for one in _conversations(items))


def _replies(items: list[object], defaults: Defaults) -> Replies:
    conversations = _conversations(items)
    parties = [_parties(conversation) for conversation in conversations]
    agents = set(defaults.agents) & set().union(*parties) or _in_all(parties)
    if not agents:
        raise UnreadableError(
            "qual è il profilo dell'agente? lo indichi con --agent NUMERO",
            "which account is the agent's? say it with --agent NUMBER",
        )
    for conversation in conversations:
        messages = sorted(_messages(conversation), key=lambda one: str(one.get("createdAt")))
        yield from agent_turns(_turns(messages, agents), "messaging", False)


def _in_all(parties: list[set[str]]) -> set[str]:
    """The one account that takes part in every one of several conversations."""
    common = set.intersection(*parties) if len(parties) > 1 else set()
    return common if len(common) == 1 else set()


def _parties(conversation: Record) -> set[str]:
    named = (name(conversation, "conversationId") or "").split("-")
    found = set(named) if len(named) == 2 else set()
    for message in _messages(conversation):
        found |= {str(message.get("senderId")), str(message.get("recipientId"))}
    return found - {"None", ""}


def _turns(messages: list[Record], agents: set[str]) -> Iterator[Turn]:
    for message in messages:
        said = text(message, "text")
        if said is not None:
            is_agent = str(message.get("senderId")) in agents
            at = when(message.get("createdAt"))
            own = name(message, "id")
            yield Turn("agent" if is_agent else "customer", said, message.start, own, at)


FORMAT = Format("x-messages", _matches, _replies)
