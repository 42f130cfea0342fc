"""What `test` shows: the examples that did not come out as their rule file says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from replylint.reporters.page import page
from replylint.reporters.strings import count
from replylint.reporters.view import View
from replylint.reporters.visible import one_line

if TYPE_CHECKING:
    from replylint.engine.selftest import ExampleResult, SelfTest


def render(selftest: SelfTest, view: View) -> str:
    """A page of the failures; `view.verbose` adds the patterns that no example matches."""
    return page(_blocks(selftest, view), view.width, view.colour)


def _blocks(selftest: SelfTest, view: View) -> Iterator[RenderableType]:
    words = view.strings
    for failure in selftest.failures:
        yield from _failure(failure)
    if view.verbose:
        yield from (Text(f"{one_line(label)}: {words.idle}") for label in selftest.idle_patterns)
    if view.quiet:
        return
    examples = count(len(selftest.results), words.examples)
    failed = len(selftest.failures)
    if failed:
        yield Text(f"{examples}: {failed} {words.not_as_expected}", style="bold red")
    else:
        yield Text(f"{examples}: {words.as_expected}", style="bold green")


def _failure(failure: ExampleResult) -> Iterator[RenderableType]:
    head = Text(one_line(failure.path), style="dim")
    head.append(f" {failure.kind} {failure.name}", style="not dim bold")
    head.append(f" {failure.place}")
    yield head
    yield Padding(Text(f"«{one_line(failure.text)}»"), (0, 0, 0, 2))
    yield Padding(Text(one_line(failure.problem or ""), style="red"), (0, 0, 1, 2))
