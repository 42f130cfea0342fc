"""Files, folders and standard input as a user hands them in."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replylint.conversation import Draft, Message, Topic
from replylint.findings import InputProblem
from replylint.readers import (
    Defaults,
    InputError,
    Notice,
    Read,
    read_customer,
    read_thread,
)
from tests.readers.conftest import read


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def one(path: str, defaults: Defaults | None = None) -> Draft:
    found = list(read([path], defaults))
    assert len(found) == 1
    assert isinstance(found[0], Draft), found[0]
    return found[0]


def problems(found: list[Read]) -> list[str]:
    return [item.in_language("en") for item in found if isinstance(item, InputProblem)]


def test_plain_reply_stands_in_its_file_as_it_is(tmp_path: Path) -> None:
    draft = one(write(tmp_path, "a.txt", "Gentile Anna,\r\nle scrivo 😀.\r\n"))
    assert draft.conversation.reply == "Gentile Anna,\r\nle scrivo 😀.\r\n"
    assert draft.markup == "plain"
    assert draft.places.place(18, 24) == (2, 4, 2, 10)


def test_front_matter_gives_the_context(tmp_path: Path) -> None:
    text = (
        "---\nchannel: social\npublic: false\ncustomer: Bravi!\ntone: ironic\n"
        "intent: complaint\nabout: {data: [4471902, foto], thing: treno}\n"
        'reply_at: "2026-03-02T09:40:00Z"\nfragment: true\n---\nCiao Anna\n'
    )
    draft = one(write(tmp_path, "a.md", text))
    said = draft.conversation
    assert (said.channel, said.public, said.tone, said.fragment) == (
        "social",
        False,
        "ironic",
        True,
    )
    assert said.intent == "complaint"
    assert said.about == (
        Topic("thing", "treno"),
        Topic("data", "4471902"),
        Topic("data", "foto"),
    )
    assert said.thread == (Message("customer", "Bravi!"),)
    assert said.reply_at is not None
    assert draft.markup == "markdown"
    assert draft.places.place(5, 9) == (11, 6, 11, 10)


def test_a_rule_at_the_top_of_markdown_is_no_front_matter(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.md", "---\nCiao\n---\n")).conversation.reply == "---\nCiao\n---\n"


def test_front_matter_may_hold_keys_of_others(tmp_path: Path) -> None:
    text = "---\ntitle: Reso\nchannel: chat\npublished: true\n---\nCiao\n"
    assert one(write(tmp_path, "a.md", text)).conversation.channel == "chat"


@pytest.mark.parametrize("about", ['["", " "]', '{thing: [""], data: ""}'])
def test_a_blank_text_is_about_nothing(tmp_path: Path, about: str) -> None:
    assert one(write(tmp_path, "a.md", f"---\nabout: {about}\n---\nCiao")).conversation.about == ()


@pytest.mark.parametrize(
    ("matter", "said"),
    [
        ("chanel: chat", ":2: unknown front matter key \"chanel\" (did you mean 'channel'?)"),
        ("\nchannel: chatt", ':3: "channel" must be one of'),
        ("public: forse", ':2: "public" must be true or false, not "forse"'),
        ("reply_at: ieri", ':2: "reply_at" must be a time'),
        ("customer: [a]", ':2: "customer" must be a string'),
        ("thread: ciao", ':2: "thread" must be a list'),
        ("about: true", ':2: "about" must be words, or a list of words, not true or false'),
        ("about: {thing: [a, []]}", ':2: "thing" must be words'),
        (
            "about:\n  probelm: a",
            ':3: unknown subject "probelm" of "about" (did you mean \'problem\'?)',
        ),
        ("channel: [", ":3: not valid YAML"),
    ],
)
def test_wrong_front_matter_is_one_line(tmp_path: Path, matter: str, said: str) -> None:
    found = list(read([write(tmp_path, "a.txt", f"---\n{matter}\n---\nCiao\n")]))
    assert len(problems(found)) == len(found) == 1
    assert said in problems(found)[0]


CONVERSATION = {
    "id": "tw-17",
    "channel": "social",
    "public": True,
    "thread": [
        {
            "author": "customer",
            "at": "2026-03-02T09:10:00+01:00",
            "text": "Bravi",
            "tone": "ironic",
        },
        {"author": "agent", "text": "Ciao"},
    ],
    "reply": 'Gentile "Anna",\nè così 😀 ok.',
    "reply_at": "2026-03-02T09:40:00+01:00",
    "assignee": {"extra": 1},
}


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.yaml", "nosuffix", "a.txt"])
def test_a_conversation_is_known_by_its_keys(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, json.dumps(CONVERSATION))
    draft = one(path)
    said = draft.conversation
    assert (draft.id, said.channel, said.public, said.reply) == (
        "tw-17",
        "social",
        True,
        CONVERSATION["reply"],
    )
    assert [message.author for message in said.thread] == ["customer", "agent"]
    assert said.thread[0].tone == "ironic"
    at = str(said.reply).index("ok")
    line, column, _, end = draft.places.place(at, at + 2)
    assert Path(path).read_text().splitlines()[line - 1][column - 1 : end - 1] == "ok"


def test_conversations_in_yaml(tmp_path: Path) -> None:
    text = (
        "- id: 1\n  reply: |\n    Ciao\n    Anna\n"
        "- reply: null\n  channel: macro\n  customer: Ehi\n"
    )
    first, second = list(read([write(tmp_path, "a.yml", text)]))
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.id, first.line, first.conversation.reply) == ("1", 1, "Ciao\nAnna\n")
    assert first.places.place(5, 9) == (4, 5, 4, 9)
    assert second.line == 5
    assert second.conversation.macro
    assert second.conversation.channel is None
    assert second.conversation.reply is None
    assert second.conversation.unanswered == (Message("customer", "Ehi"),)


def test_yaml_documents_and_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"reply: Uno\n---\nreply: Due\n"))
    monkeypatch.setattr(sys, "stdin", stdin)
    found = list(read(["-"]))
    assert [item.conversation.reply for item in found if isinstance(item, Draft)] == ["Uno", "Due"]


def test_a_broken_line_leaves_the_others(tmp_path: Path) -> None:
    lines = ['{"id": 1, "reply": "Uno"}', "{rotto", '{"reply": 3}', '{"reply": "x", "public": 1}',
             '{"channel": "chat"}', '{"reply": "x", "thread": [{"author": "io", "text": ""}]}',
             '{"reply": "x", "thread": [{"author": "agent"}]}',
             "", '{"id": 9, "reply": "Nove"}']  # fmt: skip
    found = list(read([write(tmp_path, "a.jsonl", "\n".join(lines))]))
    drafts = [item for item in found if isinstance(item, Draft)]
    assert [(draft.id, draft.line) for draft in drafts] == [("1", 1), ("9", 9)]
    assert sorted(int(text.split(".jsonl:")[1].split(":")[0]) for text in problems(found)) == [
        2, 3, 4, 5, 6, 7,
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson"])
def test_where_every_line_is_broken_each_is_told(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, '{"reply": "Uno"\n\n{"reply": "Due"\n')
    told = problems(list(read([path])))
    assert [said.split(": ")[0] for said in told] == [f"{path}:1", f"{path}:3"]
    assert all("not valid JSON" in said for said in told)
    assert problems(list(read([str(tmp_path)]))) == told


def test_a_list_over_many_lines_is_broken_once_whatever_its_name(tmp_path: Path) -> None:
    listed = '[\n  {"reply": "Uno"},\n  {"reply": "Due"},\n]\n'
    (told,) = problems(list(read([write(tmp_path, "a.jsonl", listed)])))
    assert ":4: not valid JSON" in told


def test_broken_lines_of_other_things_are_told_once_and_only_when_named(tmp_path: Path) -> None:
    path = write(tmp_path, "log.jsonl", "avvio\nfine\n")
    (told,) = problems(list(read([path])))
    assert ":1: not valid JSON" in told
    assert list(read([str(tmp_path)])) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"reply": "Uno"}\n\n%s\n{"reply": "Due"}\n'),
        ("a.json", '[{"reply": "Uno"},\n\n%s, {"reply": "Due"}]'),
        ("a.yaml", "- reply: Uno\n\n- %s\n- reply: Due\n"),
        ("a.yaml", "reply: Uno\n---\n%s\n---\nreply: Due\n"),
    ],
)
@pytest.mark.parametrize("item", ['["a"]', "[]", "12", "null", '"a"'])
def test_what_is_no_conversation_is_told_with_its_line(
    tmp_path: Path, name: str, content: str, item: str
) -> None:
    found = list(read([write(tmp_path, name, content % item)]))
    assert [type(one) for one in found] == [Draft, InputProblem, Draft]
    (told,) = problems(found)
    assert f'{name}:3: a conversation must be a mapping with "reply", not ' in told


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", "{", ":1: not valid JSON"),
        ("a.json", '{"a": 1}', "no replies in a known form"),
        ("a.yaml", "a: [1", ":1: not valid YAML"),
        ("a.txt", b"\x00\x01", "binary"),
        ("a.txt", "x" * 60_000, "60,000 characters"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    tmp_path: Path, name: str, content: str | bytes, said: str
) -> None:
    found = list(read([write(tmp_path, name, content), str(tmp_path / "none.txt")]))
    assert len(found) == 2
    assert said in problems(found)[0]
    assert "no such file" in problems(found)[1]


@pytest.mark.parametrize("asked", [None, "conversation", "generic"])
@pytest.mark.parametrize(
    ("name", "content"),
    [("a.json", "[]"), ("a.csv", "titolo,testo\n"), ("a.csv", ""), ("a.yaml", "# vuoto\n")],
)
def test_data_without_replies_is_an_error_when_named(
    tmp_path: Path, name: str, content: str, asked: str | None
) -> None:
    path = write(tmp_path, name, content)
    (told,) = problems(list(read([path], Defaults(input_format=asked))))
    assert "no replies in a known form" in told
    assert list(read([str(tmp_path)], Defaults(input_format=asked))) == []


def test_windows_text_gives_a_notice_and_the_draft(tmp_path: Path) -> None:
    notice, draft = read([write(tmp_path, "a.txt", "Perché".encode("cp1252"))])
    assert isinstance(notice, Notice)
    assert isinstance(draft, Draft)
    assert draft.conversation.reply == "Perché"


def test_text_that_looks_like_data_is_a_reply(tmp_path: Path) -> None:
    for text in ("{nome}, grazie: la ricontatto.", "[NOME], eccoci", "Ciao: grazie\nreply: no"):
        assert one(write(tmp_path, "a.txt", text)).conversation.reply == text


def test_defaults_fill_what_a_draft_does_not_say(tmp_path: Path) -> None:
    defaults = Defaults(
        channel="chat", public=True, customer="Ehi", thread=(Message("agent", "Sì?"),), tone="plain"
    )
    said = one(write(tmp_path, "a.txt", "Ciao"), defaults).conversation
    assert (said.channel, said.public, said.tone) == ("chat", True, "plain")
    assert said.thread == (Message("agent", "Sì?"), Message("customer", "Ehi"))
    said = one(write(tmp_path, "b.json", json.dumps(CONVERSATION)), defaults).conversation
    assert (said.channel, len(said.thread)) == ("social", 2)


def test_input_format_beats_content(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", '{"reply": "Ciao"}')
    assert one(path, Defaults(input_format="plain")).conversation.reply == '{"reply": "Ciao"}'


def test_customer_option(tmp_path: Path) -> None:
    path = write(tmp_path, "c.txt", "\ufeffChe bravi!\n")
    assert read_customer("Che bravi!") == read_customer("@" + path) == "Che bravi!"
    with pytest.raises(InputError, match="cannot be read"):
        read_customer("@" + str(tmp_path / "none"))


def test_thread_option(tmp_path: Path) -> None:
    messages = [{"author": "customer", "text": "Ehi"}, {"author": "agent", "text": "Sì?"}]
    expected = (Message("customer", "Ehi"), Message("agent", "Sì?"))
    assert read_thread(write(tmp_path, "a.json", json.dumps(messages))) == expected
    conversation = {"thread": messages[:1], "reply": "Sì?"}
    assert read_thread(write(tmp_path, "b.json", json.dumps(conversation))) == expected
    lines = "\n".join(json.dumps(message) for message in messages)
    assert read_thread(write(tmp_path, "c.jsonl", lines)) == expected
    wrong = [{"author": "io", "text": "x"}], [{"reply": "a"}, {"reply": "b"}], {"reply": 12}
    for broken in ("ciao", *map(json.dumps, wrong)):
        with pytest.raises(InputError):
            read_thread(write(tmp_path, "d.txt", broken))


def test_a_script_is_no_reply(tmp_path: Path) -> None:
    (problem,) = problems(list(read([write(tmp_path, "app.js", "const saluto = 'Ciao';")])))
    assert problem.endswith("a script; of .js files only those of an X archive are read")


def test_folders_are_walked_in_order_without_what_is_ignored(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.md", "sub/skip.txt", "node_modules/x.txt", ".h/y.txt",
                 "old/z.txt", "README.md", "img.png", ".hidden.txt", "sub/keep.txt", "x.tmp.txt",
                 "package.json", "app.js"):  # fmt: skip
        write(tmp_path, name, "{}" if name.endswith("json") else "Ciao")
    write(tmp_path, ".gitignore", "old/\n*.tmp.txt\n!\nk*.txt\n")
    write(tmp_path, "sub/.gitignore", "skip.txt\n!keep.txt\n")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = [item.path for item in read([str(tmp_path)]) if isinstance(item, Draft)]
    assert [os.path.relpath(path, tmp_path) for path in found] == [
        "a.txt", "b.txt", "sub/c.md", "sub/keep.txt",
    ]  # fmt: skip
    again = [str(tmp_path / "sub" / "c.md"), str(tmp_path / "old" / "z.txt"), str(tmp_path / "sub")]
    found = [item.path for item in read(again) if isinstance(item, Draft)]
    assert [os.path.relpath(path, tmp_path) for path in found] == [
        "sub/c.md", "old/z.txt", "sub/keep.txt",
    ]  # fmt: skip


def test_gitignore_of_the_repository_above_counts(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, ".gitignore", "/lib/old\n")
    write(tmp_path, "lib/old/a.txt", "Ciao")
    write(tmp_path, "lib/new/a.txt", "Ciao")
    found = [item.path for item in read([str(tmp_path / "lib")])]
    assert [os.path.relpath(path, tmp_path) for path in found] == ["lib/new/a.txt"]


def test_paths_read_as_the_user_wrote_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "d/a.txt", "Ciao")
    monkeypatch.chdir(tmp_path)
    assert [item.path for item in read(["."])] == ["d/a.txt"]
    assert [item.path for item in read(["d/"])] == ["d/a.txt"]


HEADS = st.sampled_from(
    ['{"reply": ', "- reply: ", "---\n", "[", "thread:\n", '{"thread": [{"author": ']
)
CONTENT = st.tuples(HEADS, st.text(max_size=30)).map(lambda parts: "".join(parts).encode())


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    content=st.binary(max_size=80) | CONTENT,
    name=st.sampled_from(["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.yaml", "a"]),
)
def test_nothing_that_is_read_raises(tmp_path: Path, content: bytes, name: str) -> None:
    for item in read([write(tmp_path, name, content)]):
        if not isinstance(item, Draft):
            assert "\n" not in item.message.it + item.message.en


def test_a_path_that_is_no_path_is_said() -> None:
    assert ["no such file" in text for text in problems(list(read(["x" * 5000, "a\0b"])))] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        ("titolo;testo\na;Ciao\nb;Grazie\n", ["Ciao", "Grazie"]),
        ("messaggio, ciao a tutti\ncome va\n", ["messaggio, ciao a tutti\ncome va\n"]),
        ("<p>Ciao</p>", ["<p>Ciao</p>"]),
        ('{"reply": "a"}\n{"reply": "b"}\n', ["a", "b"]),
    ],
)
def test_standard_input_is_known_by_its_content(
    monkeypatch: pytest.MonkeyPatch, text: str, replies: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    found = [item for item in read(["-"]) if isinstance(item, Draft)]
    assert [draft.conversation.reply for draft in found] == replies
