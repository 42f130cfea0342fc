from __future__ import annotations

from tests.engine.conftest import ReadText


def test_tokens_characters_and_quotes(read_text: ReadText) -> None:
    text = read_text("Salve! «Ci scriva qui».").text
    start, end = text.parsed.sentences[1]
    assert text.quote(*text.trimmed(start, end)) == "Ci scriva qui"
    low, high = text.characters(*text.trimmed(start, end))
    assert text.parsed.doc.text[low:high] == "Ci scriva qui"


def test_what_holds_no_word_is_not_trimmed_away(read_text: ReadText) -> None:
    text = read_text("👏 !!").text
    whole = (0, len(text.parsed.doc))
    assert text.trimmed(*whole) == whole


def test_the_frame_of_a_stretch_is_that_of_its_verb(read_text: ReadText) -> None:
    text = read_text("Le scriviamo domani perché oggi verifichiamo il pacco.").text
    words = [token.text for token in text.parsed.doc]
    at = words.index("verifichiamo")
    inside = text.frame_of(at, at + 1)
    assert inside is not None
    assert text.frames[inside].predicate == "verificare"
    around = text.frame_of(words.index("pacco"), words.index("pacco") + 1)
    assert around == inside
    assert text.heads >= {"scrivere", "verificare"}
