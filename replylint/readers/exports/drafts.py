"""Items of exports to drafts: alternatives unfolded, other languages left out and counted."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.bilingual import Bilingual
from replylint.conversation import Conversation, Draft
from replylint.readers.exports.branches import alternatives
from replylint.readers.exports.common import Item, Replies
from replylint.readers.exports.languages import is_italian
from replylint.readers.fields import checked_length, filled
from replylint.readers.inputs import Defaults, Notice, UnreadableError
from replylint.readers.placed import SourceFile, Text


def drafts(
    file: SourceFile, replies: Replies, defaults: Defaults
) -> Iterator[Draft | Notice | UnreadableError]:
    """A draft for each reply, two or more for one with alternative texts; last, what was skipped.

    Empty items are left out without a word.
    """
    foreign = 0
    for item in replies:
        if isinstance(item, UnreadableError):
            yield item
        elif not is_italian(item.text, item.language):
            foreign += 1
        else:
            yield from _drafts(file, item, defaults)
    if foreign:
        yield Notice(file.path, None, _skipped(foreign))


def _skipped(foreign: int) -> Bilingual:
    if foreign == 1:
        return Bilingual("1 testo non è in italiano: saltato", "1 item is not in Italian: skipped")
    return Bilingual(
        f"{foreign} testi non sono in italiano: saltati",
        f"{foreign} items are not in Italian: skipped",
    )


def _drafts(file: SourceFile, item: Item, defaults: Defaults) -> Iterator[Draft | UnreadableError]:
    texts = [text for text in alternatives(item.text) if text.strip()]
    for number, text in enumerate(texts, 1):
        own = item.id if len(texts) == 1 else f"{item.id or file.path}#{number}"
        try:
            checked_length(text, item.start)
        except UnreadableError as error:
            yield error
            continue
        conversation = filled(_conversation(item, text, own), defaults)
        yield file.draft(conversation, text, item.start, item.markup)


def _conversation(item: Item, text: Text, own: str | None) -> Conversation:
    return Conversation(
        reply=str(text),
        thread=item.thread,
        channel=item.channel,
        public=item.public,
        reply_at=item.reply_at,
        fragment=item.fragment,
        macro=item.macro,
        id=own,
    )
