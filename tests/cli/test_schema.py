from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.cli.conftest import RULES, Cli


def schema(cli: Cli, of: str) -> Any:
    done = cli("schema", of)
    assert (done.status, done.err) == (0, "")
    printed = json.loads(done.out)
    Draft202012Validator.check_schema(printed)
    return printed


def test_rules_follow_the_schema_of_rules(cli: Cli) -> None:
    validator = Draft202012Validator(schema(cli, "rules"))
    for path in RULES.rglob("*.yaml"):
        validator.validate(yaml.safe_load(path.read_text("utf-8")))


def test_output(cli: Cli) -> None:
    assert schema(cli, "output")["title"] == "ReportOutput"


@pytest.mark.parametrize("arguments", [[], ["outputs"]])
def test_wrong_use(cli: Cli, arguments: list[str]) -> None:
    assert cli("schema", *arguments).status in (0, 2)
