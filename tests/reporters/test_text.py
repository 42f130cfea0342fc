from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from rich.cells import cell_len
from rich.text import Text

from replylint.findings import DraftReport
from replylint.reporters.text import render
from replylint.reporters.view import View
from tests.reporters.reports import CARD, REPLY, VIEW, draft, finding, hostile, report, usual

WIDTHS = (60, 100, 200)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_page(width: int) -> None:
    for one in (usual(), hostile()):
        page = render(one, replace(VIEW, width=width, verbose=True))
        assert max(cell_len(line) for line in page.split("\n")) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_carets_stand_under_the_words(width: int) -> None:
    lines = render(usual(), replace(VIEW, width=width)).split("\n")
    told = ""
    for above, below in pairwise(lines):
        if "^" in below:
            low = below.index("^")
            high = low + below.count("^")
            cells = "".join(sign + "\0" * (cell_len(sign) - 1) for sign in above)
            told += cells[low:high].replace("\0", "") + " "
    assert told.split() == ["ci", "scriva", "in", "privato", "😀", "con"]


def test_says_what_why_what_to_do_and_where_from() -> None:
    page = render(usual(), VIEW)
    assert "casi/risposta.txt · tw-17" in page
    assert "2:84  errore  channel-deflection" in page
    for told in ("Manda il cliente altrove.", "perché", "ripetere tutto", "cosa fare", "sezione 4"):
        assert told in page
    assert "buona.txt" not in page
    assert page.endswith(
        "Regole saltate: late-reply (serve: gli orari)\n"
        "2 bozze: 1 errore, 1 avviso, 1 regola saltata, 1 problema di lettura\n"
    )


def test_in_english() -> None:
    page = render(usual(), replace(VIEW, lang="en"))
    assert "error  channel-deflection" in page
    assert "what to do" in page


def test_why_is_told_once_a_rule() -> None:
    one = draft()
    twice = DraftReport(one, findings=(finding(one, "privato"), finding(one, "scriva")))
    assert render(report(twice), VIEW).count(CARD.why[:20]) == 1


def test_verbose_tells_the_reading_and_good_drafts() -> None:
    page = render(usual(), replace(VIEW, verbose=True))
    assert "cliente: reclamo, ironico" in page
    assert "atti: redirect" in page
    assert "buona.txt\n  a posto" in page


def test_quiet_is_findings_only() -> None:
    assert "bozze" not in render(usual(), replace(VIEW, quiet=True))
    assert render(report(DraftReport(draft())), View(quiet=True)) == ""


def test_colour_only_when_asked() -> None:
    assert "\x1b" not in render(usual(), VIEW)
    coloured = render(usual(), replace(VIEW, colour=True))
    assert "\x1b[" in coloured
    plain = Text.from_ansi(coloured).plain
    assert plain.replace("\n", "") == render(usual(), VIEW).replace("\n", "")


def test_a_draft_cannot_act() -> None:
    page = render(hostile(), replace(VIEW, verbose=True))
    assert "[bold]in[/bold]" in page
    assert not set(page) & set("\x1b\x07\x9b\x00\x7f\r\u202e\u2066\u2028\ufeff\ud800")
    coloured = render(hostile(), replace(VIEW, colour=True))
    assert "\x1b[2J" not in coloured and "]8;;" not in coloured.replace("␛]8;;", "")


def test_long_findings_are_cut() -> None:
    long = draft("parola " * 500)
    page = render(report(DraftReport(long, findings=(finding(long, "parola " * 499),))), VIEW)
    assert sum("^" in line for line in page.split("\n")) == 6
    assert "│ …" in page


def test_lines_of_the_file_are_numbered() -> None:
    one = draft()
    both = finding(one, REPLY[5:40])
    page = render(report(DraftReport(one, findings=(both,))), VIEW)
    assert "1 │ Gentile Cliente," in page and "2 │ la informiamo" in page
