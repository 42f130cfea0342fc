from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from replylint.engine.learned_acts import Side
from replylint.engine.reading import Reading
from replylint.engine.ruleset import RuleSet, build_ruleset, rule_files
from replylint.engine.selftest import SelfTest, run_selftest
from replylint.linter import Linter
from tests.engine.conftest import RULES


def selftest(ruleset: RuleSet, monkeypatch: pytest.MonkeyPatch) -> SelfTest:
    monkeypatch.setattr("replylint.linter.load_rules", lambda _: ruleset)
    return run_selftest(Linter())


def test_examples_that_hold(ruleset: RuleSet, monkeypatch: pytest.MonkeyPatch) -> None:
    found = selftest(ruleset, monkeypatch)
    assert found.failures == ()
    assert len(found.results) == 66
    assert found.idle_patterns == ("gauge irony: marks.tokens[1]",)


def test_of_one_folder_only_its_own_examples_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (RULES / "acts" / "thanks.yaml").read_text("utf-8").replace("act: thanks", "act: mine")
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "mine.yaml").write_text(text.replace('["grazie"]', '["mersi"]'), "utf-8")
    ruleset = build_ruleset([*rule_files(RULES), *rule_files(tmp_path)])
    monkeypatch.setattr("replylint.linter.load_rules", lambda _: ruleset)
    linter = Linter()
    texts: list[str] = []
    read_all = linter.reader.read_all

    def noted(given: Iterable[tuple[str, Side]]) -> Iterator[Reading]:
        given = list(given)
        texts.extend(text for text, _ in given)
        return read_all(given)

    monkeypatch.setattr(linter.reader, "read_all", noted)
    found = run_selftest(linter, tmp_path)
    assert [result.text for result in found.results] == texts
    assert {result.name for result in found.results} == {"mine"}
    assert found.idle_patterns == ("mine: phrases[0]",)


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("acts/redirect.yaml", "Ci mandi una mail", "Ci mandi una foto", "not found; found: "),
        (
            "acts/redirect.yaml",
            "set: {to: messaging}}\n    - La",
            "set: {to: x}}\n    - La",
            "attri",
        ),
        ("acts/redirect.yaml", "quote: Ci scriva in privato", "quote: per favore", None),
        ("acts/redirect.yaml", "quote: Ci scriva in privato", "quote: xyz", "found elsewhere"),
        ("acts/thanks.yaml", "passes: [Buongiorno.", "passes: [Grazie.", "found in 'Grazie'"),
        ("gauges/irony.yaml", "Grazie mille.", "Bravissimi 👏.", "score 2.5 of 2, from 'false-pr"),
        ("gauges/irony.yaml", "Complimenti davvero 🙃", "Ok", "score 0 of 2, from nothing"),
        ("channel-deflection.yaml", "quote: in privato", "quote: xyz", "underlines 'Ci scriva in"),
        (
            "channel-deflection.yaml",
            "- Il pacco arriva domani.",
            "- Mi chiami al telefono.",
            "fires",
        ),
        (
            "channel-deflection.yaml",
            "- La invitiamo a scriverci una mail.",
            "- Ok.",
            "stays silent",
        ),
        ("missing-apology.yaml", "customer: L'app", "channel: chat, quote: L'app", "skipped: it"),
    ],
)
def test_examples_that_do_not(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    old: str,
    new: str,
    problem: str | None,
) -> None:
    folder = Path(shutil.copytree(RULES, tmp_path / "rules"))
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    failures = selftest(build_ruleset(rule_files(folder)), monkeypatch).failures
    if problem is None:
        assert failures == ()
    else:
        (failure,) = failures
        assert failure.problem is not None
        assert failure.problem.startswith(problem)
        assert failure.path == str(folder / name)
