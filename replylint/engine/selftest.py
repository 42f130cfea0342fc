"""The examples inside rule files, run: what they expect and what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from replylint.conversation import Conversation, Message, Topic
from replylint.engine.drafts import read_drafts
from replylint.engine.evaluate import report
from replylint.engine.reading import Reading, file_of
from replylint.engine.schema import Act, ActExample, Gauge
from replylint.engine.schema_rules import Rule, RuleExample
from replylint.findings import DraftReport

if TYPE_CHECKING:
    from replylint.engine.learned_acts import Side
    from replylint.linter import Linter

Expectation = Literal["flags", "passes"]


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example: where it stands, what it says, and what is wrong with it (None: nothing).

    Attributes:
        place: the example in its file, as "tests.flags[0]".
    """

    kind: Literal["act", "gauge", "rule"]
    name: str
    path: str
    expectation: Expectation
    place: str
    text: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class SelfTest:
    """All examples of a rule set, and the patterns that no example makes fire."""

    results: tuple[ExampleResult, ...]
    idle_patterns: tuple[str, ...]

    @property
    def failures(self) -> tuple[ExampleResult, ...]:
        """The examples that did not come out as expected."""
        return tuple(result for result in self.results if result.problem is not None)


@dataclass(frozen=True, slots=True)
class _Case:
    """An example and where it stands."""

    part: Act | Gauge | Rule
    expectation: Expectation
    index: int
    example: ActExample | RuleExample


def run_selftest(linter: Linter, folder: Path | None = None) -> SelfTest:
    """Run the examples of every act, gauge and selected rule of a linter.

    With a folder, only what stands in its files is run, and looked at for idle patterns.
    """
    ruleset = linter.ruleset

    def meant(file: str) -> bool:
        return folder is None or Path(file).is_relative_to(folder)

    acts = [act for name, act in ruleset.acts.items() if meant(ruleset.path_of("act", name))]
    gauges = [one for name, one in ruleset.gauges.items() if meant(ruleset.path_of("gauge", name))]
    parts: list[Act | Gauge] = [*acts, *gauges]
    cases = [case for part in parts for case in _cases(part)]
    fired: set[str] = set()
    results = list(_text_results(linter, cases, fired))
    for rule in linter.rules:
        if meant(ruleset.path_of("rule", rule.rule)):
            results.extend(_rule_results(linter, rule))
    known = (one for one in linter.reader.pattern_labels() if meant(file_of(one, ruleset)))
    return SelfTest(tuple(results), tuple(label for label in known if label not in fired))


def _cases(part: Act | Gauge | Rule) -> Iterator[_Case]:
    flags: tuple[ActExample | RuleExample, ...] = part.tests.flags
    passes: tuple[ActExample | RuleExample, ...] = part.tests.passes
    yield from (_Case(part, "flags", at, example) for at, example in enumerate(flags))
    yield from (_Case(part, "passes", at, example) for at, example in enumerate(passes))


def _text_results(
    linter: Linter, cases: Iterable[_Case], fired: set[str]
) -> Iterator[ExampleResult]:
    """Parse the sentences of acts and gauges together; note which patterns fire in them."""
    cases = list(cases)
    texts: list[tuple[str, Side]] = [(_text(case), _side(case)) for case in cases]
    for case, reading in zip(cases, linter.reader.read_all(texts), strict=True):
        fired |= linter.reader.patterns_that_match(reading)
        if isinstance(case.part, Act) and isinstance(case.example, ActExample):
            problem = _act_problem(case.part.act, case.expectation, case.example, reading)
            yield _result(linter, "act", case.part.act, case, problem)
        elif isinstance(case.part, Gauge):
            problem = _gauge_problem(case.part.gauge, case.expectation, reading)
            yield _result(linter, "gauge", case.part.gauge, case, problem)


def _text(case: _Case) -> str:
    return case.example.text if isinstance(case.example, ActExample) else ""


def _side(case: _Case) -> Side:
    return "customer" if getattr(case.part, "in_", "reply") == "customer" else "reply"


def _result(
    linter: Linter,
    kind: Literal["act", "gauge", "rule"],
    name: str,
    case: _Case,
    problem: str | None,
) -> ExampleResult:
    example = case.example
    return ExampleResult(
        kind=kind,
        name=name,
        path=linter.ruleset.path_of(kind, name),
        expectation=case.expectation,
        place=f"tests.{case.expectation}[{case.index}]",
        text=example.text if isinstance(example, ActExample) else example.reply or "",
        problem=problem,
    )


def _act_problem(
    act: str, expectation: Expectation, example: ActExample, reading: Reading
) -> str | None:
    spans = reading.acts.get(act, ())
    quotes = [reading.text.quote(span.start, span.end) for span in spans]
    if expectation == "passes":
        return f"found in {_listed(quotes)}" if spans else None
    if not spans:
        return f"not found; found: {', '.join(reading.acts) or 'nothing'}"
    good = [span for span in spans if example.set.items() <= span.attributes.items()]
    if not good:
        return f"attributes are {_listed(str(dict(span.attributes)) for span in spans)}"
    touched = [touches(example.text, example.quote, s.start_char, s.end_char) for s in good]
    return None if any(touched) else f"found elsewhere: {_listed(quotes)}"


def _gauge_problem(gauge: str, expectation: Expectation, reading: Reading) -> str | None:
    read = reading.gauge(gauge)
    if read.reached == (expectation == "flags"):
        return None
    cues = _listed(hit.cue for hit in read.hits)
    return f"score {read.score:g} of {read.threshold:g}, from {cues}"


def touches(text: str, quote: str | None, start: int, end: int) -> bool:
    """Whether [start, end) shares a character with some occurrence of the quote."""
    if quote is None:
        return True
    at = text.find(quote)
    while at >= 0:
        if at < end and start < at + len(quote):
            return True
        at = text.find(quote, at + 1)
    return False


def _listed(words: Iterable[str]) -> str:
    return "; ".join(f"'{word}'" for word in words) or "nothing"


def _rule_results(linter: Linter, rule: Rule) -> Iterator[ExampleResult]:
    cases = list(_cases(rule))
    conversations = [
        _conversation(case.example) for case in cases if isinstance(case.example, RuleExample)
    ]
    for case, read in zip(cases, read_drafts(linter.reader, conversations), strict=True):
        found = report(read.draft, read.offsets, read.context, (rule,), "en")
        yield _result(linter, "rule", rule.rule, case, _rule_problem(case, found))


def _rule_problem(case: _Case, found: DraftReport) -> str | None:
    quotes = _listed(finding.quote or "the whole reply" for finding in found.findings)
    if case.expectation == "passes":
        return f"fires on {quotes}" if found.findings else None
    if not found.findings:
        needs = "; ".join(skipped.needs for skipped in found.skipped)
        return f"skipped: it needs {needs}" if needs else "stays silent"
    if not isinstance(case.example, RuleExample) or case.example.quote is None:
        return None
    text, quote = case.example.reply or "", case.example.quote
    spans = [(f.start, f.end) for f in found.findings if f.start is not None and f.end is not None]
    return None if any(touches(text, quote, *span) for span in spans) else f"underlines {quotes}"


def _conversation(example: RuleExample) -> Conversation:
    thread = [Message(part.author, part.text, part.time, part.tone) for part in example.thread]
    if example.customer is not None:
        thread.append(Message("customer", example.customer))
    return Conversation(
        reply=example.reply,
        thread=tuple(thread),
        channel=example.channel,
        public=example.public,
        reply_at=example.reply_time,
        tone=example.tone,
        intent=example.intent,
        about=tuple(Topic(key, text) for key, texts in example.about.items() for text in texts),
        fragment=example.fragment,
        macro=example.macro,
    )
