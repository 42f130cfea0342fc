"""Labelled rows that the learned readings are trained on: sentences, messages, whole cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from replylint.conversation import Conversation
from replylint.engine.drafts import ReadDraft, read_drafts
from replylint.engine.features import FeatureGroup, FeatureReader
from replylint.engine.learned import LearnedModel
from replylint.engine.learned_acts import Side
from replylint.engine.reading import Reader
from replylint.engine.ruleset import RuleSet
from replylint.readers import Defaults, FoundFile, read_file

HERE = Path(__file__).parent
HINTS = frozenset({"no-explanation", "no-follow-up", "no-remedy"})
KINDS = {"sarcastic": "ironic", "complaint": "plain"}
"""A case's word for what the customer wrote, and that of the messages."""
ACT_OF = {
    "blames-customer": "blame-customer",
    "channel-deflection": "redirect",
    "deletes-criticism": "deletion",
    "excuses": "excuse",
    "impulsive-tone": "heat",
    "marketing-speak": "promotion",
    "repeat-request": "repeat-request",
    "second-class-channel": "belittle-channel",
    "too-formal": "bureaucratic",
}
"""The act that stands where a rule is marked."""
PAIRED = frozenset({"ta", "tb", "tc", "th", "tk", "ud", "va", "vb", "wa", "wb"})
"""Authors who set nearly the same reply under different messages, to show where an answer ends. A
linear reading cannot weigh one side against the other; it took from them that plain answers to
complaints are none. So `no-solution` is not learned from them (README.md has the figures)."""
FORMAL_CHANNELS = ("social", "chat", "messaging")


@dataclass(frozen=True)
class Bag:
    """What no sentence of a reply does in which a rule is marked, and some sentence of one in which
    it might have been marked and is not: the one likeliest to be an act of the group.

    Attributes:
        group: the acts that come to the label, by their name in rules/groups.yaml.
        kinds: the messages that call for it.
    """

    label: str
    group: str
    kinds: tuple[str, ...]


BAGS = {
    "no-solution": Bag("any-solution", "solution", ("ironic", "plain", "request")),
    "no-apology": Bag("any-regret", "owning", ("ironic", "plain")),
}
"""By the rule."""


@dataclass(frozen=True)
class Row:
    """Features and their labels; `judged` are the labels that somebody decided on (None: all)."""

    author: str
    groups: tuple[FeatureGroup, ...]
    labels: frozenset[str]
    judged: frozenset[str] | None = None


@dataclass(frozen=True)
class Case:
    """A conversation, the rules marked in it, and those on which fair readers may differ.

    Attributes:
        quotes: the clearest words of a rule, where it stands in certain words.
        kind: what the customer wrote; None where nothing is known of it.
    """

    author: str
    conversation: Conversation
    marked: frozenset[str]
    unsure: frozenset[str]
    quotes: Mapping[str, str]
    kind: str | None


def read_rows(folder: str, reader: Reader) -> list[Row]:
    """The sentences or messages of every file of a folder, each read as one stretch."""
    found = [json.loads(line) for line in _lines(folder)]
    side: Side = "reply" if folder == "acts" else "customer"
    readings = reader.read_all((item["text"], side) for item in found)
    return [
        Row(_author(item), reading.features.groups, frozenset(_labels(item, reader.ruleset)))
        for item, reading in zip(found, readings, strict=True)
    ]


def read_cases() -> list[Case]:
    """Every labelled case; its conversation is what the linter makes of the same line."""
    drafts = (
        draft
        for path in _files("cases")
        for draft in read_file(FoundFile(str(path), named=True), Defaults())
    )
    return [
        _case(json.loads(line), draft.conversation)
        for line, draft in zip(_lines("cases"), drafts, strict=True)
    ]


def case_drafts(cases: Iterable[Case], reader: Reader) -> list[ReadDraft]:
    """The cases, read with the learned models of a reader."""
    return list(read_drafts(reader, (case.conversation for case in cases)))


def message_rows(cases: Iterable[Case], drafts: Iterable[ReadDraft]) -> Iterator[Row]:
    """The customers' messages of some cases."""
    for case, draft in zip(cases, drafts, strict=True):
        if case.kind is not None and draft.context.customer is not None:
            yield Row(case.author, draft.context.customer.features.groups, frozenset({case.kind}))


def sentence_rows(
    cases: Iterable[Case], drafts: Iterable[ReadDraft], acts: LearnedModel
) -> Iterator[Row]:
    """The sentences of the replies of some cases, with the acts that a case's labels decide on.

    `acts`, learned from sentences alone, picks the sentence that does what a reply must have done.
    """
    for case, draft in zip(cases, drafts, strict=True):
        reply = draft.context.reply
        if reply is None:
            continue
        written = case.conversation.reply or ""
        places = {rule: _place(written, quote) for rule, quote in case.quotes.items()}
        absent = frozenset(_absent(case))
        reader = FeatureReader(reply.text, draft.context.reader.lists)
        sentences = reply.text.parsed.sentences
        features = [reader.features(*sentence).groups for sentence in sentences]
        odds = [acts.probabilities(groups) for groups in features]
        bags = _bags(case, odds, draft.context.reader.ruleset)
        for number, (start, end) in enumerate(sentences):
            low, high = draft.offsets.to_source(*reply.text.characters(start, end))
            here = {
                act: places[rule][0] < high and low < places[rule][1]
                for rule, act in ACT_OF.items()
                if rule in places
            }
            here |= {label: stands[number] for label, stands in bags.items() if number in stands}
            labels = frozenset(act for act, stands in here.items() if stands)
            yield Row(case.author, features[number], labels, frozenset(here) | absent)


def _bags(
    case: Case, odds: Sequence[Mapping[str, float]], ruleset: RuleSet
) -> dict[str, dict[int, bool]]:
    """Which sentences do, and which do not, what the reply as a whole does or does not.

    `odds`: those of each sentence; the answer holds, for each label, the sentences that are sure.
    """
    sure: dict[str, dict[int, bool]] = {}
    # an earlier answer may have done enough
    first = all(message.author == "customer" for message in case.conversation.thread)
    for rule, bag in BAGS.items():
        if rule in case.unsure:
            continue
        if rule in case.marked:
            sure[bag.label] = dict.fromkeys(range(len(odds)), False)
        elif odds and first and case.kind in bag.kinds:
            acts = ruleset.groups[bag.group].acts
            best = max(range(len(odds)), key=lambda at: max(odds[at][act] for act in acts))
            sure[bag.label] = {best: True}
    return sure


def _absent(case: Case) -> Iterator[str]:
    """The acts that are nowhere in a reply, going by its labels."""
    for rule, act in ACT_OF.items():
        applies = rule != "too-formal" or case.conversation.channel in FORMAL_CHANNELS
        if applies and rule not in case.marked | case.unsure:
            yield act


def _place(written: str, quote: str) -> tuple[int, int]:
    start = written.find(quote)
    return start, start + len(quote)


def _files(folder: str) -> list[Path]:
    return sorted((HERE / folder).glob("*.jsonl"))


def _lines(folder: str) -> Iterator[str]:
    for path in _files(folder):
        yield from path.read_text(encoding="utf-8").splitlines()


def _author(item: Mapping[str, Any]) -> str:
    return str(item.get("author") or item["id"].split("-")[0])


def _labels(item: Mapping[str, Any], ruleset: RuleSet) -> tuple[str, ...]:
    """The acts of a sentence and what they come to, or the kind of a message."""
    if "acts" in item:
        acts = {act for act in item["acts"] if act != "none"}
        groups = {bag.label: ruleset.groups[bag.group].acts for bag in BAGS.values()}
        return (*acts, *(label for label, those in groups.items() if not acts.isdisjoint(those)))
    return (item["kind"],)


def _case(item: Mapping[str, Any], conversation: Conversation) -> Case:
    kind = item["customer_kind"]
    rules = {label["rule"] for label in item["expect"]}
    author = _author(item)
    unsure = {*item.get("maybe", ()), *(["no-solution"] if author in PAIRED else [])}
    return Case(
        author=author,
        conversation=conversation,
        marked=frozenset(rules | set(item["hints"])),
        unsure=frozenset(unsure),
        quotes={label["rule"]: label["quote"] for label in item["expect"] if label["quote"]},
        kind=KINDS.get(kind, kind),
    )
