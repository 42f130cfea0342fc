"""What the readers are given and what they say besides drafts: defaults, notices, trouble."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from replylint.bilingual import Bilingual
from replylint.conversation import Channel, Draft, Message, Tone
from replylint.findings import InputProblem, InputRemark


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the command line or a setting says of drafts that do not say it themselves.

    Attributes:
        customer: the customer's message; stands last in the thread of a draft that has none.
        thread: the conversation so far.
        fragment: the drafts are pieces of a library that are never sent alone.
        agents: names that stand for agents in exports that do not tell agent from customer.
        input_format: the name of the format, one of those known, when its content shall not decide.
        fields: for tables and lists of an unknown make, our field → theirs (`{"text": "corpo"}`).
    """

    channel: Channel | None = None
    public: bool | None = None
    customer: str | None = None
    thread: tuple[Message, ...] = ()
    tone: Tone | None = None
    reply_at: datetime | None = None
    fragment: bool = False
    agents: tuple[str, ...] = ()
    input_format: str | None = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Notice(InputRemark):
    """Something the user should know about an input that was read all the same."""


Read = Draft | InputProblem | Notice


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A draft that is there but not meant, under a path it has or had."""

    draft: Draft


class UnreadableError(Exception):
    """An input, or one item of it, cannot be read: what is wrong, what to do, and where.

    In: the message in Italian and in English; `offset` is the place in the file's text, None when
    the whole file is meant.
    """

    def __init__(self, it: str, en: str, offset: int | None = None) -> None:
        super().__init__(en)
        self.message = Bilingual(it, en)
        self.offset = offset


class NotRecognisedError(UnreadableError):
    """A data file that shows no replies; no error when it was only met on a walk."""
