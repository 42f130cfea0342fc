from __future__ import annotations

import pytest

from replylint.language.chains import verb_chains
from replylint.language.segments import clause_spans, verbless_spans
from tests.language.frame_cases import FrameCase, cases, check, pipeline


@pytest.mark.parametrize("case", cases("coordination"))
def test_reading(case: FrameCase) -> None:
    check(case)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Paga online e ritira in negozio.", ["Paga online", "e ritira in negozio."]),
        ("Le scrivo perché manca la firma.", ["Le scrivo", "perché manca la firma."]),
        ("Se vuole, passi domani.", ["Se vuole,", "passi domani."]),
        (
            "Il numero a cui chiama è occupato.",
            ["Il numero a cui chiama", "è occupato."],
        ),
    ],
)
def test_spans_of_clauses(text: str, clauses: list[str]) -> None:
    doc = pipeline()(text)
    spans = clause_spans(doc, verb_chains(doc, 0, len(doc)), 0, len(doc))
    assert [doc[start:end].text for start, end in spans] == clauses


def test_what_stands_behind_a_colon_is_a_clause() -> None:
    doc = pipeline()("Ci chiami: numero verde 800 100 200.")
    spans = verbless_spans(doc, verb_chains(doc, 0, len(doc)), 0, len(doc))
    assert [doc[start:end].text for start, end in spans] == ["numero verde 800 100 200"]
