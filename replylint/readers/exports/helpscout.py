"""Help Scout saved replies: one reply in two texts, for e-mail and for chat.

Shape: developer.helpscout.com, "Saved Replies".
"""

from __future__ import annotations

from replylint.readers.exports.common import Format, Item, Replies, markup_of, name, records, text
from replylint.readers.inputs import Defaults

_ENVELOPES = ("savedReplies", "saved_replies", "replies")


def _matches(items: list[object]) -> bool:
    found = records(items, *_ENVELOPES)
    return any("chatText" in one or _has_tokens(text(one, "text") or "") for one in found)


def _has_tokens(reply: str) -> bool:
    return "{%customer." in reply or "{%user." in reply or "{%mailbox." in reply


def _replies(items: list[object], defaults: Defaults) -> Replies:
    for saved in records(items, *_ENVELOPES):
        own = name(saved, "id", "name")
        mail, chat = text(saved, "text"), text(saved, "chatText")
        both = mail is not None and chat is not None
        if mail is not None:
            mail_id = f"{own}#email" if own and both else own
            yield Item(mail, saved.start, mail_id, "html", "email")
        if chat is not None:
            chat_id = f"{own}#chat" if own and both else own
            yield Item(chat, saved.start, chat_id, markup_of(chat), "chat")


FORMAT = Format("helpscout", _matches, _replies)
