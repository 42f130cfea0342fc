from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from replylint.findings import DraftReport, RunReport
from replylint.reporters.markdown import render
from tests.reporters.reports import HOSTILE, VIEW, draft, finding, hostile, report, usual


def html(of: RunReport) -> str:
    """The page as a reader of GitHub's Markdown shows it, raw HTML let through."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(render(of, VIEW))


def test_table_and_list() -> None:
    page = html(usual())
    assert "<td>channel-deflection</td>" in page
    assert "<code>casi/risposta.txt</code> · tw-17" in page
    assert "<code>ci scriva in privato 😀 con</code>" in page
    assert page.count("<li>") == 3  # two findings and one problem


def test_a_draft_cannot_act() -> None:
    page = html(hostile())
    for tag in ("<script", "<img", "<a ", "</style", "<strong>md"):
        assert tag not in page
    assert "&lt;script&gt;" in page
    outside_code = page.replace("<code>", "\0<").split("\0")
    assert outside_code
    assert not set(page) & set("\x1b\x07\x9b\x00\x7f\r\u202e\u2066\u2028\ufeff\ud800")


@pytest.mark.parametrize("text", ["a`b", "``", "`a", HOSTILE, "# a", "- a", "1. a", "| a |"])
def test_quotes_are_shown_as_they_are(text: str) -> None:
    one = draft(text)
    page = html(report(DraftReport(one, findings=(finding(one, text),))))
    assert page.count("<blockquote>") == 1
    assert page.count("<h1") == 0


def test_many_findings_are_cut() -> None:
    one = draft()
    page = render(report(DraftReport(one, findings=(finding(one, "privato"),) * 510)), VIEW)
    assert "altre 10 segnalazioni non sono elencate" in page


def test_nothing_found() -> None:
    assert render(report(DraftReport(draft())), VIEW) == (
        "## Controllo delle risposte\n\n**1 bozza: niente da segnalare**\n"
    )
