from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from replylint.conversation import Conversation, Draft
from replylint.engine.context import Context
from replylint.engine.drafts import read_drafts
from replylint.engine.reading import Reader, Reading
from replylint.engine.ruleset import RuleSet, build_ruleset, packaged_rules, rule_files
from replylint.language.pipeline import load

RULES = Path(__file__).parent / "rules"
ReadText = Callable[..., Reading]
ReadConversation = Callable[..., Context]


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(scope="session")
def ruleset() -> RuleSet:
    return build_ruleset(rule_files(RULES))


@pytest.fixture(scope="session")
def reader(ruleset: RuleSet) -> Reader:
    return Reader(load(), ruleset)


@pytest.fixture(scope="session")
def read_text(reader: Reader) -> ReadText:
    def read(text: str, side: str = "reply") -> Reading:
        return next(reader.read_all([(text, side)]))  # type: ignore[list-item]

    return read


@pytest.fixture(scope="session")
def read_conversation(reader: Reader) -> ReadConversation:
    def read(reply: str | None, tone_setting: str = "auto", **known: object) -> Context:
        draft = Draft(Conversation(reply, **known), "draft.txt")  # type: ignore[arg-type]
        return next(read_drafts(reader, [draft], tone_setting)).context  # type: ignore[arg-type]

    return read


@pytest.fixture(scope="session")
def shipped_reader() -> Reader:
    """With the rules that ship: for what rests on their word lists."""
    return Reader(load(), build_ruleset(rule_files(packaged_rules())))


@pytest.fixture(scope="session")
def read_shipped(shipped_reader: Reader) -> ReadConversation:
    def read(reply: str | None, **known: object) -> Context:
        draft = Draft(Conversation(reply, **known), "draft.txt")  # type: ignore[arg-type]
        return next(read_drafts(shipped_reader, [draft])).context

    return read
