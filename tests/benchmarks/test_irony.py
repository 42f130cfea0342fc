"""The benchmark of irony on messages of its own, through the real command."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import irony

SAID = {
    "ironic": "Complimenti, tre ore in coda per un timbro. Un record! 👏👏",
    "plain": "Da lunedì non va la linea e nessuno risponde al telefono.",
    "request": "A che ora apre lo sportello di via Roma?",
    "compliment": "Tutto perfetto, personale gentilissimo. Grazie!",
}


def written(folder: Path, *messages: dict[str, str]) -> Path:
    path = folder / "said.jsonl"
    path.write_text("\n".join(map(json.dumps, messages)), encoding="utf-8")
    return path


def test_each_kind_is_counted_by_its_tone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    messages = [{"id": kind, "kind": kind, "text": text} for kind, text in SAID.items()]
    assert irony.main([str(written(tmp_path, *messages))]) == 0
    said = capsys.readouterr().out
    assert said.startswith("## said")
    assert "| ironic | 1 | 1.00 (0.21–1.00) | 0.00 (0.00–0.79) |" in said
    assert "| compliment | 1 | 0.00 (0.00–0.79) |" in said


def test_precision_is_that_of_the_complaints() -> None:
    counts = Counter({("ironic", "ironic"): 3, ("plain", "ironic"): 1, ("request", "ironic"): 9})
    assert "called ironic, 0.75 (" in irony.summary(counts)


def test_a_line_that_is_no_message_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, {"id": "a", "kind": "rude", "text": "Ciao"})
    assert irony.main([str(path)]) == 2
    assert f"{path}:1: no message" in capsys.readouterr().err
