from __future__ import annotations

import pytest

from replylint.markup.markdown import markdown_to_text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("# Titolo\n\nTesto **forte** e _piano_.", "Titolo\n\nTesto forte e piano."),
        ("riga\ncontinua  \nrotta\\\nancora", "riga\ncontinua\nrotta\nancora"),
        ("- uno\n- due\n\ndopo", "uno\ndue\n\ndopo"),
        ("> citata\n> ancora", "citata\nancora"),
        ("[qui](http://a.it/e). E poi", "qui. E poi"),
        ("[qui][a]. Poi\n\n[a]: http://x.it", "qui. Poi"),
        ("![logo](x.png)testo", "testo"),
        ("<http://a.it> vai", "http://a.it vai"),
        ("`codice` e\n\n```\nblocco\n```", "codice e\n\nblocco"),
        (r"\*non\* &egrave; <b>così</b><br>a capo", "*non* è così\na capo"),
        ("<div>\nHTML <b>dentro</b>\n</div>\n\ndopo", "HTML dentro\n\ndopo"),
        ("| a | b |\n|---|---|\n| c | d |", "a\n\nb\n\nc\n\nd"),
        ("1. uno\r\n2. due\r\n", "uno\ndue"),
    ],
)
def test_text_without_marks(written: str, text: str) -> None:
    assert markdown_to_text(written)[0] == text


def test_words_after_a_link_are_found_after_it() -> None:
    written = "[qui](http://e.it/e) e poi."
    text, offsets = markdown_to_text(written)
    assert offsets.to_source(text.index("."), len(text)) == (len(written) - 1, len(written))


def test_words_keep_their_place_in_lists_and_quotations() -> None:
    written = "> - Gentile *cliente*,\n>   le scrivo\n"
    text, offsets = markdown_to_text(written)
    for word in ("Gentile", "cliente", "scrivo"):
        at = text.index(word)
        low, high = offsets.to_source(at, at + len(word))
        assert written[low:high] == word
