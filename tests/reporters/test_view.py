from __future__ import annotations

import pytest

from replylint.findings import DraftReport, Skipped, Source
from replylint.reporters import reporter
from replylint.reporters.strings import Lang, count
from replylint.reporters.view import View, skipped_line, summary_line
from tests.reporters.reports import draft, problem, report, usual

LANGS: tuple[Lang, ...] = ("it", "en")


def test_summary_counts_in_words() -> None:
    assert summary_line(usual(), View()) == (
        "2 bozze: 1 errore, 1 avviso, 1 regola saltata, 1 problema di lettura"
    )
    assert summary_line(usual(), View(lang="en")) == (
        "2 drafts: 1 error, 1 warning, 1 rule skipped, 1 input problem"
    )


def test_nothing_found_is_said() -> None:
    assert summary_line(report(DraftReport(draft())), View()) == "1 bozza: niente da segnalare"


def test_no_draft_is_said() -> None:
    assert summary_line(report(), View()) == "nessuna bozza trovata"
    unread = report(problems=(problem("a", None, "b"), problem("a", 2, "c")))
    assert summary_line(unread, View(lang="en")) == "no draft found, 2 input problems"


@pytest.mark.parametrize("name", ["checkstyle", "github", "html", "junit", "markdown", "sarif"])
def test_problems_are_told_in_the_language_of_the_view(name: str) -> None:
    it, en = (reporter(name)(usual(), View(lang)) for lang in LANGS)
    assert "manca una virgola" in it
    assert "a comma is missing" in en and "manca una virgola" not in en


def test_skipped_rules_are_grouped_by_what_they_lack() -> None:
    skips = (Skipped("a", "il messaggio"), Skipped("b", "il canale"), Skipped("c", "il messaggio"))
    one = report(DraftReport(draft(), skipped=skips), DraftReport(draft(), skipped=skips))
    assert skipped_line(one, View()) == (
        "Regole saltate: a, c (serve: il messaggio); b (serve: il canale)"
    )
    assert skipped_line(report(), View()) is None


def test_source_without_section() -> None:
    assert View().source(Source("Articolo")) == "Articolo"
    assert View(lang="en").source(Source("Articolo", "2")) == "Articolo, section 2"


def test_count_agrees() -> None:
    assert [count(n, ("bozza", "bozze")) for n in (0, 1, 2)] == ["0 bozze", "1 bozza", "2 bozze"]
