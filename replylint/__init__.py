"""replylint: a linter for customer-service replies in Italian.

>>> from replylint import Conversation, Linter, Message
>>> linter = Linter()
>>> report = linter.check(
...     Conversation(
...         reply="Gentile Cliente, la invitiamo a scriverci in privato.",
...         thread=(Message("customer", "Terzo giorno senza linea, complimenti davvero."),),
...         channel="social",
...     )
... )
>>> [finding.rule for finding in report.findings]  # doctest: +SKIP

What is named here is public; everything else is private and may change. Nothing heavy is imported
before it is used: spaCy only when a draft is checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replylint._version import __version__

if TYPE_CHECKING:
    from replylint.conversation import Conversation, Draft, Message, Topic
    from replylint.engine.explain import Explanation
    from replylint.engine.problems import RuleFileError
    from replylint.findings import (
        ActSpan,
        CustomerReading,
        DraftReport,
        Finding,
        Mention,
        Skipped,
        Source,
        ToneReading,
    )
    from replylint.linter import Linter

__all__ = [
    "ActSpan",
    "Conversation",
    "CustomerReading",
    "Draft",
    "DraftReport",
    "Explanation",
    "Finding",
    "Linter",
    "Mention",
    "Message",
    "RuleFileError",
    "Skipped",
    "Source",
    "ToneReading",
    "Topic",
    "__version__",
]

_HOMES = {
    "replylint.conversation": ("Conversation", "Draft", "Message", "Topic"),
    "replylint.engine.explain": ("Explanation",),
    "replylint.engine.problems": ("RuleFileError",),
    "replylint.findings": (
        "ActSpan",
        "CustomerReading",
        "DraftReport",
        "Finding",
        "Mention",
        "Skipped",
        "Source",
        "ToneReading",
    ),
    "replylint.linter": ("Linter",),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'replylint' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
