from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from replylint.cache import draft_key, setting_key
from replylint.conversation import Conversation, Draft, Message, Topic
from replylint.offsets import FilePlaces, stretch

WHEN = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
DRAFT = Draft(Conversation("Buongiorno.", (Message("customer", "Salve", WHEN),)), "a.txt")


def test_where_a_draft_stands_is_no_part_of_its_key() -> None:
    moved = replace(DRAFT, path="b.txt", line=7, places=FilePlaces(stretch(4, 11), (0, 4)))
    assert draft_key(moved) == draft_key(DRAFT)


@pytest.mark.parametrize(
    "change",
    [
        {"reply": "Buongiorno!"},
        {"reply": None},
        {"thread": ()},
        {"thread": (Message("agent", "Salve", WHEN),)},
        {"thread": (Message("customer", "Salve", WHEN, "ironic"),)},
        {"thread": (Message("customer", "Salve"),)},
        {"channel": "chat"},
        {"public": True},
        {"reply_at": WHEN},
        {"tone": "plain"},
        {"about": (Topic("data", "foto"),)},
        {"fragment": True},
        {"macro": True},
    ],
)
def test_all_that_is_judged_is(change: dict[str, object]) -> None:
    changed = replace(DRAFT, conversation=replace(DRAFT.conversation, **change))  # type: ignore[arg-type]
    assert draft_key(changed) != draft_key(DRAFT)
    assert draft_key(replace(DRAFT, markup="html")) != draft_key(DRAFT)


def test_any_text_has_a_key() -> None:
    assert len(draft_key(Draft(Conversation("\ud800 \x00 👏"), "-"))) == 32


def test_settings_differ_by_their_parts() -> None:
    assert setting_key(["a", "bc"]) != setting_key(["ab", "c"])
    assert setting_key(["a"]) == setting_key(["a"])
