"""Facts of the reply itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.engine.fact import UNKNOWN, FactValue, or_unknown
from replylint.engine.names import PERSONAL_DATA_ACT

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from replylint.engine.context import Context

_CLOSERS = "\"'”’»)]*_ \t\n\r"
_TELLING = 4


def reply(context: Context) -> FactValue:
    """Whether there is a reply; never false, so that a rule can need it."""
    return UNKNOWN if context.reply is None else True


def reply_present(context: Context) -> FactValue:
    """Whether anybody has written a reply."""
    return context.reply is not None


def whole(context: Context) -> FactValue:
    """Whether all of the reply can be seen, and it is no piece of a longer one; never false."""
    return True if context.whole and not context.conversation.fragment else UNKNOWN


def reply_is_public(context: Context) -> FactValue:
    """By its context; where that is not known, by its own words ("scriva qui nei commenti")."""
    known = context.conversation.is_public
    if known is None and context.reply is not None and "public-words" in context.reply.acts:
        return True
    return or_unknown(known)


def ends_with_question(context: Context) -> FactValue:
    """Whether its last sentence that holds a word is a question."""
    if context.reply is None:
        return UNKNOWN
    text = context.reply.text
    for start, end in reversed(text.parsed.sentences):
        if text.words.holds_word(start, end):
            return "?" in str(text.parsed.doc[start:end].text).rstrip(_CLOSERS)[-3:]
    return False


def reply_words(context: Context) -> FactValue:
    """How many words the reply has."""
    if context.reply is None:
        return UNKNOWN
    words = context.reply.text.words
    return float(sum(words.holds_word(at, at + 1) for at in range(len(words.keys))))


def refers_back(context: Context) -> FactValue:
    """Whether the reply refers to what the customer said before."""
    return UNKNOWN if context.reply is None else "refers-back" in context.reply.acts


def likely(context: Context, rule: str) -> FactValue:
    """How likely a reader is to mark a rule in this case; unknown of a reply without a word."""
    wordless = context.fact("reply.words") == 0
    return UNKNOWN if wordless or context.likely is None else context.likely.odds[rule]


def reveals_personal_data(context: Context) -> FactValue:
    """Whether the reply writes personal data that the customer's own messages do not show."""
    if context.reply is None:
        return UNKNOWN
    text = context.reply.text
    messages = (item.text for item in context.conversation.thread if item.author == "customer")
    shown = "\n".join(map(_letters, messages))
    return any(
        _letters(token.text) not in shown
        for match in context.reply.acts.get(PERSONAL_DATA_ACT, ())
        for token in _telling(text.parsed.doc[match.start : match.end])
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _telling(span: Span) -> list[Token]:
    """The tokens that tell something: those with a number, else the longer words."""
    numbers = [token for token in span if any(map(str.isdigit, token.text))]
    return numbers or [token for token in span if len(token) >= _TELLING]
