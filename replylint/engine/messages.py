"""Messages of the thread as one text: spelt as the parser wants it, read, with the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from replylint.conversation import Message
from replylint.markup.normalise import normalise
from replylint.offsets import OffsetMap

if TYPE_CHECKING:
    from replylint.engine.learned_acts import Side
    from replylint.engine.reading import Reading


_MOST = 100_000
"""Characters of a thread that are read; a mail with a whole log in it would take minutes."""


class TextReader(Protocol):
    """What reads texts, each by the side that wrote it."""

    def read_all(self, texts: Iterable[tuple[str, Side]]) -> Iterator[Reading]:
        """The readings, in the order of the texts."""
        ...


class ReadOnce:
    """Reads as another reader does, but a text once however often it is asked for.

    The customer's only message is also all that the customer wrote, and the one that waits.
    """

    def __init__(self, reader: TextReader) -> None:
        self._reader = reader
        self._known: dict[tuple[str, Side], Reading] = {}

    def keep(self, messages: Messages) -> None:
        """Take up what a customer wrote and somebody else has read."""
        self._known[messages.joined.normal, "customer"] = messages.reading

    def read_all(self, texts: Iterable[tuple[str, Side]]) -> Iterator[Reading]:
        """The readings, in the order of the texts."""
        wanted = list(texts)
        new = [text for text in dict.fromkeys(wanted) if text not in self._known]
        self._known.update(zip(new, self._reader.read_all(new), strict=True))
        return iter([self._known[text] for text in wanted])


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

    def read(self, reader: TextReader, side: Side) -> Messages:
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


def read_together(messages: Sequence[Message], reader: TextReader) -> Messages | None:
    """The customer's messages (or words in their stead) as one text; None when there is nothing."""
    joined = join(messages)
    return joined.read(reader, "customer") if joined.normal else None


def read_each(messages: Iterable[Message], reader: TextReader) -> list[Reading]:
    """Read messages one by one, each by the side that wrote it."""
    texts: list[tuple[str, Side]] = [
        (normalise(message.text[:_MOST])[0], "reply" if message.author == "agent" else "customer")
        for message in messages
    ]
    return list(reader.read_all(texts))
