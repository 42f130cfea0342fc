"""What the linter says of a draft: findings, skipped rules, acts, reading of the customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from replylint.bilingual import Bilingual
from replylint.conversation import CustomerKind, Draft, Subject

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("hint", "warning", "error")

ToneValue = Literal["ironic", "perhaps", "plain"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from: the article's title and the section of it."""

    article: str
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of the customer's message that counted for a reading, in its characters."""

    start: int
    end: int
    quote: str
    cue: str


@dataclass(frozen=True, slots=True)
class ToneReading:
    """How the customer's message sounds, how sure that is (0–1), and what it rests on."""

    value: ToneValue
    confidence: float
    source: Literal["declared", "detected"]
    evidence: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that the customer's messages are about, in their characters.

    What is declared need not stand there in those words: then `start` and `end` are None.
    """

    subject: Subject
    start: int | None
    end: int | None
    quote: str
    source: Literal["declared", "detected"] = "detected"


@dataclass(frozen=True, slots=True)
class CustomerReading:
    """What the customer's messages are, how they sound, and what they are about.

    Attributes:
        kind: complaint, request, compliment, or None of these; `confidence` (0–1) is how sure.
        about: problem and question told, things named, data given: what is declared first, then in
            the order of the text.
    """

    kind: CustomerKind | None
    tone: ToneReading
    confidence: float = 1.0
    about: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class ActSpan:
    """A speech act found in the reply, in characters of the reply as written."""

    act: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one draft.

    `start`/`end` are characters of the reply as written, `line`… are places in the file (1-based).
    For what is absent, `start`, `end` and `quote` are None and the place is the reply's own.
    `attributes` are those that the rule files give to the act underlined.
    """

    rule: str
    severity: Severity
    message: str
    advice: str
    start: int | None
    end: int | None
    quote: str | None
    line: int
    column: int
    end_line: int
    end_column: int
    evidence: tuple[str, ...]
    source: Source
    fingerprint: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that could not be judged, and what it would have needed."""

    rule: str
    needs: str


@dataclass(frozen=True, slots=True)
class DraftReport:
    """All that is said of one draft."""

    draft: Draft
    customer: CustomerReading | None = None
    acts: tuple[ActSpan, ...] = ()
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class InputRemark:
    """Something to say of an input, in one line."""

    path: str
    line: int | None
    message: Bilingual

    def in_language(self, lang: str) -> str:
        """`path:line: message`, the message in that language: "en", else Italian."""
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.message.in_language(lang)}"


@dataclass(frozen=True, slots=True)
class InputProblem(InputRemark):
    """An input that could not be read: one line for standard error, and exit status 2."""


IdleReason = Literal["idle", "no-rule", "unknown-rule", "no-reason"]


@dataclass(frozen=True, slots=True)
class IdleSuppression:
    """A suppression in a draft that silenced nothing, and why."""

    path: str
    line: int
    rule: str
    reason: IdleReason


@dataclass(frozen=True, slots=True)
class NotReported:
    """What was found but is not reported.

    Attributes:
        suppressed: findings silenced in the drafts themselves or by a setting for some files.
        known: findings that the baseline holds.
        moved: of those, how many it holds under another file or item.
        idle: suppressions that silenced nothing.
    """

    suppressed: int = 0
    known: int = 0
    moved: int = 0
    idle: tuple[IdleSuppression, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolInfo:
    """Which replylint said it: version, pipeline, and a hash of the rule set."""

    version: str
    model: str
    rules: str


@dataclass(frozen=True, slots=True)
class RunReport:
    """All that is said of one run."""

    tool: ToolInfo
    drafts: tuple[DraftReport, ...] = ()
    problems: tuple[InputProblem, ...] = ()
    not_reported: NotReported = NotReported()
