"""Waiting times are settings: `late-reply` and `no-reply` as they ship, under other thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest

from replylint import Conversation, Linter, Message
from replylint.conversation import Channel
from replylint.language import pipeline
from tests.cli.conftest import load_once

NINE = datetime(2026, 3, 2, 9)
QUESTION = "A che ora aprite?"
COMPLAINT = "Linea guasta da ieri, è una vergogna!"


@pytest.fixture(autouse=True)
def one_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", load_once)


def found(
    reply: str | None,
    hours: float,
    thresholds: Mapping[str, float],
    channel: Channel = "chat",
    text: str = QUESTION,
) -> list[tuple[str, str]]:
    linter = Linter(select=["late-reply", "no-reply"], thresholds=thresholds)
    thread = (Message("customer", text, NINE),)
    now = NINE + timedelta(hours=hours)
    report = linter.check(Conversation(reply, thread, channel=channel, reply_at=now))
    return [(finding.rule, finding.severity) for finding in report.findings]


WARNING, ERROR = [("late-reply", "warning")], [("late-reply", "error")]


@pytest.mark.parametrize(
    ("hours", "thresholds", "late"),
    [
        (5, {}, []),
        (5.1, {}, WARNING),
        (24, {}, WARNING),
        (24.1, {}, ERROR),
        (5, {"wait-acceptable": 4}, WARNING),
        (5.1, {"wait-acceptable": 6}, []),
        (12, {"wait-late": 10}, ERROR),
        (30, {"wait-late": 30}, WARNING),
        (5.1, {"wait-acceptable-email": 6, "wait-late-email": 6}, WARNING),
    ],
)
def test_late_reply(
    hours: float, thresholds: Mapping[str, float], late: list[tuple[str, str]]
) -> None:
    assert found("Alle 9.", hours, thresholds) == late


@pytest.mark.parametrize(
    ("hours", "thresholds", "late"),
    [
        (24, {}, []),
        (24.1, {}, WARNING),
        (48.1, {}, ERROR),
        (24, {"wait-acceptable-email": 8}, WARNING),
        (24.1, {"wait-acceptable-email": 36}, []),
        (40, {"wait-late-email": 36}, ERROR),
        (48.1, {"wait-late-email": 72}, WARNING),
    ],
)
def test_late_reply_by_email(
    hours: float, thresholds: Mapping[str, float], late: list[tuple[str, str]]
) -> None:
    for text in (QUESTION, COMPLAINT):
        assert found("Alle 9.", hours, thresholds, "email", text) == late


@pytest.mark.parametrize(
    ("hours", "thresholds", "late"),
    [
        (2.5, {}, []),
        (2.6, {}, WARNING),
        (12, {}, WARNING),
        (12.1, {}, ERROR),
        (2.5, {"wait-acceptable": 4}, WARNING),
        (2.6, {"wait-acceptable": 6}, []),
        (6, {"wait-late": 10}, ERROR),
    ],
)
def test_a_complaint_may_wait_half_as_long(
    hours: float, thresholds: Mapping[str, float], late: list[tuple[str, str]]
) -> None:
    assert found("La linea è tornata.", hours, thresholds, text=COMPLAINT) == late


@pytest.mark.parametrize(
    ("hours", "thresholds", "channel", "text", "fires"),
    [
        (5, {}, "chat", QUESTION, False),
        (5.1, {}, "chat", QUESTION, True),
        (2.6, {}, "social", COMPLAINT, True),
        (24.1, {}, "email", COMPLAINT, True),
        (5, {"wait-acceptable": 4}, "chat", QUESTION, True),
        (5.1, {"wait-acceptable": 6}, "chat", QUESTION, False),
        (2.6, {"wait-acceptable": 6}, "social", COMPLAINT, False),
        (24, {"wait-acceptable-email": 8}, "email", COMPLAINT, True),
        (24.1, {"wait-acceptable-email": 36}, "email", COMPLAINT, False),
    ],
)
def test_no_reply(
    hours: float, thresholds: Mapping[str, float], channel: Channel, text: str, fires: bool
) -> None:
    silence = found(None, hours, thresholds, channel, text)
    assert silence == ([("no-reply", "error")] if fires else [])


def test_reports_are_kept_apart_by_their_waiting_times() -> None:
    settings = [Linter(thresholds=hours).setting for hours in ({}, {"wait-late": 12})]
    assert settings[0] != settings[1]
