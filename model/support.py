"""Score a pipeline on sentences of customer service.

`tests/language/support_checks.jsonl` names, per sentence, some words with what they must be:
lemma, then a word class, or mood, tense, person and number, then the enclitics. A word counts only
when all of it is right. Half of the sentences ("unseen") were never looked at while rules and
templates were written.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Token

CHECKS = Path(__file__).parent.parent / "tests" / "language" / "support_checks.jsonl"


def read_checks() -> list[dict[str, Any]]:
    """Give the sentences with their checks."""
    return [json.loads(line) for line in CHECKS.read_text(encoding="utf-8").splitlines()]


def describe(token: Token) -> str:
    """Say what a token is, in the words of the checks."""
    if token.pos_ not in ("VERB", "AUX"):
        return f"{token.lemma_} {token.pos_}"
    features = token.morph.to_dict()
    parts = [token.lemma_.split(" ")[0], features.get("Mood") or features.get("VerbForm", "")]
    if "Mood" in features:
        parts += [features[name] for name in ("Tense", "Person", "Number") if name in features]
    return " ".join([*parts, *(f"+{clitic}" for clitic in token._.clitics)])


def failures(nlp: Language, check: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give the words of a sentence that are wrong: word, expected, found."""
    doc = nlp(check["text"])
    for word, expected in check["words"].items():
        found = [describe(token) for token in doc if token.text == word]
        if expected not in found:
            yield word, expected, " / ".join(found) or "no such token"


def score(nlp: Language) -> dict[str, str]:
    """Give right and all checks of the two halves."""
    wrong: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for check in read_checks():
        total[check["part"]] += len(check["words"])
        wrong[check["part"]] += sum(1 for _ in failures(nlp, check))
    return {part: f"{total[part] - wrong[part]}/{total[part]}" for part in sorted(total)}
