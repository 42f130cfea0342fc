"""What the files of rules and groups may hold: conditions over acts, gauges and facts; messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Literal

from annotated_types import Ge, Le, MinLen

from replylint.conversation import Author, Channel, CustomerKind, Subject, Tone
from replylint.engine.problems import quoted
from replylint.engine.schema import Bound, Name, OneOrMore, Strict, Texts
from replylint.engine.schema_marks import Checked, Matching, OneKindOf, ShortFor
from replylint.findings import Severity
from replylint.isotime import iso_time


def _moment(text: str) -> None:
    """Raise ValueError unless it is a time in ISO 8601."""
    if iso_time(text) is None:
        raise ValueError(f"{quoted(text)} is no time in ISO 8601 (2026-03-02T09:10:00+01:00)")


Moment = Annotated[str, Checked(_moment)]
FactName = Annotated[str, Matching(r"^[a-z]+([.-][a-z]+)*$")]
FactValue = bool | float | str
Where = Literal["reply", "customer", "earlier-agent"]
Count = Annotated[int, Ge(1), Le(100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeTest(Strict):
    """An attribute of an act has one of these values, or differs from a fact.

    A fact that is not known, or an attribute that is not there, differs from everything.
    """

    is_: OneOrMore[str] = ()
    not_fact: FactName | None = None


AnyAttributeTest = Annotated[AttributeTest, ShortFor("is", (str, list))]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionPart(Strict):
    """A condition, known by the key that its class is named after."""

    @classmethod
    def key_of_kind(cls) -> str:
        """The key by which a condition of this kind is recognised."""
        return cls.__name__.removesuffix("Condition").lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class AllCondition(ConditionPart):
    """Every one of them holds."""

    all_: Annotated[tuple[Condition, ...], MinLen(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyCondition(ConditionPart):
    """At least one of them holds."""

    any_: Annotated[tuple[Condition, ...], MinLen(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoneCondition(ConditionPart):
    """Not one of them holds."""

    none_: Annotated[tuple[Condition, ...], MinLen(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCondition(ConditionPart):
    """It does not hold."""

    not_: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class ActCondition(ConditionPart):
    """A text holds that act; `in` defaults to where the act is looked for."""

    act: Name
    in_: Where | None = None
    where: dict[Name, AnyAttributeTest] = field(default_factory=dict)
    at_least: Count = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCondition(ConditionPart):
    """A text holds acts of that group."""

    group: Name
    in_: Where | None = None
    where: dict[Name, AnyAttributeTest] = field(default_factory=dict)
    at_least: Count = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GaugeCondition(ConditionPart):
    """The gauge reaches its threshold, or the figure given."""

    gauge: Name
    at_least: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCondition(ConditionPart):
    """A fact is true; or is, is among, is at least or at most what is given; `$`: a threshold."""

    fact: FactName
    is_: FactValue | None = None
    in_: Annotated[tuple[FactValue, ...], MinLen(1)] | None = None
    at_least: Bound | None = None
    at_most: Bound | None = None


Condition = Annotated[
    AllCondition
    | AnyCondition
    | NoneCondition
    | NotCondition
    | ActCondition
    | GroupCondition
    | GaugeCondition
    | FactCondition,
    OneKindOf("a condition needs one of all, any, none, not, act, group, gauge, fact"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityCase(Strict):
    """A severity, and the condition under which it holds (none: otherwise)."""

    is_: Severity
    when: Condition | None = None


AnySeverity = Annotated[SeverityCase, ShortFor("is")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Strict):
    """What a rule underlines.

    The places of an act, the whole sentences around them, the sentence on which a gauge's cues
    weigh most, or the one likeliest to be an act where none is sure enough to be called one.
    """

    act: Name | None = None
    sentence: Name | None = None
    gauge: Name | None = None
    likeliest: Name | None = None


AnyMark = Annotated[Mark, ShortFor("act")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSource(Strict):
    """Where a rule comes from; `file` is the article's number."""

    article: str
    section: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageExample(Strict):
    """A message of the thread of an example."""

    author: Author
    text: str
    at: Moment | None = None
    tone: Tone | None = None

    @property
    def time(self) -> datetime | None:
        """When it was written."""
        return None if self.at is None else iso_time(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExample(Strict):
    """A reply, with whatever context it needs, on which a rule fires or stays silent.

    `customer` is short for a last message of the thread; `quote` must be touched by a finding.
    """

    reply: str | None = None
    customer: str | None = None
    thread: tuple[MessageExample, ...] = ()
    channel: Channel | None = None
    public: bool | None = None
    reply_at: Moment | None = None
    tone: Tone | None = None
    intent: CustomerKind | None = None
    about: dict[Subject, OneOrMore[str]] = field(default_factory=dict)
    fragment: bool = False
    macro: bool = False
    quote: str | None = None

    @property
    def reply_time(self) -> datetime | None:
        """When the reply is sent."""
        return None if self.reply_at is None else iso_time(self.reply_at)


AnyRuleExample = Annotated[RuleExample, ShortFor("reply")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTests(Strict):
    """Replies on which the rule fires, and near misses on which it stays silent."""

    flags: Annotated[tuple[AnyRuleExample, ...], MinLen(3)]
    passes: Annotated[tuple[AnyRuleExample, ...], MinLen(3)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Strict):
    """A rule file: when a draft is at fault, what to say of it, and where to point.

    `limits` tells people what the rule cannot see.
    """

    rule: Name
    severity: Annotated[OneOrMore[AnySeverity], MinLen(1)]
    about: Texts
    why: Texts
    source: RuleSource
    when: Condition
    message: Texts
    advice: Texts
    tests: RuleTests
    limits: Texts | None = None
    needs: tuple[FactName, ...] = ()
    unless: Condition | None = None
    underline: OneOrMore[AnyMark] = ()
    absence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Strict):
    """A named group of acts."""

    about: Texts
    acts: Annotated[tuple[Name, ...], MinLen(1)]


Groups = dict[Name, Group]
