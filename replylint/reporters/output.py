"""The shape of `--format json`: the single source of the output's JSON Schema.

pydantic is imported only when the schema is printed; building a report does without it.
"""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from replylint.conversation import CustomerKind, Subject
from replylint.findings import Severity, ToneValue

VERSION: Literal[1] = 1


class ToolOutput(TypedDict):
    """Which replylint said it."""

    name: Literal["replylint"]
    version: str
    model: str
    """Name and version of the pipeline that parsed the drafts."""
    rules: str
    """Hash of the rule set."""


class CueOutput(TypedDict):
    """A stretch of the customer's message that a reading rests on."""

    start: int
    end: int
    quote: str
    cue: str


class ToneOutput(TypedDict):
    """How the customer's message sounds."""

    value: ToneValue
    confidence: float
    """Between 0 and 1."""
    source: Literal["declared", "detected"]
    evidence: list[CueOutput]


class MentionOutput(TypedDict):
    """Something that the customer's messages are about, in their characters."""

    subject: Subject
    start: int | None
    """Null for what is declared in other words than the customer's."""
    end: int | None
    quote: str
    source: Literal["declared", "detected"]


class CustomerOutput(TypedDict):
    """What the customer's messages are."""

    kind: CustomerKind | None
    confidence: float
    """How sure the kind is, between 0 and 1."""
    tone: ToneOutput
    about: list[MentionOutput]
    """The problem and the question told, things named, data given."""


class ActOutput(TypedDict):
    """A speech act found in the reply."""

    act: str
    start: int
    end: int
    quote: str


class SourceOutput(TypedDict):
    """Where a rule comes from."""

    article: str
    section: str | None


class FindingOutput(TypedDict):
    """One fault of one draft."""

    rule: str
    severity: Severity
    message: str
    advice: str
    start: int | None
    """First character in the reply as written; null for what is absent."""
    end: int | None
    """One past the last character."""
    quote: str | None
    line: int
    """1-based, in the file."""
    column: int
    end_line: int
    end_column: int
    evidence: list[str]
    source: SourceOutput
    fingerprint: str
    """Stays the same when lines move."""


class SkippedOutput(TypedDict):
    """A rule that could not be judged, and what it would have needed."""

    rule: str
    needs: str


class DraftOutput(TypedDict):
    """All that is said of one draft."""

    id: str
    """The conversation's own id, else the path."""
    path: str
    line: int
    """1-based line at which the item begins."""
    customer: CustomerOutput | None
    acts: list[ActOutput]
    findings: list[FindingOutput]
    skipped: list[SkippedOutput]


class SummaryOutput(TypedDict):
    """Totals over all drafts."""

    drafts: int
    error: int
    warning: int
    hint: int
    skipped: int
    suppressed: int
    """Findings silenced by suppressions or known from the baseline."""


class ReportOutput(TypedDict):
    """What `replylint --format json` prints."""

    version: Literal[1]
    tool: ToolOutput
    drafts: list[DraftOutput]
    summary: SummaryOutput


_SHAPES = (
    ToolOutput,
    CueOutput,
    ToneOutput,
    MentionOutput,
    CustomerOutput,
    ActOutput,
    SourceOutput,
    FindingOutput,
    SkippedOutput,
    DraftOutput,
    SummaryOutput,
    ReportOutput,
)


def output_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `--format json`."""
    from pydantic import ConfigDict, TypeAdapter, with_config

    for shape in _SHAPES:
        with_config(ConfigDict(extra="forbid", use_attribute_docstrings=True))(shape)
    schema = TypeAdapter(ReportOutput).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
