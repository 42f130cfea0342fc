"""The plain types that travel the road: a conversation, and a draft with the place it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from replylint.offsets import FilePlaces

Author = Literal["customer", "agent"]
Channel = Literal["social", "chat", "messaging", "email"]
Tone = Literal["ironic", "plain"]
CustomerKind = Literal["complaint", "request", "compliment"]
Subject = Literal["problem", "question", "thing", "data"]
Markup = Literal["plain", "markdown", "html"]

AUTHORS: tuple[Author, ...] = get_args(Author)
MARKUPS: tuple[Markup, ...] = get_args(Markup)
CHANNELS: tuple[Channel, ...] = ("social", "chat", "messaging", "email")
TONES: tuple[Tone, ...] = ("ironic", "plain")
CUSTOMER_KINDS: tuple[CustomerKind, ...] = ("complaint", "request", "compliment")
SUBJECTS: tuple[Subject, ...] = ("problem", "question", "thing", "data")
MAX_REPLY = 50_000
"""Characters of a reply that are checked at most: what is longer is none."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the thread: who wrote it, what, and (where known) when and in which tone."""

    author: Author
    text: str
    at: datetime | None = None
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that the customer's messages are about, in anybody's words."""

    subject: Subject
    text: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is judged: a reply and whatever is known around it; None always means "not known".

    Attributes:
        reply: the drafted reply as written; None or blank when nobody has answered.
        thread: the messages before the reply, oldest first.
        channel: where the reply will appear.
        public: whether others can read it; unset, it follows the channel.
        reply_at: when the reply is sent or, with no reply, the moment of the check.
        tone, intent: the agent's word on how the customer sounds and on what the customer wants;
            it beats any detector.
        about: the agent's word on what the messages are about: the problem, the question, things
            named, data given. Of a subject that is told, nothing is looked for.
        fragment: a piece of a library that is never sent alone: no greeting or closing expected.
        macro: reusable text, customer and channel unknown.
    """

    reply: str | None
    thread: tuple[Message, ...] = ()
    channel: Channel | None = None
    public: bool | None = None
    reply_at: datetime | None = None
    tone: Tone | None = None
    intent: CustomerKind | None = None
    about: tuple[Topic, ...] = ()
    fragment: bool = False
    macro: bool = False
    id: str | None = None

    @property
    def is_public(self) -> bool | None:
        """Whether others can read the reply; `social` is public unless said otherwise."""
        if self.public is not None:
            return self.public
        return None if self.channel is None else self.channel == "social"

    @property
    def unanswered(self) -> tuple[Message, ...]:
        """The customer's messages since the last agent message, oldest first."""
        tail: list[Message] = []
        for message in reversed(self.thread):
            if message.author == "agent":
                break
            tail.append(message)
        return tuple(reversed(tail))


@dataclass(frozen=True, slots=True)
class Suppression:
    """An author's wish that a rule be silent about a reply.

    Attributes:
        rule: the rule's id; empty where what is written names none.
        reason: why, where that is said.
        line: 1-based line of the file on which it is written.
        within: the characters of the reply in which a finding must begin; None for all of it.
    """

    rule: str
    reason: str | None
    line: int
    within: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A conversation and where its reply stands.

    Attributes:
        path: the file as the user named it; "-" is standard input.
        line: 1-based line in that file where the item begins.
        markup: how the reply is marked up; decides how it becomes plain text.
        places: turns an offset in the reply into a line and column of the file.
        suppressions: rules that its author wants silent.
    """

    conversation: Conversation
    path: str
    line: int = 1
    markup: Markup = "plain"
    places: FilePlaces = field(default_factory=FilePlaces)
    suppressions: tuple[Suppression, ...] = ()

    @property
    def id(self) -> str:
        """The item's own id, else the path."""
        return self.conversation.id or self.path
