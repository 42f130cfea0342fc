"""What the files of acts, gauges, lists and thresholds may hold: the one source of their schema.

Plain dataclasses, validated by pydantic (`validation.py`), which also makes JSON Schema of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, TypeVar

from annotated_types import Ge, Gt, Le, MinLen

from replylint.bilingual import Bilingual
from replylint.engine.phrases import parse_phrase
from replylint.engine.schema_marks import (
    AboveZero,
    Checked,
    Matching,
    Several,
    ShortFor,
    model_config,
)
from replylint.engine.token_patterns import check_token_pattern, check_tree_pattern
from replylint.language.frames import Agent, Force, Modality, Polarity, Role, Standing, Time

T = TypeVar("T")


Name = Annotated[str, Matching(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Entry = Annotated[str, Checked(parse_phrase)]
Filled = Annotated[str, MinLen(1)]
Underline = Literal["clause", "sentence", "predicate"]
OneOrMore = Annotated[tuple[T, ...], Several()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strict:
    """A part of a rule file: no unknown keys, and unchangeable once read."""

    __pydantic_config__ = model_config()


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts(Bilingual, Strict):
    """A text for people, in Italian and English."""

    it: Filled
    en: Filled


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTest(Strict):
    """What must hold of the clause in which a pattern matches, and of its sentence."""

    agent: OneOrMore[Agent] = ()
    force: OneOrMore[Force] = ()
    polarity: OneOrMore[Polarity] = ()
    time: OneOrMore[Time] = ()
    modality: OneOrMore[Modality] = ()
    standing: OneOrMore[Standing] = ()
    light: OneOrMore[Entry] = ()
    verbal: bool | None = None
    clitics: OneOrMore[str] = ()
    has: dict[Role | Literal["any"], OneOrMore[Entry]] = field(default_factory=dict)
    lacks: dict[Role | Literal["any"], OneOrMore[Entry]] = field(default_factory=dict)
    words: OneOrMore[Entry] = ()
    not_words: OneOrMore[Entry] = ()
    sentence_words: OneOrMore[Entry] = ()
    sentence_not_words: OneOrMore[Entry] = ()
    certainty: Annotated[float, Ge(0), Le(1)] = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked(FrameTest):
    """A pattern that makes an act span, which may carry attributes."""

    set: dict[Name, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePattern(Marked):
    """A pattern over one clause; every key that is given must hold."""

    predicate: OneOrMore[Entry] = ()
    underline: Underline = "clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasePattern(Marked):
    """A pattern over consecutive words."""

    phrase: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenPattern(Marked):
    """A pattern in the notation of spaCy's Matcher."""

    pattern: Annotated[list[dict[str, Any]], Checked(check_token_pattern)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreePattern(Marked):
    """A pattern in the notation of spaCy's DependencyMatcher."""

    pattern: Annotated[list[dict[str, Any]], Checked(check_tree_pattern)]


AnyPhrase = Annotated[PhrasePattern, ShortFor("phrase")]
AnyTokens = Annotated[TokenPattern, ShortFor("pattern", (list,))]
AnyTree = Annotated[TreePattern, ShortFor("pattern", (list,))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns(Strict):
    """Alternatives: any of them makes a match."""

    clauses: tuple[ClausePattern, ...] = ()
    phrases: tuple[AnyPhrase, ...] = ()
    tokens: tuple[AnyTokens, ...] = ()
    tree: tuple[AnyTree, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActExample(Strict):
    """A sentence with (or without) the act; `quote` must be touched, `set` must be there."""

    text: Filled
    quote: str | None = None
    set: dict[Name, str] = field(default_factory=dict)


AnyActExample = Annotated[ActExample, ShortFor("text")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTests(Strict):
    """Sentences that hold the act, and near misses that do not."""

    flags: Annotated[tuple[AnyActExample, ...], MinLen(3)]
    passes: Annotated[tuple[AnyActExample, ...], MinLen(3)]


Lists = dict[Name, tuple[Entry, ...]]
Bound = float | Annotated[str, Matching(r"^\$[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Thresholds = dict[Name, Annotated[float, AboveZero()]]
Side = Literal["reply", "customer", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned(Strict):
    """What the learned reading of a sentence has to say.

    The act is there, too, where it is at least this likely; what a pattern finds is dropped where
    it is less likely than `doubt_below`. The words of an act and of its denial are alike: where
    `polarity` is given, the clause that speaks most for the act must have it.
    """

    at_least: Annotated[float, Gt(0), Le(1)]
    polarity: Polarity | None = None
    doubt_below: Annotated[float, Ge(0), Le(1)] = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Patterns):
    """An act file: what a stretch of text does, and how it is recognised."""

    act: Name
    about: Texts
    in_: Side = "reply"
    lists: Lists = field(default_factory=dict)
    yields_to: tuple[Name, ...] = ()
    not_beside: tuple[Name, ...] = ()
    unless: Patterns = Patterns()
    unless_sentence: Patterns = Patterns()
    learned: Learned | None = None
    tests: ActTests


@dataclass(frozen=True, slots=True, kw_only=True)
class GaugeCue(Patterns):
    """A cue of a gauge: each occurrence adds its weight, up to `at_most` of them."""

    cue: Name
    weight: Annotated[float, Ge(-100), Le(100)]
    at_most: Annotated[int, Ge(1), Le(100)] = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge(Strict):
    """A gauge file: cues that add up to a reading of a whole text."""

    gauge: Name
    about: Texts
    in_: Literal["reply", "customer"] = "reply"
    threshold: Annotated[float, AboveZero()]
    lists: Lists = field(default_factory=dict)
    cues: Annotated[tuple[GaugeCue, ...], MinLen(1)]
    tests: ActTests
