"""`html`: one self-contained page; charts by rule and folder, a filter, each finding in its text.

Nothing is loaded from elsewhere, and a Content-Security-Policy lets only our own style and script
run, so that a draft could not act even if an escape were forgotten.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import PurePosixPath

from replylint.findings import SEVERITIES, DraftReport, Finding, RunReport
from replylint.reporters.marked import marked
from replylint.reporters.view import View, all_findings, item_name, skipped_line, summary_line
from replylint.reporters.visible import inert, one_line, visible_lines

_MOST_BARS = 20


def render(report: RunReport, view: View) -> str:
    """The page."""
    return inert("\n".join([*_head(view), *_body(report, view), "</html>", ""]))


def _head(view: View) -> Iterator[str]:
    style = _asset("report.css")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(_asset('report.js'))}'"
    )
    yield "<!doctype html>"
    yield f'<html lang="{view.lang}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(view.strings.title)} – replylint</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _body(report: RunReport, view: View) -> Iterator[str]:
    words = view.strings
    yield "<body>"
    yield f"<header><h1>{_text(words.title)}</h1>"
    yield f'<p class="summary">{_text(summary_line(report, view))}</p></header>'
    yield "<main>"
    findings = all_findings(report)
    if findings:
        yield from _charts(findings, view)
        yield from _filter(findings, view)
    for draft in report.drafts:
        if draft.findings:
            yield from _draft(draft, view)
    yield f'<p class="no-match" hidden>{_text(words.no_match)}</p>'
    for problem in report.problems:
        yield f'<p class="problems">{_text(problem.in_language(view.lang))}</p>'
    skipped = skipped_line(report, view)
    if skipped:
        yield f'<p class="skipped">{_text(skipped)}</p>'
    yield "</main>"
    yield f"<script>{_asset('report.js')}</script>"
    yield "</body>"


def _charts(findings: list[tuple[DraftReport, Finding]], view: View) -> Iterator[str]:
    yield '<div class="charts">'
    yield from _chart(view.strings.by_rule, Counter(finding.rule for _, finding in findings))
    folders = Counter(_folder(draft.draft.path) for draft, _ in findings)
    yield from _chart(view.strings.by_folder, folders)
    yield "</div>"


def _chart(title: str, counts: Counter[str]) -> Iterator[str]:
    """A bar a name, as a table so that it can be read without the bars."""
    most = max(counts.values())
    yield f'<section class="chart"><h2>{_text(title)}</h2><table>'
    for name, number in counts.most_common(_MOST_BARS):
        share = 100 * number / most
        yield (
            f'<tr><th scope="row">{_text(name)}</th><td><svg aria-hidden="true">'
            f'<rect width="{share:.1f}%" height="100%" rx="2"></rect></svg></td>'
            f'<td class="number">{number}</td></tr>'
        )
    yield "</table></section>"


def _filter(findings: list[tuple[DraftReport, Finding]], view: View) -> Iterator[str]:
    words = view.strings
    rules = {rule: rule for rule in sorted({finding.rule for _, finding in findings})}
    present = {finding.severity for _, finding in findings}
    severities: dict[str, str] = {
        severity: words.severities[severity][0]
        for severity in reversed(SEVERITIES)
        if severity in present
    }
    yield "<form>"
    yield _select("rule", words.rule, rules, words.all)
    yield _select("severity", words.severity, severities, words.all)
    yield f'<label>{_text(words.filter)} <input type="search" name="text"></label>'
    yield "<output></output></form>"


def _select(name: str, label: str, choices: dict[str, str], everything: str) -> str:
    options = "".join(f'<option value="{_text(k)}">{_text(v)}</option>' for k, v in choices.items())
    return (
        f'<label>{_text(label)} <select name="{name}">'
        f'<option value="">{_text(everything)}</option>{options}</select></label>'
    )


def _draft(report: DraftReport, view: View) -> Iterator[str]:
    name = item_name(report)
    yield '<section class="draft">'
    title = _text(report.draft.path)
    yield f"<h2>{title}{'' if name is None else f' <small>{_text(name)}</small>'}</h2>"
    reply = report.draft.conversation.reply
    if reply:
        yield f'<div class="reply">{marked(reply, report.findings)}</div>'
    yield '<ul class="findings">'
    for finding in report.findings:
        yield from _finding(finding, view)
    yield "</ul></section>"


def _finding(finding: Finding, view: View) -> Iterator[str]:
    severity = finding.severity
    yield f'<li data-rule="{_text(finding.rule)}" data-severity="{severity}">'
    yield (
        f'<span class="severity {severity}">{_text(view.strings.severities[severity][0])}</span> '
        f'<span class="rule">{_text(finding.rule)}</span> '
        f'<span class="place">{_text(view.strings.line)} {finding.line}</span>'
    )
    yield f'<p class="message">{escape(visible_lines(finding.message))}</p>'
    if finding.advice:
        yield f"<p>{_text(view.strings.advice)}: {escape(visible_lines(finding.advice))}</p>"
    yield f'<p class="source">{_text(view.source(finding.source))}</p></li>'


def _folder(path: str) -> str:
    return str(PurePosixPath(path.replace("\\", "/")).parent)


def _text(text: str) -> str:
    return escape(one_line(text))


def _asset(name: str) -> str:
    return files("replylint.reporters").joinpath("assets", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
