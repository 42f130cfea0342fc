"""The benchmark on labelled cases of its own, through the real command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import quality
from benchmarks.cases import LabelsError, half_of, read_cases
from benchmarks.scoring import score
from benchmarks.systems import Run, RunError, run_baseline, run_replylint
from benchmarks.tables import by_rule

LABELLED = [
    {
        "id": "a-1",
        "channel": "social",
        "thread": [
            {"author": "customer", "at": None, "text": "Linea guasta da tre giorni."},
            {"author": "agent", "at": None, "text": "Ci scusiamo, stiamo verificando."},
            {"author": "customer", "at": None, "text": "E allora? Sempre tutto fermo."},
        ],
        "reply": "Abbiamo provveduto a rimuovere il suo commento dalla nostra pagina.",
        "expect": [
            {"rule": "deletes-criticism", "quote": "rimuovere il suo commento"},
            {"rule": "no-solution", "quote": None},
        ],
        "hints": ["no-follow-up"],
        "maybe": ["no-apology", "off-topic", "ignores-history"],
    },
    {
        "id": "a-2",
        "channel": None,
        "thread": [],
        "reply": "Buongiorno Anna, il rimborso di 30 euro è partito stamattina.",
        "expect": [],
    },
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = "\n".join(json.dumps(case, ensure_ascii=False) for case in LABELLED)
    (tmp_path / "dev.jsonl").write_text(f"{lines}\n\n", encoding="utf-8")
    (tmp_path / "acts.jsonl").write_text('{"text": "Ciao", "acts": ["greeting"]}\n')
    return tmp_path


def test_cases_of_a_folder_go_through_the_command(folder: Path) -> None:
    cases = read_cases([folder])
    assert [case.key for case in cases] == ["written/a-1", "written/a-2"]
    assert "expect" not in cases[0].conversation
    scored = score(run_replylint(cases), cases)
    assert scored.rules["deletes-criticism"].hits == 1
    assert scored.rules["deletes-criticism"].placed == 1
    assert not {"no-apology", "off-topic", "ignores-history"} & set(scored.rules)
    assert (scored.clean.some, scored.clean.all) == (0, 1)


def test_the_baseline_sees_the_text_alone(folder: Path) -> None:
    cases = read_cases([folder])
    scored = score(run_baseline(cases), cases)
    assert scored.rules["deletes-criticism"].hits == 1
    assert scored.rules["no-follow-up"].missed == 1


def test_printed_tables(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.quality", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "| `deletes-criticism` | 1 | 0 | 0 | 1.00 (0.21–1.00)" in done.stdout
    assert "regular expressions" in done.stdout


def test_published_figures(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = read_cases([folder])
    run = Run("replylint", "0123", {case.key: () for case in cases})
    parts = quality.scored(cases, run, run)
    page = tmp_path / "quality.md"
    page.write_text(f"before\n{quality.BEGIN}old\n{quality.END}after\n", encoding="utf-8")
    for name, path in (("PAGE", page), ("TABLES", tmp_path / "t"), ("MEASURED", tmp_path / "m")):
        monkeypatch.setattr(quality, name, path)
    monkeypatch.setattr(quality, "write_rule_pages", lambda _: 0)
    quality.publish(parts, run.rules)
    text = page.read_text("utf-8")
    assert text.startswith("before\n") and text.endswith("after\n") and "old" not in text
    assert by_rule(parts[0]) in (tmp_path / "t").read_text("utf-8")
    counts = json.loads((tmp_path / "m").read_text("utf-8"))["rules"]["no-solution"]
    assert [row["missed"] for row in counts] == [1]


def test_halves_are_a_matter_of_the_id() -> None:
    assert {half_of(f"d-{number}") for number in range(20)} == {"tuned on", "unseen"}
    assert half_of("d-001") == half_of("d-001") == "tuned on"


@pytest.mark.parametrize(
    "line", ["{", '{"expect": []}', '{"id": "x", "expect": [1]}', '{"id": "x", "expect": [{}]}']
)
def test_bad_cases_are_told_with_their_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(LabelsError, match=r"mine\.jsonl:2: "):
        read_cases([path])


def test_nothing_labelled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quality.main([str(tmp_path)]) == 2
    assert "no labelled case" in capsys.readouterr().err


def test_what_the_command_refuses_is_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    case = {"id": "x", "channel": "pigeon", "reply": "Ciao", "expect": []}
    path.write_text(json.dumps(case), encoding="utf-8")
    with pytest.raises(RunError, match="channel"):
        run_replylint(read_cases([path]))
