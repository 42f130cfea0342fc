from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from replylint.findings import RunReport
from replylint.reporters.html import render
from tests.reporters.reports import HOSTILE, REPLY, VIEW, hostile, report, usual

VOID = {"meta", "input", "br"}
TAGS = VOID | {
    "html", "head", "title", "style", "body", "header", "main", "h1", "h2", "p", "div", "section",
    "table", "tr", "th", "td", "svg", "rect", "form", "label", "select", "option", "small", "mark",
    "ul", "li", "span", "script", "output",
}  # fmt: skip


class Page(HTMLParser):
    """A strict reader: every element closed in order; keeps tags, attributes, texts, marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.text[tag] = self.text.get(tag, "") + data


@pytest.mark.parametrize("of", [usual(), hostile(), report()], ids=["usual", "hostile", "empty"])
def test_well_formed_and_self_contained(of: RunReport) -> None:
    page = Page(render(of, VIEW))
    assert {tag for tag, _ in page.tags} <= TAGS
    assert [tag for tag, _ in page.tags].count("script") == 1
    for _, attributes in page.tags:
        assert not {name for name in attributes if name.startswith("on")}
        assert not {"src", "href", "style"} & set(attributes)


def test_policy_lets_only_our_own_run() -> None:
    text = render(usual(), VIEW)
    policy = re.search(r'Security-Policy" content="([^"]*)"', text)
    assert policy and policy[1].startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        held = re.search(f"<{tag}>(.*?)</{tag}>", text, re.S)
        assert held
        digest = b64encode(sha256(held[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_each_finding_in_its_text() -> None:
    page = Page(render(usual(), VIEW))
    assert page.text["mark"] == "ci scriva in privato 😀 con"
    assert REPLY in page.text["section"]
    assert ("li", {"data-rule": "no-solution", "data-severity": "warning"}) in page.tags


def test_overlapping_findings_keep_the_text() -> None:
    page = Page(render(hostile(), VIEW))
    marks = [attributes["class"] for tag, attributes in page.tags if tag == "mark"]
    assert marks == ["error"] * 3
    assert "<script>alert(1)</script>" in page.text["mark"]
    assert len(page.text["mark"]) == len(HOSTILE)


def test_charts_by_rule_and_folder_and_a_filter() -> None:
    page = Page(render(usual(), VIEW))
    assert "Per regola\nchannel-deflection1\nno-solution1\n" in page.text["section"]
    assert "Per cartella\ncasi2\n" in page.text["section"]
    assert {a["name"] for tag, a in page.tags if tag in ("select", "input")} == {
        "rule", "severity", "text",
    }  # fmt: skip


def test_nothing_acts_on_a_terminal() -> None:
    text = render(hostile(), VIEW)
    assert not set(text) & set("\x1b\x07\x9b\x00\x7f\r\u202e\u2066\u2028\ufeff\ud800")


@pytest.fixture
def browser_page() -> Iterator[Any]:
    """A page of a headless Chromium; skips where Playwright or a browser is not there.

    `CHROMIUM` names an executable; without it, the one that `playwright install` fetched is taken.
    """
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as tools:
        try:
            browser = tools.chromium.launch(
                executable_path=os.environ.get("CHROMIUM"),
                args=["--no-sandbox", "--single-process", "--no-zygote"],
            )
        except playwright.Error as error:
            pytest.skip(f"no Chromium: {error}")
        yield browser.new_page(viewport={"width": 420, "height": 800})
        browser.close()


def test_filter_in_a_browser_where_no_draft_acts(browser_page: Any, tmp_path: Path) -> None:
    trouble: list[str] = []
    browser_page.on("dialog", lambda dialog: trouble.append(dialog.message))
    browser_page.on("pageerror", lambda error: trouble.append(str(error)))
    browser_page.on("console", lambda message: trouble.append(message.text))
    path = tmp_path / "report.html"
    path.write_text(render(hostile(), VIEW), encoding="utf-8")
    browser_page.goto(path.as_uri())
    shown = browser_page.locator("li[data-rule]:visible")
    assert (shown.count(), browser_page.text_content("output")) == (2, "2 / 2")
    browser_page.select_option("select[name=severity]", "warning")
    assert (shown.count(), browser_page.text_content("output")) == (1, "1 / 2")
    browser_page.fill("input[name=text]", "non c'è")
    assert shown.count() == 0
    assert browser_page.locator(".no-match").is_visible()
    assert browser_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert trouble == []
