"""Reporters: one module a format, each a pure function from a report to text.

A format `x` is the module `replylint.reporters.x` with `render(report, view) -> str`; the text
ends in a line feed unless it is empty. Only the module asked for is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Literal, cast, get_args

from replylint.findings import RunReport
from replylint.reporters.view import View

Render = Callable[[RunReport, View], str]

FormatName = Literal[
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "markdown",
    "html",
]
FORMATS: tuple[FormatName, ...] = get_args(FormatName)
STATISTICS = "statistics"
"""What `--statistics` shows; no format of `--format`, since it does not tell the findings."""


def reporter(name: str) -> Render:
    """The `render` function of a format.

    Raises:
        KeyError: there is no such format.
    """
    if name not in (*FORMATS, STATISTICS):
        raise KeyError(name)
    return cast(Render, import_module(f"replylint.reporters.{name}").render)
