"""Exports of helpdesks and chats: one module a product, each knowing its files by their keys."""

from __future__ import annotations

from replylint.readers.exports import (
    chatwoot,
    freshdesk,
    front,
    generic,
    google_play,
    gorgias,
    helpscout,
    intercom,
    osticket,
    salesforce,
    tweets,
    whatsapp_chat,
    whatsapp_templates,
    x_messages,
    zammad,
    zendesk,
    zendesk_comments,
)
from replylint.readers.exports.common import Format

# In this order they are tried; what other formats' keys would also fit comes last.
EXPORTS: tuple[Format, ...] = (
    zendesk.MACROS,
    zendesk.DYNAMIC_CONTENT,
    zendesk_comments.FORMAT,
    freshdesk.FORMAT,
    freshdesk.CONVERSATIONS,
    intercom.FORMAT,
    intercom.CONVERSATIONS,
    helpscout.FORMAT,
    gorgias.FORMAT,
    zammad.FORMAT,
    chatwoot.FORMAT,
    chatwoot.MESSAGES,
    front.FORMAT,
    osticket.FORMAT,
    whatsapp_templates.FORMAT,
    salesforce.FORMAT,
    google_play.FORMAT,
    tweets.FORMAT,
    x_messages.FORMAT,
    whatsapp_chat.FORMAT,
    generic.FORMAT,
)
