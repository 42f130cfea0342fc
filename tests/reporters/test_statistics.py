from __future__ import annotations

from replylint.findings import DraftReport
from replylint.reporters.statistics import render
from tests.reporters.reports import CARD, VIEW, draft, finding, report


def test_most_frequent_first_and_then_by_name() -> None:
    bad = draft()
    rules = ("no-solution", "channel-deflection", "too-formal", "no-solution")
    found = tuple(finding(bad, None, rule) for rule in rules)
    mild = finding(bad, None, "channel-deflection", "warning")
    text = render(report(DraftReport(bad, None, (), (*found, mild))), VIEW)
    assert text.splitlines() == [
        "2\terror\tno-solution\t",
        f"1\terror\tchannel-deflection\t{CARD.about}",
        f"1\twarning\tchannel-deflection\t{CARD.about}",
        "1\terror\ttoo-formal\t",
    ]
