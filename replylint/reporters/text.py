"""`text`: for people at a terminal; the words underlined, what is wrong, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from replylint.findings import DraftReport, Finding, RunReport
from replylint.reporters.page import SEVERITY_STYLES, page, page_width
from replylint.reporters.snippet import snippet
from replylint.reporters.view import View, idle_lines, item_name, skipped_line, summary_line
from replylint.reporters.visible import one_line, visible_lines


def render(report: RunReport, view: View) -> str:
    """The report as a page of text, `view.width` columns wide."""
    return page(_blocks(report, view), view.width, view.colour)


def _blocks(report: RunReport, view: View) -> Iterator[RenderableType]:
    told: set[str] = set()
    for draft in report.drafts:
        if not draft.findings and not view.verbose:
            continue
        yield _heading(draft, view)
        if view.verbose:
            yield from _reading(draft, view)
        for finding in draft.findings:
            yield from _finding(draft, finding, view, finding.rule not in told)
            told.add(finding.rule)
        yield Text()
    if view.quiet:
        return
    for line in idle_lines(report, view):
        yield Text(one_line(line), style="yellow")
    skipped = skipped_line(report, view)
    if skipped:
        yield Text(one_line(skipped), style="dim")
    yield _summary(report, view)


def _heading(draft: DraftReport, view: View) -> Text:
    heading = Text(one_line(draft.draft.path), style="bold underline")
    name = item_name(draft)
    if name is not None:
        heading.append(f" · {one_line(name)}", style="bold not underline")
        heading.append(f" ({view.strings.line} {draft.draft.line})", style="not bold not underline")
    return heading


def _finding(
    draft: DraftReport, finding: Finding, view: View, first: bool
) -> Iterator[RenderableType]:
    """The place, the words, and the table of what, why (once a rule) and what to do."""
    style = SEVERITY_STYLES[finding.severity]
    head = Text(f"{finding.line}:{finding.column}", style="dim")
    head.append(f"  {view.strings.severities[finding.severity][0]}", style=f"not dim {style}")
    head.append(f"  {finding.rule}", style="not dim bold")
    yield Padding(head, (1, 0, 0, 2))
    lines = snippet(draft, finding, page_width(view.width) - 4, style)
    message = Text(visible_lines(finding.message).strip(), style="bold")
    yield Padding(Group(*lines, message, _explanation(finding, view, first)), (0, 0, 0, 4))


def _explanation(finding: Finding, view: View, first: bool) -> Table:
    words = view.strings
    rows: list[tuple[str, str]] = []
    if first:
        rows.append((words.why, view.why(finding.rule) or ""))
    rows.append((words.advice, finding.advice))
    if finding.evidence:
        rows.append((words.evidence, "; ".join(finding.evidence)))
    if first:
        rows.append((words.source, view.source(finding.source)))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, told in rows:
        if told.strip():
            table.add_row(name, Text(visible_lines(told).strip()))
    return table


def _reading(draft: DraftReport, view: View) -> Iterator[RenderableType]:
    """What was read in the draft: the customer, the acts, and whether all is well."""
    words = view.strings
    if draft.customer is not None:
        tone = words.tones[draft.customer.tone.value]
        kind = words.kinds.get(draft.customer.kind or "", "–")
        yield Padding(Text(f"{words.customer}: {kind}, {tone}", style="dim"), (0, 0, 0, 2))
    if draft.acts:
        acts = "; ".join(f"{act.act} «{one_line(act.quote)}»" for act in draft.acts)
        yield Padding(Text(f"{words.acts}: {acts}", style="dim"), (0, 0, 0, 2))
    if not draft.findings:
        yield Padding(Text(words.clean, style="green"), (0, 0, 0, 2))


def _summary(report: RunReport, view: View) -> Text:
    severities = {finding.severity for draft in report.drafts for finding in draft.findings}
    style = next((SEVERITY_STYLES[s] for s in SEVERITY_STYLES if s in severities), "bold green")
    return Text(summary_line(report, view), style=style)
