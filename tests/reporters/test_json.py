from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from replylint.findings import RunReport
from replylint.reporters import json as json_reporter
from replylint.reporters import jsonl
from replylint.reporters.output import output_schema
from tests.reporters.reports import HOSTILE, REPLY, VIEW, hostile, report, usual

SCHEMA = output_schema()


def rendered(of: RunReport) -> Any:
    return json.loads(json_reporter.render(of, VIEW))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["FindingOutput"]["additionalProperties"] is False


@pytest.mark.parametrize("of", [usual(), hostile(), report()], ids=["usual", "hostile", "empty"])
def test_output_follows_the_schema(of: RunReport) -> None:
    Draft202012Validator(SCHEMA).validate(rendered(of))


def test_a_missing_or_unknown_key_breaks_the_schema() -> None:
    output = rendered(usual())
    del output["drafts"][0]["findings"][0]["quote"]
    output["drafts"][0]["findings"][1]["new"] = 1
    assert len(list(Draft202012Validator(SCHEMA).iter_errors(output))) == 2


def test_keys_in_the_promised_order() -> None:
    output = rendered(usual())
    assert list(output) == ["version", "tool", "drafts", "summary"]
    assert list(output["drafts"][0]) == [
        "id", "path", "line", "customer", "acts", "findings", "skipped",
    ]  # fmt: skip
    assert list(output["drafts"][0]["findings"][0]) == [
        "rule", "severity", "message", "advice", "start", "end", "quote", "line", "column",
        "end_line", "end_column", "evidence", "source", "fingerprint",
    ]  # fmt: skip


def test_places_and_totals() -> None:
    output = rendered(usual())
    found, absent = output["drafts"][0]["findings"]
    assert REPLY[found["start"] : found["end"]] == found["quote"]
    assert (absent["start"], absent["end"], absent["quote"]) == (None, None, None)
    assert output["summary"] == {
        "drafts": 2, "error": 1, "warning": 1, "hint": 0, "skipped": 1, "suppressed": 0,
    }  # fmt: skip


def test_hostile_text_comes_back_unchanged_and_inert() -> None:
    text = json_reporter.render(hostile(), VIEW)
    assert json.loads(text)["drafts"][0]["findings"][0]["quote"] == HOSTILE
    assert not set(text) & set("\x1b\x07\x9b\x00\x7f\r\u202e\u2066\u2028\ufeff\ud800")
    text.encode()


def test_jsonl_is_the_drafts_of_json() -> None:
    for of in (usual(), hostile()):
        lines = jsonl.render(of, VIEW).split("\n")
        assert [json.loads(line) for line in lines[:-1]] == rendered(of)["drafts"]
        assert lines[-1] == ""
    assert jsonl.render(report(), VIEW) == ""
