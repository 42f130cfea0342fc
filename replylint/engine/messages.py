"""Messages of the thread as one text: spelt as the parser wants it, read, with the way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from replylint.conversation import Message
from replylint.markup.normalise import normalise
from replylint.offsets import OffsetMap

if TYPE_CHECKING:
    from replylint.engine.learned_acts import Side
    from replylint.engine.reading import Reader, Reading


_MOST = 100_000
"""Characters of a thread that are read; a mail with a whole log in it would take minutes."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Messages put together, not read yet.

    Attributes:
        text: as they were written, an empty line between each two.
        normal: the text to parse; `offsets` lead from it to `text`.
    """

    text: str
    normal: str
    offsets: OffsetMap

    def read(self, reader: Reader, side: Side) -> Messages:
        """Read them by themselves; drafts are read in batches instead."""
        return Messages(next(reader.read_all([(self.normal, side)])), self)


@dataclass(frozen=True, slots=True)
class Messages:
    """Messages, read; places are given in their text as written."""

    reading: Reading
    joined: Joined

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The characters that tokens [start, end) cover in the text as written."""
        return self.joined.offsets.to_source(*self.reading.text.characters(start, end))

    def quote(self, start: int, end: int) -> str:
        """The words of tokens [start, end) as written."""
        return self.joined.text[slice(*self.written(start, end))]


def join(messages: Sequence[Message]) -> Joined:
    """Put messages together.

    What was sent has no placeholders: "......" are dots there, so that nothing is filled in.
    """
    text = "\n\n".join(message.text for message in messages if message.text.strip())[:_MOST]
    return Joined(text, *normalise(text))


def read_together(messages: Sequence[Message], reader: Reader) -> Messages | None:
    """The customer's messages (or words in their stead) as one text; None when there is nothing."""
    joined = join(messages)
    return joined.read(reader, "customer") if joined.normal else None


def read_each(messages: Iterable[Message], reader: Reader) -> list[Reading]:
    """Read messages one by one, each by the side that wrote it."""
    texts: list[tuple[str, Side]] = [
        (normalise(message.text[:_MOST])[0], "reply" if message.author == "agent" else "customer")
        for message in messages
    ]
    return list(reader.read_all(texts))
