from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.engine.problems import RuleFileError
from replylint.engine.ruleset import (
    RuleFile,
    RuleSet,
    build_ruleset,
    content_hash,
    load_rules,
    packaged_rules,
    rule_files,
)
from tests.engine.conftest import RULES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def load(folder: Path) -> RuleSet:
    return build_ruleset(rule_files(folder))


def problem(folder: Path) -> str:
    with pytest.raises(RuleFileError) as caught:
        load(folder)
    return str(caught.value).replace(f"{folder}/", "")


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_folder_of_rules(ruleset: RuleSet) -> None:
    assert set(ruleset.gauges) == {"formality", "irony"}
    assert "mail" in ruleset.lists
    assert ruleset.path_of("act", "redirect") == str(RULES / "acts" / "redirect.yaml")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("acts/redirect.yaml", "$reach", "$raech", "8:17: unknown list 'raech' (did you mean"),
        ("acts/redirect.yaml", "words: $mail", "words: [$mail, $x]", "unknown list 'x'"),
        ("lists.yaml", "phone: [", "phone: [$nope, ", "lists.yaml:2:9: unknown list 'nope'"),
        ("lists.yaml", "phone: [", "phone: [$phone, ", "includes itself: $phone → $phone"),
        ("groups.yaml", "greeting", "greting", "groups.yaml:3:10: unknown act 'greting' (did"),
        ("channel-deflection.yaml", "act: redirect", "act: redirct", "7:13: unknown act 'redirct'"),
        ("channel-deflection.yaml", "not_fact: channel", "not_fact: chanel", "unknown fact"),
        (
            "channel-deflection.yaml",
            "needs: [reply]",
            "needs: [reply, x]",
            "6:16: unknown fact 'x'",
        ),
        ("channel-deflection.yaml", "underline: red", "underline: rad", "8:12: unknown act"),
        (
            "channel-deflection.yaml",
            "underline: redirect",
            "underline: {sentence: redirect, act: redirect}",
            "a mark needs one of act, sentence, gauge, likeliest",
        ),
        (
            "channel-deflection.yaml",
            "underline: redirect",
            "underline: {sentence: rad}",
            "8:12: unknown act 'rad'",
        ),
        ("channel-deflection.yaml", "{to})", "{too})", "unknown placeholder 'too'"),
        ("channel-deflection.yaml", "rule: ch", "rule: x-ch", "must stand in a file named"),
        ("formal-to-sarcasm.yaml", "gauge: formality", "gauge: formalty", "unknown gauge"),
        ("formal-to-sarcasm.yaml", "fact: public", "fact: publik", "2:26: unknown fact 'publik'"),
        (
            "formal-to-sarcasm.yaml",
            "fact: public",
            "fact: reply.words, at_most: $few-word",
            "2:48: unknown threshold 'few-word' (did you mean 'few-words'?)",
        ),
        ("formal-to-sarcasm.yaml", "fact: public", "fact: reply.words, at_most: few", "a valid nu"),
        ("thresholds.yaml", "3", "0", "thresholds.yaml:1:12: input should be greater than 0"),
        ("thresholds.yaml", "3", "true", "thresholds.yaml:1:12: input should be a valid number"),
        ("thresholds.yaml", "3", '"3"', "thresholds.yaml:1:12: input should be a valid number"),
        ("thresholds.yaml", "3", "1e400", "thresholds.yaml:1:12: input should be a"),
        ("gauges/irony.yaml", "bravissimi", "$brava", "unknown list 'brava'"),
    ],
)
def test_names_that_name_nothing(folder: Path, name: str, old: str, new: str, message: str) -> None:
    change(folder, name, old, new)
    found = problem(folder)
    assert message in found
    assert found.startswith(name)


def test_values_of_facts_are_checked(folder: Path) -> None:
    change(folder, "formal-to-sarcasm.yaml", "is: ironic", "is: ironical")
    assert "'ironical' is no value of customer.tone (did you mean 'ironic'?)" in problem(folder)


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("fact: wait.hours, is: chat", "2:42: 'chat' is no value of wait.hours: it is a number"),
        ("fact: wait.hours, in: [4, true]", "'True' is no value of wait.hours: it is a number"),
        ("fact: channel, at_least: 5", "2:45: 'at_least' is for numbers; channel is a word"),
        ("fact: thread, at_most: 2", "2:43: 'at_most' is for numbers; thread is true or false"),
        ("fact: public, is: 1", "2:38: '1' is no value of public: it is true or false"),
        ("fact: channel, is: 1", "'1' is no value of channel"),
        (
            "fact: reply-present, is: 'true'",
            "'true' is no value of reply-present: it is true or false, without quotation marks",
        ),
        ("fact: wait.hours", "2:26: wait.hours is a number: say which with is, in, at_least or at"),
        ("fact: channel", "2:26: channel is a word: say which with is or in"),
        ("fact: wait.hours, at_least: 5, at_most: 1", "no number is at least 5 and at most 1"),
        ("act: redirect, where: {too: x}", "2:48: unknown attribute 'too' (did you mean 'to'?)"),
        (
            "act: redirect, where: {to: {not_fact: public}}",
            "2:58: every attribute differs from public, which is no word",
        ),
        ("fact: channel, in: []", "'in' needs at least 1"),
        ("group: formulas, where: {to: x}", "unknown attribute 'to'"),
        ("act: personal-data, where: {kin: x}", "unknown attribute 'kin' (did you mean 'kind'?)"),
    ],
)
def test_conditions_that_can_never_hold(folder: Path, condition: str, message: str) -> None:
    change(folder, "formal-to-sarcasm.yaml", "fact: public", condition)
    assert "formal-to-sarcasm.yaml:2:" in problem(folder)
    assert message in problem(folder)


@pytest.mark.parametrize(
    "condition",
    [
        "fact: wait.hours, is: 5",
        "fact: wait.hours, at_least: 5, at_most: 5",
        "fact: reply.words, at_least: $few-words, at_most: 1",
        "fact: likely.no-apology, at_least: 0.5",
        "fact: public, is: false",
        "fact: public, in: [true, false]",
        "act: redirect, where: {to: email}",
        "act: personal-data, where: {kind: iban}",
    ],
)
def test_conditions_that_may_hold(folder: Path, condition: str) -> None:
    change(folder, "formal-to-sarcasm.yaml", "fact: public", condition)
    assert load(folder).rules


def test_acts_that_wait_for_one_another(folder: Path) -> None:
    change(folder, "acts/thanks.yaml", "act: thanks\n", "act: thanks\nyields_to: [greeting]\n")
    change(folder, "acts/greeting.yaml", "act: greeting\n", "act: greeting\nnot_beside: [thanks]\n")
    assert "acts wait for one another:" in problem(folder)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("acts/notes.txt", "holds only .yaml files"),
        ("act/x.yaml", "unknown folder: rules have acts/ and gauges/ (did you mean 'acts'?)"),
        ("acts/old/x.yaml", "unknown folder"),
        ("rule.yml", "holds only .yaml files"),
    ],
)
def test_files_that_do_not_belong(folder: Path, name: str, message: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x")
    assert message in problem(folder)


def test_hidden_files_are_passed_over(folder: Path) -> None:
    (folder / ".DS_Store").write_text("x")
    assert load(folder).rules


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="no such folder"):
        rule_files(tmp_path / "none")


def test_a_later_file_replaces_an_earlier_one(folder: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    text = (folder / "channel-deflection.yaml").read_text("utf-8")
    (more / "channel-deflection.yaml").write_text(text.replace("error", "hint"), "utf-8")
    (more / "lists.yaml").write_text("mail: [pec]\nfax: [fax]\n", "utf-8")
    (more / "thresholds.yaml").write_text("few-words: 2\nmany-words: 90\n", "utf-8")
    files = [*rule_files(folder), *rule_files(more)]
    ruleset = build_ruleset(files)
    assert ruleset.rules["channel-deflection"].severity[0].is_ == "hint"
    assert ruleset.lists["mail"] == ("pec",)
    assert "phone" in ruleset.lists
    assert ruleset.thresholds == {"few-words": 2, "many-words": 90}
    assert ruleset.path_of("lists", "fax") == str(more / "lists.yaml")


def test_the_hash_follows_the_content(folder: Path) -> None:
    before = content_hash(rule_files(folder))
    assert content_hash(rule_files(folder)) == before
    change(folder, "lists.yaml", "pec", "fax")
    assert content_hash(rule_files(folder)) != before


def test_the_hash_is_the_same_wherever_the_rules_lie(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "elsewhere"))
    assert load_rules([copy]).hash == load_rules([folder]).hash
    assert load_rules([copy]).path_of("lists", "mail") == str(copy / "lists.yaml")
    assert load_rules([folder]).path_of("lists", "mail") == str(folder / "lists.yaml")


def test_the_rules_that_ship_load() -> None:
    assert packaged_rules().is_dir()
    ruleset = load_rules()
    assert ruleset.rules
    assert load_rules() == ruleset


FILES = rule_files(RULES)
EDITS = st.tuples(
    st.integers(0, len(FILES) - 1),
    st.integers(0, 2000),
    st.integers(0, 12),
    st.sampled_from(
        ["", "x", "$", "{", "]", ": ", "\n", "\n  ", "- ", "..3 ", "|", "&a ", "*a", "#"]
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=3))
def test_an_edited_folder_loads_or_gives_one_problem(
    edits: list[tuple[int, int, int, str]],
) -> None:
    files = list(FILES)
    for number, place, length, text in edits:
        file = files[number]
        at = place % (len(file.raw) + 1)
        raw = file.raw[:at] + text.encode() + file.raw[at + length :]
        files[number] = RuleFile(file.path, file.kind, raw)
    try:
        build_ruleset(files)
    except RuleFileError as error:
        assert str(error).isprintable()
        assert str(error).startswith(str(RULES))
