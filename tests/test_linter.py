from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import replylint
from replylint import Conversation, Draft, Linter, Message, RuleFileError, Topic
from replylint.engine.ruleset import build_ruleset, rule_files

RULES = Path(__file__).parent / "engine" / "rules"


@pytest.fixture(autouse=True)
def own_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    ruleset = build_ruleset(rule_files(RULES), "hash")
    monkeypatch.setattr("replylint.linter.load_rules", lambda _: ruleset)


def test_a_conversation_is_checked() -> None:
    report = Linter().check(Conversation("Ci scriva in privato."))
    assert [finding.rule for finding in report.findings] == ["channel-deflection"]
    assert report.draft.path == "-"


def test_many_drafts_come_back_in_order() -> None:
    replies = ["Ci scriva in privato.", "", "Grazie.", "Chiami il numero verde."] * 40
    drafts = [Draft(Conversation(text), f"{at}.txt") for at, text in enumerate(replies)]
    reports = list(Linter().check_all(iter(drafts)))
    assert [report.draft for report in reports] == drafts
    assert [bool(report.findings) for report in reports] == [True, False, False, True] * 40


def test_select_and_ignore() -> None:
    linter = Linter(select=["missing-apology", "channel-deflection"], ignore=["missing-apology"])
    assert [rule.rule for rule in linter.rules] == ["channel-deflection"]
    with pytest.raises(ValueError, match="unknown rule 'chanel-deflection'"):
        Linter(ignore=["chanel-deflection"])


def test_a_single_one_may_stand_for_a_list() -> None:
    linter = Linter(select="missing-apology", lists={"mail": "missiva"})
    assert [rule.rule for rule in linter.rules] == ["missing-apology"]
    assert linter.ruleset.lists["mail"][-1] == "missiva"
    assert Linter(select="missing-apology", ignore="missing-apology").rules == ()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"lang": "fr"}, "lang: 'fr' is none of it, en"),
        ({"customer_tone": "ironico"}, "customer_tone: 'ironico' is none of .*mean 'ironic'"),
    ],
)
def test_choices_that_do_not_exist(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Linter(**arguments)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"channel": "whatsapp"}, "channel: 'whatsapp' is none of social, chat, messaging, email"),
        ({"channel": "Social"}, "(did you mean 'social'?)"),
        ({"channel": 3}, "channel: '3' is none of"),
        ({"channel": ["social"]}, "channel: '['social']' is none of"),
        ({"public": "no"}, "public: 'no' is neither True nor False"),
        ({"fragment": "no"}, "fragment: 'no' is neither True nor False"),
        ({"macro": 1}, "macro: '1' is neither True nor False"),
        ({"tone": "sarcastic"}, "tone: 'sarcastic' is none of ironic, plain"),
        ({"intent": "lamentela"}, "intent: 'lamentela' is none of complaint, request, compliment"),
        (
            {"thread": (Message("Agent", "Salve"),)},  # type: ignore[arg-type]
            "author of a message: 'Agent' is none of customer, agent (did you mean 'agent'?)",
        ),
        (
            {"thread": (Message("customer", "Salve", tone="ironico"),)},  # type: ignore[arg-type]
            "tone of a message: 'ironico' is none of ironic, plain (did you mean 'ironic'?)",
        ),
        (
            {"about": (Topic("cosa", "modem"),)},  # type: ignore[arg-type]
            "subject of a topic: 'cosa' is none of problem, question, thing, data",
        ),
    ],
)
def test_a_conversation_with_a_value_that_does_not_exist(
    given: dict[str, Any], message: str
) -> None:
    linter = Linter()
    wrong = Conversation("Ci scriva in privato.", **given)
    for item in (wrong, Draft(wrong, "a.txt")):
        with pytest.raises(ValueError, match=re.escape(message)):
            linter.check(item)
    with pytest.raises(ValueError, match=re.escape(message)):
        linter.explain(wrong)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"reply": 5}, "reply: '5' is no string"),
        (
            {"reply": "Ciao " * 10_001},
            "a reply of 50,005 characters; at most 50,000 can be checked",
        ),
        ({"reply_at": "2026-03-03T10:00:00"}, "reply_at: '2026-03-03T10:00:00' is no datetime"),
        ({"thread": "Salve"}, "thread: 'Salve' is no tuple of Message"),
        ({"thread": ("Salve",)}, "thread: 'Salve' is no Message"),
        ({"thread": (Message("customer", None),)}, "text of a message: 'None' is no string"),  # type: ignore[arg-type]
        ({"thread": (Message("customer", "Ehi", "ieri"),)}, "at of a message: 'ieri' is no date"),  # type: ignore[arg-type]
        ({"about": "modem"}, "about: 'modem' is no tuple of Topic"),
        ({"about": ["modem"]}, "about: 'modem' is no Topic"),
        ({"about": [Topic("thing", 3)]}, "text of a topic: '3' is no string"),  # type: ignore[arg-type]
    ],
)
def test_a_conversation_with_a_value_of_another_kind(given: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        Linter().check(Conversation(**{"reply": "Ci scriva in privato.", **given}))


@pytest.mark.parametrize("item", ["Ci scriva in privato.", None, Draft("Salve", "a.txt")])  # type: ignore[arg-type]
def test_what_is_no_conversation(item: Any) -> None:
    with pytest.raises(TypeError, match=r"^a Conversation or a Draft can be checked, not '"):
        Linter().check(item)


def test_none_means_not_known() -> None:
    reply = "Ci scriva in privato."
    unknown: dict[str, Any] = dict.fromkeys(f.name for f in fields(Conversation))
    report = Linter().check(Conversation(**{**unknown, "reply": reply}))
    assert report == Linter().check(Conversation(reply))
    everything = Linter(rules=None, select=None, ignore=None, lists=None, thresholds=None)
    assert everything.rules == Linter().rules


@pytest.mark.parametrize("argument", ["select", "ignore", "lists"])
def test_names_and_words_are_strings(argument: str) -> None:
    given: Any = {"mail": [5]} if argument == "lists" else [5]
    with pytest.raises(ValueError, match=f"^{argument}: '5' is no string$"):
        Linter(**{argument: given})


def test_a_markup_that_does_not_exist() -> None:
    draft = Draft(Conversation("Salve"), "a.txt", markup="HTML")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"'HTML' is none of plain, .*mean 'html'"):
        Linter().check(draft)


def test_half_characters_do_no_harm() -> None:
    late = (Message("customer", "Il pacco è in ritardo \ud83d."),)
    (finding,) = Linter(select="missing-apology").check(Conversation("Ciao \ud83d", late)).findings
    assert len(finding.fingerprint) == 16


def test_language_and_tone() -> None:
    late = (Message("customer", "Il pacco è in ritardo."),)
    reply = Conversation("Gentile utente, ne terremo conto. Cordiali saluti", late)
    linter = Linter(select=["formal-to-sarcasm"], lang="en", customer_tone="ironic")
    (finding,) = linter.check(reply).findings
    assert finding.message == "“Gentile utente, ne terremo conto” is a letter's."
    assert Linter(select=["formal-to-sarcasm"]).check(reply).findings == ()


def test_explain() -> None:
    explanation = Linter().explain(Conversation("Ci scriva in privato."))
    assert explanation.sentences[0].acts[0].act == "redirect"


def test_the_tool_names_its_parts() -> None:
    tool = Linter().tool
    assert tool.version == replylint.__version__
    assert tool.rules == "hash"
    assert tool.model


def test_a_broken_rules_folder_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    folder = tmp_path / "none"
    for rules in ([folder], folder, [str(folder)], str(folder)):
        with pytest.raises(RuleFileError, match="none: no such folder of rules"):
            Linter(rules=rules)


def test_the_public_names_are_there_and_typed() -> None:
    for name in replylint.__all__:
        assert getattr(replylint, name) is not None
        assert name in dir(replylint)
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = replylint.Nothing
    assert (Path(replylint.__file__).parent / "py.typed").is_file()


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    code = (
        "import sys, replylint; from replylint import Linter, Conversation, Finding; "
        "heavy = {'spacy', 'numpy', 'pydantic'} & sys.modules.keys(); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["select", "ignore", "rules"])
def test_several_of_what_is_no_list(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name}: '3' is n"):
        Linter(**{name: 3})  # type: ignore[arg-type]
