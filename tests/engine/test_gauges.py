from __future__ import annotations

from tests.engine.conftest import ReadText


def test_cues_add_up_and_are_kept(read_text: ReadText) -> None:
    reading = read_text("Bravissimi, complimenti davvero 👏 🙃", "customer").gauge("irony")
    assert reading.score == 3.5
    assert reading.reached
    assert [hit.cue for hit in reading.hits] == ["false-praise", "applause", "applause"]


def test_a_cue_counts_at_most_so_often(read_text: ReadText) -> None:
    reading = read_text("Bravissimi. Bravissimi. Complimenti davvero.", "customer").gauge("irony")
    assert reading.score == 1.5


def test_nothing_is_nothing(read_text: ReadText) -> None:
    reading = read_text("Il pacco arriva.").gauge("formality")
    assert (reading.score, reading.reached, reading.hits) == (0, False, ())
