from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from replylint.isotime import iso_time

ROME = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-03-02", datetime(2026, 3, 2)),
        ("2026-03-02 09:10", datetime(2026, 3, 2, 9, 10)),
        (" 2026-03-02T09:10:00 ", datetime(2026, 3, 2, 9, 10)),
        ("2026-03-02T09:10:00Z", datetime(2026, 3, 2, 9, 10, tzinfo=timezone.utc)),
        ("2026-03-02T09:10:00.5Z", datetime(2026, 3, 2, 9, 10, 0, 500_000, timezone.utc)),
        ("2026-03-02T09:10:00,123Z", datetime(2026, 3, 2, 9, 10, 0, 123_000, timezone.utc)),
        ("2026-03-02T09:10:00.1234567+01:00", datetime(2026, 3, 2, 9, 10, 0, 123_456, ROME)),
        ("2026-03-02T09:10:00+0100", datetime(2026, 3, 2, 9, 10, tzinfo=ROME)),
        ("2026-03-02T09:10+01", datetime(2026, 3, 2, 9, 10, tzinfo=ROME)),
        ("2026-03-02T09:10:00 Z", datetime(2026, 3, 2, 9, 10, tzinfo=timezone.utc)),
        ("2026-03-02T09z", datetime(2026, 3, 2, 9, tzinfo=timezone.utc)),
    ],
)
def test_times_as_other_programs_write_them(text: str, time: datetime) -> None:
    found = iso_time(text)
    assert found == time
    assert found is not None
    assert found.utcoffset() == time.utcoffset()


@pytest.mark.parametrize(
    "text", ["", "ieri", "2026-02-30", "09:10", "2026-03-02T25:00", "12/3/2026"]
)
def test_what_is_no_time(text: str) -> None:
    assert iso_time(text) is None
