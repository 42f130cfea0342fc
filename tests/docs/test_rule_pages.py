"""The pages of the rules say what the rule files say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

from replylint.engine.ruleset import load_rules
from replylint.measured import measurements

ROOT = Path(__file__).parents[2]


def test_the_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docs.rule_pages", "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_every_rule_tells_its_limits() -> None:
    rules = load_rules().rules
    assert [name for name, rule in rules.items() if rule.limits is None] == []


def test_categories_and_figures_are_of_rules_that_exist() -> None:
    categories = yaml.safe_load((ROOT / "docs" / "categories.yaml").read_text("utf-8"))
    assert {*categories, *measurements()} <= set(load_rules().rules)


def test_the_command_shows_limits_and_figures() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "replylint", "rule", "no-solution", "--lang", "en"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert "Limits: It does not know whether the solution is right" in done.stdout
    assert "Measured on replies never seen before: written for the measurement, " in done.stdout
