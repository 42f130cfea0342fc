"""Drafts read: markup resolved, reply and customer's messages parsed in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from replylint.conversation import Conversation, Draft
from replylint.engine.context import Context
from replylint.engine.customer import ToneSetting
from replylint.engine.given import checked
from replylint.engine.messages import Messages, join
from replylint.engine.reading import Reader
from replylint.markup.resolve import resolve
from replylint.offsets import OffsetMap

if TYPE_CHECKING:
    from replylint.engine.learned_acts import Side

_BATCH = 64


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """A draft, read; `offsets` lead from the parsed reply to the reply as written."""

    draft: Draft
    offsets: OffsetMap
    context: Context


def read_drafts(
    reader: Reader, items: Iterable[Conversation | Draft], tone: ToneSetting = "auto"
) -> Iterator[ReadDraft]:
    """Read any number of drafts, in order and a batch at a time.

    Raises:
        TypeError, ValueError: one of them is none, or has a value that it cannot have.
    """
    drafts = map(checked, items)
    while batch := list(islice(drafts, _BATCH)):
        yield from _read_batch(reader, batch, tone)


def _read_batch(reader: Reader, drafts: Sequence[Draft], tone: ToneSetting) -> Iterator[ReadDraft]:
    resolved = [resolve(draft.conversation.reply or "", draft.markup) for draft in drafts]
    asked = [join(draft.conversation.unanswered) for draft in drafts]
    texts: list[tuple[str, Side]] = []
    for plain, joined in zip(resolved, asked, strict=True):
        texts.append((plain.text, "reply"))
        texts.append((joined.normal, "customer"))
    readings = reader.read_all(texts)
    for draft, plain, joined in zip(drafts, resolved, asked, strict=True):
        reply, customer = next(readings), next(readings)
        context = Context(
            draft.conversation,
            reply if plain.text.strip() else None,
            Messages(customer, joined) if joined.normal else None,
            reader,
            tone,
            whole=not plain.opaque,
        )
        yield ReadDraft(draft, plain.offsets, context)
