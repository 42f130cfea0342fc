from __future__ import annotations

from typing import get_args

from replylint.language.frames import Role
from tests.language.frame_cases import FIELD_OF, topics


def written() -> list[str]:
    return [
        value
        for entries in topics().values()
        for case in entries
        for frame in case.frames
        for value in frame.split()[1:]
    ]


def test_every_value_of_a_frame_is_tried() -> None:
    tried = set(written())
    assert set(FIELD_OF) - {"none"} <= tried
    assert {value.partition("=")[0] for value in tried} >= set(get_args(Role)) - {
        "manner",
        "complement",
        "other",
    }


def test_most_sentences_are_read_right_and_none_is_twice_there() -> None:
    entries = [case for cases in topics().values() for case in cases]
    assert len({(case.text, case.speaker) for case in entries}) == len(entries) >= 300
    assert sum(case.todo for case in entries) <= len(entries) / 10
