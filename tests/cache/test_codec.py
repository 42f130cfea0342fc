from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replylint.cache import decode, encode
from replylint.conversation import Conversation, Draft, Message, Topic
from replylint.engine.ruleset import build_ruleset, rule_files
from replylint.engine.schema_rules import Rule
from replylint.engine.wording import finding
from replylint.findings import (
    ActSpan,
    Cue,
    CustomerReading,
    DraftReport,
    Mention,
    Skipped,
    ToneReading,
)
from tests.engine.conftest import RULES

REPLY = "Gentile Anna, ci scriva in privato."
ASKED = "Terzo giorno senza linea, bravissimi!"
ABOUT = (Topic("thing", "fibra ottica"),)
DRAFT = Draft(Conversation(REPLY, (Message("customer", ASKED),), about=ABOUT), "a.txt")


@pytest.fixture(scope="module")
def rules() -> Mapping[str, Rule]:
    return build_ruleset(rule_files(RULES)).rules


def report(rules: Mapping[str, Rule], evidence: str = "senza linea") -> DraftReport:
    rule = rules["channel-deflection"]
    found = finding(
        rule, "error", DRAFT, (14, 34), {"to": "messaging"}, (evidence,), "f" * 16, "it"
    )
    cue = Cue(26, 36, "bravissimi", "praise")
    return DraftReport(
        DRAFT,
        CustomerReading(
            "complaint",
            ToneReading("ironic", 0.8, "detected", (cue,)),
            0.9,
            (
                Mention("thing", None, None, "fibra ottica", "declared"),
                Mention("problem", 0, 11, ASKED[:11]),
            ),
        ),
        (ActSpan("redirect", 14, 34, REPLY[14:34]),),
        (found,),
        (Skipped("late-reply", "l'ora"),),
    )


def kept_of(given: DraftReport) -> Any:
    return json.loads(json.dumps(encode(given)[0]))


def test_a_report_comes_back_the_same(rules: Mapping[str, Rule]) -> None:
    whole = report(rules)
    assert encode(whole)[1]
    assert decode(kept_of(whole), DRAFT, rules, "it") == whole


def test_nothing_of_what_was_written_is_kept(rules: Mapping[str, Rule]) -> None:
    text = json.dumps(encode(report(rules))[0], ensure_ascii=False)
    written = {word.strip(".,!") for word in f"{REPLY} {ASKED} {ABOUT[0].text}".split()}
    assert not [word for word in written if len(word) > 3 and word in text]


def test_a_quote_that_stands_nowhere_may_not_be_stored(rules: Mapping[str, Rule]) -> None:
    odd = report(rules, "made of markup")
    kept, may_be_stored = encode(odd)
    assert not may_be_stored
    assert decode(kept, DRAFT, rules, "it") == odd


def test_it_is_told_in_the_language_asked_for(rules: Mapping[str, Rule]) -> None:
    told = decode(kept_of(report(rules)), DRAFT, rules, "en")
    assert told is not None
    assert told.findings[0].message != report(rules).findings[0].message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 60) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner),
)


@given(JSON)
def test_nonsense_is_no_report(kept: object) -> None:
    assert decode(kept, DRAFT, {}, "it") in (None, DraftReport(DRAFT))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_tampered_report_is_none_or_a_report(
    rules: Mapping[str, Rule], data: st.DataObject
) -> None:
    kept = kept_of(report(rules))
    part = data.draw(st.integers(0, 3))
    kept[part] = data.draw(JSON)
    told = decode(kept, DRAFT, rules, "it")
    assert told is None or told.draft is DRAFT
