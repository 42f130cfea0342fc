from __future__ import annotations

import pytest

from replylint.language.targets import next_verb
from tests.language.frame_cases import pipeline


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Può, per cortesia, indicarci la via?", "indicarci"),
        ("La invitiamo, se vuole, a passare.", None),
        ("Riusciamo finalmente a spedire.", "spedire"),
    ],
)
def test_the_verb_behind(text: str, target: str | None) -> None:
    doc = pipeline()(text)
    modal = next(token.i for token in doc if token.pos_ in ("VERB", "AUX"))
    found = next_verb(doc, modal, len(doc), ("Inf",), marks=True)
    assert (None if found is None else doc[found].text) == target
