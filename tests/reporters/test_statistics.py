from __future__ import annotations

from replylint.reporters.statistics import render
from replylint.reporters.view import View
from tests.reporters import reports


def test_most_frequent_first() -> None:
    lines = render(reports.usual(), View()).splitlines()
    counts = [int(line.split("\t")[0]) for line in lines]
    assert counts == sorted(counts, reverse=True)
    assert all(line.count("\t") == 3 for line in lines)
