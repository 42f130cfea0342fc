from __future__ import annotations

import pytest

from tests.language.frame_cases import FrameCase, cases, check, parsed


@pytest.mark.parametrize("case", cases("nominal", "ellipsis", "gerunds"))
def test_reading(case: FrameCase) -> None:
    check(case)


def test_frames_of_several_sentences_know_theirs() -> None:
    frames = parsed("Ci scusiamo. La chiamiamo domani. Buona serata.").frames
    assert [frame.sentence for frame in frames] == [0, 1, 2]


def test_surer_by_form_than_by_guess() -> None:
    (spoken,) = parsed("Verifichiamo.").frames
    (guessed,) = parsed("Il collega verifica.").frames
    assert guessed.certainty < spoken.certainty == 1.0
