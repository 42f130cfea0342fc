"""The whole way from a reply as written to the parsed text, on open-ended input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.conversation import Markup
from replylint.markup.resolve import resolve

_PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<b>", "<div style='display:none'>", "</div>", "<br>", "<!--", "-->",
        "<![", "<!-x", "<?", "<script>", "</script>", "&nbsp;", "&egrave;", "&#x27;", "&", "<",
        "{{nome}}", "[NOME]", "<NOME>", "&lt;nome&gt;", "{% if x %}", "{%", "%}",
        "____", "__X__", "**", "*", "_", "`", "```", "[", "](http://a)", ")", "![x](y)",
        "<http://a.it>", "e'", "perche'", "po'", "citta'", "’", "“", "~~", "|", "---", "\\*",
        "\\", "ciao", "Anna", ".", ",", "😀",
    ]
) | st.sampled_from(
    [" ", "\n", "\r\n", "\n\n", "\n> ", "\n- ", "\n1. ", "\n# ", "    ", "\t", "\u00ad", "\u200b",
     "e\u0300", "\ue000", "\ue001", "\ud83d", "\u2028"]
)  # fmt: skip
WRITTEN = st.lists(_PIECES | st.text(max_size=5), max_size=25).map("".join)
MARKUPS = st.sampled_from(["plain", "markdown", "html"])
PLAIN_WORDS = st.lists(
    st.sampled_from(["Ciao", "Anna", "le", "scrivo", "oggi", "perché", "è", "l'ordine"]), min_size=1
).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(WRITTEN, MARKUPS)
def test_every_character_leads_back_into_the_reply_and_in_order(
    written: str, markup: Markup
) -> None:
    resolved = resolve(written, markup)
    before = (0, 0)
    for at in range(len(resolved.text)):
        low, high = resolved.offsets.to_source(at, at + 1)
        assert 0 <= low <= high <= len(written)
        assert before[0] <= low
        assert before[1] <= high
        before = (low, high)


@settings(max_examples=300, deadline=None)
@given(WRITTEN, MARKUPS, st.data())
def test_a_longer_span_leads_to_a_longer_place(
    written: str, markup: Markup, data: st.DataObject
) -> None:
    resolved = resolve(written, markup)
    start = data.draw(st.integers(0, len(resolved.text)))
    end = data.draw(st.integers(start, len(resolved.text)))
    low, high = resolved.offsets.to_source(start, end)
    all_low, all_high = resolved.offsets.to_source(0, len(resolved.text))
    assert all_low <= low <= high <= all_high or start == end


@given(PLAIN_WORDS, MARKUPS)
def test_there_and_back_is_the_identity_for_words_without_markup(
    words: str, markup: Markup
) -> None:
    resolved = resolve(words, markup)
    assert resolved.text == words
    for at in range(len(words)):
        assert resolved.offsets.to_source(at, at + 1) == (at, at + 1)


@given(st.lists(PLAIN_WORDS, min_size=1, max_size=4))
def test_words_keep_their_place_in_html_paragraphs(paragraphs: list[str]) -> None:
    written = "".join(f"<p class='x'>{words}&nbsp;<b>fine</b></p>\r\n" for words in paragraphs)
    resolved = resolve(written, "html")
    at = 0
    for words in paragraphs:
        at = resolved.text.index(words, at)
        low, high = resolved.offsets.to_source(at, at + len(words))
        assert written[low:high] == words
        at += len(words)


@pytest.mark.parametrize("markup", ["plain", "markdown", "html"])
def test_part_of_a_stand_in_leads_to_the_whole_placeholder(markup: Markup) -> None:
    written = "Gentile {nome}, grazie"
    resolved = resolve(written, markup)
    start = resolved.text.index("Giulia")
    low, high = resolved.offsets.to_source(start + 2, start + 4)
    assert written[low:high] == "{nome}"


def test_placeholders_come_before_html() -> None:
    written = "<p>Gentile <NOME>, entro il &lt;data&gt; le scriviamo.</p>"
    assert resolve(written, "html").text == "Gentile Giulia, entro il 3 maggio le scriviamo."


def test_text_that_is_not_here_makes_the_reply_opaque() -> None:
    assert resolve("Ciao,\n{{dc.saluto_finale}}", "plain").opaque
    assert not resolve("Ciao {{nome}},\n{{firma}}", "plain").opaque


def test_case_and_repeated_letters_are_left_alone() -> None:
    assert resolve("GRAZIEEE!!! E' URGENTE", "plain").text == "GRAZIEEE!!! È URGENTE"


@pytest.mark.parametrize(
    "unit", ["<a ", "<!--", "<![", "[", "![", "{{", "{%if", "e'", "**a", "&lt;nome "]
)
@pytest.mark.parametrize("markup", ["plain", "markdown", "html"])
def test_hostile_repetition_is_read(unit: str, markup: Markup) -> None:
    resolve((unit * 8000)[:8000], markup)
