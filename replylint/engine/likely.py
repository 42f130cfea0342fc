"""How likely a reader is to mark each rule in a case: a learned second opinion on the whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from replylint.engine.case_features import CaseFeatures, case_features

if TYPE_CHECKING:
    from replylint.engine.context import Context
    from replylint.engine.learned import LearnedModel
    from replylint.engine.reading import Reading

MODEL = "cases"
PREFIX = "likely."
"""Begins the name of the fact; a rule's id follows."""
RULES = (
    "blames-customer",
    "channel-deflection",
    "deletes-criticism",
    "excuses",
    "formal-to-sarcasm",
    "ignores-history",
    "impulsive-tone",
    "marketing-speak",
    "missing-closing",
    "no-apology",
    "no-explanation",
    "no-follow-up",
    "no-remedy",
    "no-solution",
    "off-topic",
    "personal-data-in-public",
    "repeat-request",
    "second-class-channel",
    "too-formal",
)
"""The rules that the model knows: those that turn on what is said, with enough labelled cases."""

SARCASM_RULE = "formal-to-sarcasm"
"""The rule whose likelihood tells of the customer's tone, too."""


class Likely:
    """What the learned model says of one case."""

    def __init__(self, context: Context, reply: Reading) -> None:
        self._model: LearnedModel = context.reader.learned(MODEL)
        self._found: CaseFeatures = case_features(context, reply)
        self.odds: Mapping[str, float] = self._model.probabilities(self._found.groups)

    def because(self, rule: str) -> tuple[str, ...]:
        """What is known of the case that spoke most for a rule."""
        return self._model.because(self._found.groups, self._found.known, rule)
