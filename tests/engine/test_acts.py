from __future__ import annotations

from pathlib import Path

import pytest

from replylint.engine.acts import ActMatch
from replylint.engine.reading import Reader
from replylint.engine.ruleset import RuleFile, build_ruleset
from tests.engine.conftest import ReadText

TESTS = "tests: {flags: [a, b, c], passes: [a, b, c]}\nabout: {it: a, en: a}\n"


def found(reader: Reader, text: str, *acts: str) -> dict[str, list[tuple[str, dict[str, str]]]]:
    """The acts of given act files in a text: quotes and attributes."""
    files: list[RuleFile] = []
    for act in acts:
        name = act.split("\n")[0].removeprefix("act: ")
        files.append(RuleFile(Path(f"{name}.yaml"), "act", f"{act}\n{TESTS}".encode()))
    own = Reader(reader.nlp, build_ruleset(files))
    reading = next(own.read_all([(text, "reply")]))
    return {
        name: [(reading.text.quote(m.start, m.end), dict(m.attributes)) for m in matches]
        for name, matches in reading.acts.items()
    }


def quotes(reader: Reader, text: str, act: str) -> list[str]:
    return [quote for quote, _ in found(reader, text, act).get("x", [])]


def test_acts_of_a_reply(read_text: ReadText) -> None:
    reading = read_text("Buongiorno, ci scusiamo. La invitiamo a contattare il numero verde!")
    assert set(reading.acts) == {"greeting", "apology", "redirect"}
    (redirect,) = reading.acts["redirect"]
    assert redirect.attributes == {"to": "phone"}
    assert redirect.pattern == "redirect: clauses[1]"
    text = reading.text.parsed.doc.text
    span = text[redirect.start_char : redirect.end_char]
    assert span.endswith("contattare il numero verde")
    assert redirect.sentence == 1


def test_sides(read_text: ReadText) -> None:
    assert "complaint" not in read_text("L'app non funziona.").acts
    assert "complaint" in read_text("L'app non funziona.", "customer").acts
    assert "greeting" in read_text("Buongiorno a voi.", "customer").acts


def test_sentences_of_which_nothing_is_known_are_other(read_text: ReadText) -> None:
    reading = read_text("Grazie. Il corriere consegna il pacco domani mattina. Ok.")
    (other,) = reading.acts["other"]
    assert reading.text.quote(other.start, other.end).startswith("Il corriere")


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        ("Ci scriva domani.", "{predicate: scrivere, agent: customer}", ["Ci scriva domani"]),
        ("Le scriviamo domani.", "{predicate: scrivere, agent: customer}", []),
        (
            "Ci scriva domani.",
            "{predicate: [chiamare, scrivere], clitics: [ci]}",
            ["Ci scriva domani"],
        ),
        ("Mi scriva domani.", "{predicate: scrivere, clitics: [ci]}", []),
        ("Non possiamo aiutarla.", "{modality: can, polarity: denied}", ["Non possiamo aiutarla"]),
        (
            "La invitiamo a scrivere.",
            "{predicate: scrivere, light: invitare}",
            ["La invitiamo a scrivere"],
        ),
        ("La invitiamo a scrivere.", "{predicate: scrivere, light: none}", []),
        ("Scriva qui.", "{predicate: scrivere, light: none}", ["Scriva qui"]),
        ("Scriva una mail.", "{predicate: scrivere, has: {object: mail}}", ["Scriva una mail"]),
        ("Scriva una mail.", "{predicate: scrivere, has: {any: [fax, mail]}}", ["Scriva una mail"]),
        ("Scriva una mail.", "{predicate: scrivere, lacks: {any: mail}}", []),
        (
            "Scriva una mail oggi.",
            "{predicate: scrivere, words: [mail, oggi]}",
            ["Scriva una mail oggi"],
        ),
        ("Scriva una mail.", "{predicate: scrivere, words: [mail, oggi]}", []),
        ("Scriva una mail.", "{predicate: scrivere, not_words: mail}", []),
        (
            "Grazie, scriva qui.",
            "{predicate: scrivere, sentence_words: grazie, underline: predicate}",
            ["scriva"],
        ),
        ("Grazie. Scriva qui.", "{predicate: scrivere, sentence_words: grazie}", []),
        ("Grazie, scriva qui.", "{predicate: scrivere, sentence_not_words: grazie}", []),
        (
            "Grazie, scriva qui.",
            "{predicate: scrivere, underline: sentence}",
            ["Grazie, scriva qui"],
        ),
    ],
)
def test_clause_patterns(reader: Reader, text: str, pattern: str, expected: list[str]) -> None:
    assert quotes(reader, text, f"act: x\nclauses: [{pattern}]") == expected


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        (
            "Ne terremo sicuramente conto.",
            "{phrase: tenere ..2 conto}",
            ["terremo sicuramente conto"],
        ),
        ("Non terremo conto di lei.", "{phrase: tenere conto, polarity: affirmed}", []),
        (
            "Non terremo conto di lei.",
            "{phrase: tenere conto, polarity: denied}",
            ["terremo conto"],
        ),
        ("Terremo conto di lei.", "{phrase: tenere conto, not_words: lei}", []),
        ("Grazie mille.", "{phrase: grazie, sentence_words: mille}", ["Grazie"]),
    ],
)
def test_phrase_patterns(reader: Reader, text: str, pattern: str, expected: list[str]) -> None:
    assert quotes(reader, text, f"act: x\nphrases: [{pattern}]") == expected


def test_token_and_tree_patterns(reader: Reader) -> None:
    tokens = "act: x\ntokens: [[{LOWER: numero}, {LOWER: verde, OP: '?'}]]"
    assert quotes(reader, "Il numero verde.", tokens) == ["numero verde"]
    tree = (
        "act: x\ntree: [[{RIGHT_ID: v, RIGHT_ATTRS: {LEMMA: chiamare}}, "
        "{LEFT_ID: v, REL_OP: '>', RIGHT_ID: n, RIGHT_ATTRS: {DEP: obj}}]]"
    )
    assert quotes(reader, "Domani chiamiamo il tecnico.", tree) == ["chiamiamo il tecnico"]
    assert quotes(reader, "Domani sentiamo il tecnico.", tree) == []


def test_yields_to_drops_what_overlaps(reader: Reader) -> None:
    weak = "act: x\nphrases: [verde]\nyields_to: [strong]"
    strong = "act: strong\nphrases: [numero verde]"
    result = found(reader, "Il numero verde. È verde.", weak, strong)
    assert result["x"] == [("verde", {})]
    assert result["strong"] == [("numero verde", {})]


def test_not_beside_drops_in_the_same_sentence(reader: Reader) -> None:
    weak = "act: x\nphrases: [verde]\nnot_beside: [strong]"
    strong = "act: strong\nphrases: [numero]"
    assert len(found(reader, "Il numero è verde. Il rosso e il verde.", weak, strong)["x"]) == 1


@pytest.mark.parametrize(
    ("unless", "expected"),
    [
        ("unless: {phrases: [domani]}", ["Il pacco arriva", "arriva"]),
        ("unless_sentence: {phrases: [domani]}", ["arriva"]),
        ("unless: {clauses: [{time: future}]}", None),
    ],
)
def test_unless(reader: Reader, unless: str, expected: list[str] | None) -> None:
    act = f"act: x\nclauses: [{{predicate: arrivare, underline: predicate}}]\n{unless}"
    text = "Il pacco arriva, ma il corriere passa domani. La lettera arriva."
    assert len(quotes(reader, text, act)) == len(expected or ["a", "b"])


def test_a_span_inside_another_of_the_same_kind_is_dropped(reader: Reader) -> None:
    act = "act: x\nphrases: [numero verde, verde, {phrase: verde, set: {to: phone}}]"
    assert found(reader, "Il numero verde.", act)["x"] == [
        ("numero verde", {}),
        ("verde", {"to": "phone"}),
    ]


def test_overlap_is_sharing_a_token() -> None:
    def span(start: int, end: int) -> ActMatch:
        return ActMatch("x", start, end, 0, 0, 0, None, {}, "")

    assert span(0, 2).overlaps(span(1, 3))
    assert not span(0, 2).overlaps(span(2, 3))
