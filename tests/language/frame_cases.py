"""The sentences of frames.yaml as test parameters, and how a frame is held against them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from _pytest.mark import ParameterSet
from spacy.language import Language

from replylint.language.frames import (
    Agent,
    Force,
    Frame,
    Modality,
    Polarity,
    Role,
    Standing,
    Time,
)
from replylint.language.parsing import Parsed, read
from replylint.language.pipeline import load
from replylint.language.voices import Speaker

_FIELDS = {
    "agent": Agent,
    "force": Force,
    "polarity": Polarity,
    "time": Time,
    "modality": Modality,
    "standing": Standing,
}
FIELD_OF = {value: field for field, values in _FIELDS.items() for value in get_args(values)}
"""Each value names its field, for no two fields share one."""


@dataclass(frozen=True, slots=True)
class FrameCase:
    """A sentence, the frames that it must have, and who says it."""

    text: str
    frames: tuple[str, ...]
    speaker: Speaker
    todo: bool


@cache
def topics() -> dict[str, tuple[FrameCase, ...]]:
    """All cases, by topic."""
    raw: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        Path(__file__).with_name("frames.yaml").read_text(encoding="utf-8")
    )
    return {
        topic: tuple(
            FrameCase(
                entry["text"],
                tuple(entry["frames"]),
                entry.get("speaker", "company"),
                entry.get("todo", False),
            )
            for entry in entries
        )
        for topic, entries in raw.items()
    }


def cases(*names: str) -> list[ParameterSet]:
    """The parameters of some topics; what is misread today is expected to fail, strictly."""
    return [
        pytest.param(
            case, id=case.text, marks=[pytest.mark.xfail(strict=True)] if case.todo else []
        )
        for name in names
        for case in topics()[name]
    ]


@cache
def pipeline() -> Language:
    """The bundled pipeline, loaded once for all frame tests."""
    return load()


def parsed(text: str, speaker: Speaker = "company") -> Parsed:
    """Parse one text."""
    return read(pipeline()(text), speaker)


def check(case: FrameCase) -> None:
    """Assert that every listed frame is among those of the text."""
    frames = parsed(case.text, case.speaker).frames
    for wanted in case.frames:
        assert any(not differences(frame, wanted) for frame in frames), (
            wanted,
            {frame.predicate: differences(frame, wanted) for frame in frames},
        )


def differences(frame: Frame, wanted: str) -> list[str]:
    """What of a written frame does not hold for a frame."""
    predicate, *values = wanted.split()
    wrong = [] if frame.predicate in predicate.split("|") else [predicate]
    return wrong + [value for value in values if not _holds(frame, value)]


def _holds(frame: Frame, value: str) -> bool:
    name, _, word = value.partition("=")
    if name == "nonverbal":
        return not frame.verbal
    if name == "light":
        return frame.light == word
    if name == "clitics":
        return set(word.split(",")) <= set(frame.clitics)
    if name in get_args(Role):
        lemmas = {argument.lemma.lower() for argument in frame.arguments if argument.role == name}
        return word.lower() in lemmas
    return bool(getattr(frame, FIELD_OF[name]) == name)
