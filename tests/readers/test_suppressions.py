from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.conversation import Draft, Suppression
from replylint.findings import InputProblem
from replylint.markup.resolve import resolve
from replylint.readers import Notice, Read
from tests.readers.conftest import read


def drafts(folder: Path, name: str, content: str) -> list[Draft]:
    found = all_read(folder, name, content)
    assert all(isinstance(one, Draft) for one in found), found
    return [one for one in found if isinstance(one, Draft)]


def all_read(folder: Path, name: str, content: str) -> list[Read]:
    (folder / name).write_text(content, encoding="utf-8")
    return list(read([str(folder / name)]))


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_comment_in_the_text(tmp_path: Path, name: str) -> None:
    text = "Salve,\n<!-- replylint: ignore no-solution: così vuole\n la legge -->\nci scriva.\n"
    (one,) = drafts(tmp_path, name, text)
    assert one.suppressions == (Suppression("no-solution", "così vuole la legge", 2),)
    plain = resolve(one.conversation.reply or "", one.markup).text
    assert plain.split() == ["Salve,", "ci", "scriva."]


def test_several_rules_and_the_next_line(tmp_path: Path) -> None:
    text = "Salve.\n<!-- replylint: ignore-next-line a , b-c -->\n\nci scriva.\nGrazie.\n"
    (one,) = drafts(tmp_path, "a.md", text)
    reply = one.conversation.reply or ""
    first, second = one.suppressions
    assert (first.rule, second.rule, first.reason) == ("a", "b-c", None)
    assert first.within is not None
    assert reply[slice(*first.within)] == "ci scriva."


def test_a_next_line_that_is_not_there(tmp_path: Path) -> None:
    (one,) = drafts(tmp_path, "a.md", "Salve.\n<!-- replylint: ignore-next-line a -->\n \n")
    assert one.suppressions[0].within == (len(one.conversation.reply or ""),) * 2


@pytest.mark.parametrize("order", ["ignore", "ignore:", "ignor a", "ignore-line a", "", "ignore A"])
def test_an_order_without_a_rule_or_misspelt(tmp_path: Path, order: str) -> None:
    (one,) = drafts(tmp_path, "a.md", f"x\n<!-- replylint: {order} -->\n")
    assert one.suppressions == (Suppression("", None, 2),)


def test_plain_text_has_no_comments(tmp_path: Path) -> None:
    (one,) = drafts(
        tmp_path, "a.txt", "Salve <!-- replylint: ignore a -->\n# replylint: ignore b\n"
    )
    assert one.suppressions == ()


def test_front_matter(tmp_path: Path) -> None:
    matter = "---\nchannel: chat\nignore:\n  - a\n  - {rule: b, reason: perché sì}\n---\nSalve"
    (one,) = drafts(tmp_path, "a.txt", matter)
    assert [(s.rule, s.reason) for s in one.suppressions] == [("a", None), ("b", "perché sì")]
    assert one.conversation.reply == "Salve"
    (one,) = drafts(tmp_path, "a.txt", "---\nignore: a\n---\nSalve")
    assert one.suppressions == (Suppression("a", None, 2),)


@pytest.mark.parametrize(
    "value",
    ["3", "[[a]]", "{rule: a, why: b}", "{reason: b}", "[null]", "''", "{rule: a, reason: 3}"],
)
def test_front_matter_of_a_wrong_type(tmp_path: Path, value: str) -> None:
    (one,) = all_read(tmp_path, "a.txt", f"---\nignore: {value}\n---\nSalve")
    assert isinstance(one, InputProblem)
    assert '"ignore" must be' in one.message.en
    assert one.line == 2


def test_a_conversation_says_it_as_a_front_matter_does(tmp_path: Path) -> None:
    (one,) = drafts(tmp_path, "a.json", '{"reply": "Salve", "ignore": [{"rule": "a"}]}')
    assert one.suppressions == (Suppression("a", None, 1),)
    (one,) = drafts(tmp_path, "b.json", '{"reply": null, "thread": [], "ignore": "a"}')
    assert [s.rule for s in one.suppressions] == ["a"]


YAML = """\
# replylint: ignore-file everywhere
- id: 1
  reply: Uno
# about the second
# replylint: ignore above: un motivo

- id: 2  # replylint: ignore beside
  reply: |
    Due
    # replylint: ignore not-a-comment
  # replylint: ignore inside
  channel: chat
- id: 3
  reply: "Tre # replylint: ignore neither"
# replylint: ignore after
"""


def test_comments_of_yaml_belong_to_an_item(tmp_path: Path) -> None:
    one, two, three = drafts(tmp_path, "a.yaml", YAML)
    assert [s.rule for s in one.suppressions] == ["everywhere"]
    assert [(s.rule, s.reason, s.line) for s in two.suppressions] == [
        ("everywhere", None, 1), ("above", "un motivo", 5), ("beside", None, 7),
        ("inside", None, 11),
    ]  # fmt: skip
    assert [s.rule for s in three.suppressions] == ["everywhere", "after"]


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("margin", ["", "  "])
def test_a_comment_indented_inside_an_item_is_about_that_item(
    tmp_path: Path, margin: str, blank: str
) -> None:
    lines = ("- id: 1", "  reply: Uno", "  # replylint: ignore inside", "- id: 2", "  reply: Due")
    text = "".join(f"{margin}{line}\n{blank}" for line in lines)
    first, second = drafts(tmp_path, "a.yaml", text)
    assert ([s.rule for s in first.suppressions], second.suppressions) == (["inside"], ())


SAID = """\
- id: 1
  customer: "dice # replylint: ignore quoted: x"
  thread:
    - author: customer
      text: |  # replylint: ignore beside
        # replylint: ignore-file block: x

        poi # replylint: ignore block: x
    # replylint: ignore between
    - author: customer
      text: >-
        dice
        # replylint: ignore folded: x
    - {author: customer, text: 'dice # replylint: ignore
        single'}
  reply: Uno  # replylint: ignore after
"""


@pytest.mark.parametrize("text", [SAID, SAID.replace("\n", "\r\n"), "# 😀 è\n" + SAID])
def test_what_a_customer_says_is_no_comment(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_bytes(text.encode())
    (one,) = read([str(tmp_path / "a.yaml")])
    assert isinstance(one, Draft)
    assert [s.rule for s in one.suppressions] == ["beside", "between", "after"]


def test_a_comment_above_a_list_in_an_envelope_is_for_its_first_item(tmp_path: Path) -> None:
    text = (
        "# replylint: ignore a\nmacros:\n  - {title: x, text: Salve}\n  - {title: y, text: Ecco}\n"
    )
    first, second = drafts(tmp_path, "a.yaml", text)
    assert ([s.rule for s in first.suppressions], second.suppressions) == (["a"], ())


def test_comments_in_the_html_of_an_export(tmp_path: Path) -> None:
    text = (
        '[{"id": 1, "reply": "Salve<br><!-- replylint: ignore a -->ecco"},\n'
        '{"id": 2, "reply": "Ecco <!-- replylint: ignore-file b -->qui"}]'
    )
    first, second = drafts(tmp_path, "a.json", text)
    assert [(s.rule, s.line) for s in first.suppressions] == [("a", 1), ("b", 2)]
    assert [(s.rule, s.line) for s in second.suppressions] == [("b", 2)]
    assert resolve(second.conversation.reply or "", second.markup).text == "Ecco qui"


@settings(max_examples=150, deadline=None)
@given(
    body=st.text(alphabet="ignore-file a:,#<!>\n ", max_size=40),
    name=st.sampled_from(["a.md", "a.html", "a.yaml", "a.txt"]),
)
def test_any_comment_leaves_the_file_readable(
    tmp_path_factory: pytest.TempPathFactory, body: str, name: str
) -> None:
    folder = tmp_path_factory.mktemp("x")
    sign = "#" if name == "a.yaml" else "<!--"
    for one in all_read(folder, name, f"- reply: x\n{sign} replylint: {body} -->\n"):
        assert isinstance(one, Draft | InputProblem | Notice)
