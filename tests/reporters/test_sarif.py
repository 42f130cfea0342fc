from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from replylint.findings import RunReport
from replylint.reporters.sarif import _uri, render
from tests.reporters.reports import CARD, HOSTILE, VIEW, hostile, report, usual

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-used.schema.json").read_text("utf-8"))


def run_of(of: RunReport) -> Any:
    return json.loads(render(of, VIEW))["runs"][0]


@pytest.mark.parametrize("of", [usual(), hostile(), report()], ids=["usual", "hostile", "empty"])
def test_follows_the_standard(of: RunReport) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(render(of, VIEW)))


@pytest.mark.network
def test_follows_the_official_schema(tmp_path: Path) -> None:
    """The schema comes with Microsoft's own validator, a package of 43 MB."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm to fetch the schema with")
    fetch = [npm, "pack", "--silent", "@microsoft/sarif-multitool-linux@5.7.0"]
    fetched = subprocess.run(fetch, cwd=tmp_path, capture_output=True, text=True, check=False)
    if fetched.returncode:
        pytest.skip(f"npm cannot fetch the schema here: {fetched.stderr[-400:]}")
    with tarfile.open(next(tmp_path.glob("*.tgz"))) as package:
        member = package.extractfile("package/sarif-2.1.0.json")
        assert member is not None
        schema = json.load(member)
    validator = validator_for(schema)(schema)
    for of in (usual(), hostile(), report()):
        validator.validate(json.loads(render(of, VIEW)))


def test_results_point_at_their_rules() -> None:
    run = run_of(usual())
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    told = next(rule for rule in rules if rule["id"] == CARD.id)
    assert told["help"]["text"].startswith(CARD.why)
    assert told["defaultConfiguration"] == {"level": "error"}


def test_regions_and_fingerprints() -> None:
    result = run_of(usual())["results"][0]
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "casi/risposta.txt"},
        "region": {
            "startLine": 2,
            "startColumn": 84,
            "endLine": 2,
            "endColumn": 110,
            "snippet": {"text": "ci scriva in privato 😀 con"},
        },
    }
    assert result["partialFingerprints"] == {"replylint/v1": "fp-channel-deflection"}


def test_unreadable_input_is_notified() -> None:
    invocation = run_of(usual())["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "manca una virgola"
    assert run_of(report())["invocations"] == [{"executionSuccessful": True}]


def test_a_draft_makes_no_link_and_no_placeholder() -> None:
    text = run_of(hostile())["results"][0]["message"]["text"]
    assert "!\\[x\\](http://evil)" in text
    assert "{{0}}" in text


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("-", "stdin"),
        ("casi/a b.txt", "casi/a%20b.txt"),
        ("./casi/perché.txt", "casi/perch%C3%A9.txt"),
        ("/tmp/a#b?.txt", "file:///tmp/a%23b%3F.txt"),
        ("C:\\casi\\a.txt", "file:///C:/casi/a.txt"),
        ("byte-\udcff.txt", "byte-%FF.txt"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    assert _uri(path) == uri


def test_a_hostile_path_stays_one_relative_uri() -> None:
    parts = urlsplit(_uri(HOSTILE.replace("\ud800", "")))
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert "<script>" in unquote(parts.path)
