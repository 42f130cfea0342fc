"""Every export's sample: each reply read, dropped or skipped as it should be, and in its place."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replylint.conversation import Draft
from replylint.findings import InputProblem
from replylint.markup.resolve import resolve
from replylint.readers import Defaults, Notice
from replylint.readers.encoding import decode
from replylint.readers.exports import EXPORTS
from tests.readers.conftest import read

SAMPLES = Path(__file__).parent.parent / "samples"
AGENTS = Defaults(agents=("Negozio",))


@dataclass(frozen=True)
class Sample:
    """What a sample must give: ids in order, and a quote of the parsed text with its line."""

    file: str
    ids: tuple[str, ...]
    quote: str
    line: int
    skipped: int = 0
    threads: tuple[int, ...] | None = None


ALL = [
    Sample("zendesk_macros.json", ("101", "102#1", "102#2", "107#email", "107#chat"),
           "numero verde", 5, skipped=1),
    Sample("zendesk_importer.csv", ("Reso",), "reso", 2),
    Sample("zendesk_dynamic_content.json", ("23",), "disposizione", 2, skipped=1),
    Sample("zendesk_comments.json", ("3", "5"), "consegna", 4, threads=(1, 3)),
    Sample("freshdesk.json", ("5001",), "rimborso", 3),
    Sample("freshdesk_conversations.json", ("2",), "avviato", 3, threads=(1,)),
    Sample("intercom.json", ("123",), "ordine", 2),
    Sample("intercom_conversations.json", ("p2",), "domani", 5, threads=(1,)),
    Sample("helpscout.json", ("8#email", "8#chat", "Solo mail"), "confermato", 1),
    Sample("front.json", ("rsp_42",), "pratica", 2),
    Sample("gorgias.json", ("23453",), "consegna", 4, skipped=1),
    Sample("zammad.json", ("1",), "segnalazione", 1),
    Sample("zammad.csv", ("7",), "scriviamo", 3),
    Sample("chatwoot.json", ("1",), "aiutarla", 1),
    Sample("chatwoot_messages.json", ("13",), "funziona", 5, threads=(1,)),
    Sample("osticket_premade.yaml", ("Sollecito",), "seguita", 6, skipped=1),
    Sample("whatsapp_templates.json", ("ritardo_consegna",), "presto", 3, skipped=1),
    Sample("salesforce.csv", ("0QT1",), "pratica", 2),
    Sample("salesforce.json", ("Saluto",), "presto", 1),
    Sample("google_play.csv", ("gp%3Aabc",), "scriva", 2, threads=(1,)),
    Sample("tweets.csv", ("3", "5"), "scriva", 2, threads=(1, 3)),
    Sample("direct-messages.js", ("m2",), "controllo", 3, threads=(1,)),
    Sample("whatsapp_android.txt", ("12/09/2026, 14:32",), "numero verde", 6, threads=(1,)),
    Sample("whatsapp_ios.txt", ("24/05/22, 22:06:10",), "aspettiamo", 3, threads=(1,)),
    Sample("casalinga.csv", ("Saluto", "Privato"), "perché", 2, skipped=1),
    Sample("espanso.yml", (":rit", ":ok"), "ritardo", 3),
]  # fmt: skip


def drafts_of(path: Path, defaults: Defaults = AGENTS) -> list[Draft]:
    found = list(read([str(path)], defaults))
    assert not [item for item in found if isinstance(item, InputProblem)], found
    return [item for item in found if isinstance(item, Draft)]


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.file)
def test_replies_of_the_sample(sample: Sample) -> None:
    found = list(read([str(SAMPLES / sample.file)], AGENTS))
    drafts = [item for item in found if isinstance(item, Draft)]
    assert tuple(draft.id for draft in drafts) == sample.ids
    said = [
        item.message.en
        for item in found
        if isinstance(item, Notice) and "Italian" in item.message.en
    ]
    assert [int(message.split()[0]) for message in said] == [sample.skipped] * bool(sample.skipped)
    if sample.threads is None:
        assert all(draft.conversation.macro for draft in drafts)
    else:
        assert tuple(len(draft.conversation.thread) for draft in drafts) == sample.threads
        assert not any(draft.conversation.macro for draft in drafts)


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.file)
def test_the_caret_stands_under_the_words(sample: Sample) -> None:
    lines = decode((SAMPLES / sample.file).read_bytes()).text.split("\n")
    for draft in drafts_of(SAMPLES / sample.file):
        resolved = resolve(draft.conversation.reply or "", draft.markup)
        for found in re.finditer(r"[a-z]{4,}", resolved.text):
            start, end = resolved.offsets.to_source(*found.span())
            line, column, end_line, end_column = draft.places.place(start, end)
            written = lines[line - 1][column - 1 : end_column - 1]
            assert line == end_line
            assert written == found.group() or re.search(r"[\\{}<>_\[\]]", written), written


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.file)
def test_the_line_is_that_of_the_file(sample: Sample) -> None:
    draft = next(
        draft
        for draft in drafts_of(SAMPLES / sample.file)
        if sample.quote in resolve(draft.conversation.reply or "", draft.markup).text
    )
    resolved = resolve(draft.conversation.reply or "", draft.markup)
    at = resolved.text.index(sample.quote)
    place = draft.places.place(*resolved.offsets.to_source(at, at + len(sample.quote)))
    assert place[0] == sample.line


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.file)
def test_no_markup_is_left(sample: Sample) -> None:
    for draft in drafts_of(SAMPLES / sample.file):
        text = resolve(draft.conversation.reply or "", draft.markup).text
        assert not re.search(r"[{}<>\\*]|&\w+;", text), text


def test_the_actions_of_one_macro_are_a_reply() -> None:
    path = SAMPLES / "zendesk_actions.json"
    (draft,) = drafts_of(path)
    assert (draft.id, draft.conversation.reply) == (
        str(path),
        "Gentile cliente, ci scriva\nin privato.",
    )


def test_channels_and_publicity() -> None:
    def said(file: str) -> list[tuple[str | None, bool | None]]:
        found = drafts_of(SAMPLES / file)
        return [(draft.conversation.channel, draft.conversation.public) for draft in found]

    assert said("helpscout.json")[:2] == [("email", None), ("chat", None)]
    assert said("google_play.csv") == [("social", True)]
    assert said("whatsapp_ios.txt") == [("messaging", False)]
    assert said("casalinga.csv") == [("email", None), ("social", None)]


def test_a_chat_must_be_told_its_agents() -> None:
    (problem,) = read([str(SAMPLES / "whatsapp_ios.txt")])
    assert isinstance(problem, InputProblem)
    assert "--agent" in problem.message.it
    assert "Anna, Negozio" in problem.message.it


def test_an_archive_of_one_conversation_must_be_told_its_owner(tmp_path: Path) -> None:
    text = (SAMPLES / "direct-messages.js").read_text()
    one = tmp_path / "direct-messages.js"
    one.write_text(text[: text.index(',\n {"dmConversation":{"conversationId":"20')] + "];")
    (problem,) = read([str(one)])
    assert isinstance(problem, InputProblem)
    assert "--agent" in problem.message.it
    assert [draft.id for draft in drafts_of(one, Defaults(agents=("99",)))] == ["m2"]


def test_a_field_map_reads_a_library_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    rows = [{"chiave": 3, "it": {"corpi": ["Buongiorno a lei"]}, "spento": False}]
    path.write_text(json.dumps({"risposte": rows}))
    fields = (("text", "it.corpi.0"), ("id", "chiave"))
    (draft,) = drafts_of(path, Defaults(fields=fields))
    assert (draft.id, draft.conversation.reply) == ("3", "Buongiorno a lei")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "titolo,testo\na,Salve a lei\nb,\n"),
        ("a.csv", "titolo,testo\na,Salve a lei\nb\n"),
        ("a.csv", "id,reply,channel,customer\nb,,chat,Ehi\na,Salve a lei,chat,Ehi\n"),
        ("a.json", '[{"titolo": "a", "testo": "Salve a lei"}, {"titolo": "b", "testo": null}]'),
        ("a.jsonl", '{"titolo": "a", "testo": "Salve a lei"}\n{"titolo": "b", "testo": ""}\n'),
    ],
)
def test_a_blank_row_does_not_hide_the_others(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    assert [item.id for item in read([str(tmp_path)]) if isinstance(item, Draft)] == ["a"]


@pytest.mark.parametrize("above", ["\n", ",,\n", "sep=;\n"])
def test_a_table_whose_header_is_not_its_first_line_is_read(tmp_path: Path, above: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{above}id;text\n1;Salve a lei\n2;Grazie a lei\n")
    found = drafts_of(path)
    assert [(draft.id, draft.line) for draft in found] == [("1", 3), ("2", 4)]
    assert found[0].places.place(0, 5) == (3, 3, 3, 8)


@pytest.mark.parametrize(
    ("content", "sound", "lines"),
    [
        ("id,text\n1,Gentile cliente, salve\n2,Salve a lei\n", ["2"], [2]),
        ("id,text\n1,Salve a lei\n2,Gentile,\n3,Gentile cliente, salve\n", ["1", "2"], [4]),
        ("id,text\n1,Gentile cliente, salve\n", [], [2]),
        ("text\nGentile cliente, salve\nSalve a lei\n", ["a.csv"], [2]),
    ],
)
def test_a_row_with_more_cells_than_the_header_is_told_not_cut(
    tmp_path: Path, content: str, sound: list[str], lines: list[int]
) -> None:
    (tmp_path / "a.csv").write_text(content)
    found = list(read([str(tmp_path)]))
    assert [Path(item.id).name for item in found if isinstance(item, Draft)] == sound
    told = [item for item in found if isinstance(item, InputProblem)]
    assert [problem.line for problem in told] == lines
    assert "virgolette" in told[0].message.it


def test_a_long_row_of_a_table_without_replies_is_nobodys_concern(tmp_path: Path) -> None:
    (tmp_path / "numbers.csv").write_text("a,b\n1,2,3\n4,5\n")
    assert list(read([str(tmp_path)])) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "id,text,text\n1,Salve a lei,\n2,,Grazie a lei\n"),
        ("a.csv", "id,Text,text\n1,Salve a lei, \n2, ,Grazie a lei\n"),
        (
            "a.json",
            '[{"id": 1, "Text": "Salve a lei", "text": ""}, {"id": 2, "testo": " ", '
            '"text": "Grazie a lei"}]',
        ),
    ],
)
def test_an_empty_column_of_the_same_name_hides_no_text(
    tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content)
    texts = [draft.conversation.reply for draft in drafts_of(tmp_path / name)]
    assert texts == ["Salve a lei", "Grazie a lei"]


def test_a_table_without_any_text_is_none_of_replies(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("titolo,testo\na,\nb,\n")
    (tmp_path / "a.json").write_text('[{"name": "a", "text": 1}, {"name": "b", "text": "x"}]')
    assert list(read([str(tmp_path)])) == []


def test_the_format_may_be_said(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"message": "Ciao a tutti", "name": "x"}')
    assert drafts_of(path, Defaults(input_format="generic"))[0].id == "x"
    (problem,) = read([str(path)], Defaults(input_format="gorgias"))
    assert isinstance(problem, InputProblem)
    assert "no replies in the form" in problem.message.en


def test_data_of_another_kind_met_on_a_walk_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "x", "description": "y"}')
    (tmp_path / "ci.yaml").write_text("on: push\njobs: {a: {steps: [{name: x}]}}\n")
    (tmp_path / "numbers.csv").write_text("a,b\n1,2\n")
    assert list(read([str(tmp_path)])) == []


def test_broken_data_of_another_kind_met_on_a_walk_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "tsconfig.json").write_text('{"compilerOptions": { // "context"\n}}\n')
    (tmp_path / "chart.yaml").write_text("{{ if .enabled }}\nkind: Service\n{{ end }}\n")
    (tmp_path / "empty.json").write_text("")
    assert list(read([str(tmp_path)])) == []
    (named,) = read([str(tmp_path / "tsconfig.json")])
    assert isinstance(named, InputProblem)
    assert named.line == 1
    assert list(read([str(tmp_path)], Defaults(fields=(("text", "corpi"),)))) != []


DATA_SAMPLES = sorted({*SAMPLES.glob("*.json"), *SAMPLES.glob("*.y*ml"), *SAMPLES.glob("*.js")})


@pytest.mark.parametrize("sample", DATA_SAMPLES, ids=lambda path: path.name)
def test_a_broken_export_met_on_a_walk_is_told(sample: Path, tmp_path: Path) -> None:
    (tmp_path / sample.name).write_text(sample.read_text("utf-8") + "\n}", "utf-8")
    (problem,) = read([str(tmp_path)])
    assert isinstance(problem, InputProblem)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"reply": "Salve"'),
        ("a.json", '{"thread": ['),
        ("a.yaml", "- id: ["),
        ("a.yaml", "- id: 1\n  reply: Salve: ecco"),
        ("a.jsonl", '{"reply": \n'),
        ("a.csv", 'corpi\n"Salve'),
    ],
)
def test_broken_conversations_met_on_a_walk_are_told(
    tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content)
    (problem,) = read([str(tmp_path)])
    assert isinstance(problem, InputProblem)


KEYS = st.sampled_from(
    [
        "macros", "actions", "field", "value", "comment_value", "comment_value_html", "items",
        "variants", "content", "active", "comments", "author_id", "public", "plain_body",
        "users", "role", "id", "ticket", "requester_id", "via", "channel", "content_html",
        "conversations", "incoming", "private", "body", "body_text", "type", "data", "macro",
        "source", "author", "conversation_parts", "part_type", "text", "chatText", "_results",
        "subject", "attachments", "name", "arguments", "setResponseText", "keywords",
        "short_code", "payload", "message_type", "isenabled", "response", "notes", "components",
        "records", "attributes", "Message", "Name", "Channel", "dmConversation", "messages",
        "messageCreate", "senderId", "createdAt", "tweet_id", "inbound", "testo", "reply",
        "thread", "matches", "replace", "title", "language", "created_at",
    ]
)  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | KEYS | st.sampled_from(
    ["comment_value", "macro", "comment", "setResponseText", "BODY", "channel:all", "Ciao {{nome}}",
     "{% if a %}x{% else %}", "<p>Ciao", "user", "admin", "2026-01-01", "0", "[]", '[{"field":']
)  # fmt: skip
DATA = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=DATA)
def test_no_data_of_odd_shape_makes_a_reader_fail(tmp_path: Path, data: Any) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(data))
    for name in (None, *(export.name for export in EXPORTS)):
        for item in read([str(path)], Defaults(input_format=name)):
            if isinstance(item, Draft):
                resolve(item.conversation.reply or "", item.markup)
