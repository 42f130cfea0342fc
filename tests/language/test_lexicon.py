"""The form lexicon."""

from __future__ import annotations

import pytest

from replylint.language.lexicon import (
    Analysis,
    adjective_lemma,
    analyses,
    is_known,
    noun_lemma,
    spelling,
    word_classes,
)


def lemmas(form: str) -> set[str]:
    return {item.lemma for item in analyses(form)}


@pytest.mark.parametrize(
    "form, expected",
    [
        ("scriva", Analysis("scrivere", "Sub", "Pres", "3", "Sing")),
        ("contatti", Analysis("contattare", "Sub", "Pres", "3", "Sing")),
        ("contatti", Analysis("contattare", "Ind", "Pres", "2", "Sing")),
        ("segnali", Analysis("segnalare", "Sub", "Pres", "3", "Sing")),
        ("possiamo", Analysis("potere", "Ind", "Pres", "1", "Plur")),
        ("provvederemo", Analysis("provvedere", "Ind", "Fut", "1", "Plur")),
        ("verrà", Analysis("venire", "Ind", "Fut", "3", "Sing")),
        ("potrebbe", Analysis("potere", "Cnd", "Pres", "3", "Sing")),
        ("desiderasse", Analysis("desiderare", "Sub", "Imp", "3", "Sing")),
        ("clicca", Analysis("cliccare", "Imp", "Pres", "2", "Sing")),
        ("inviate", Analysis("inviare", "Imp", "Pres", "2", "Plur")),
        ("rimosso", Analysis("rimuovere", "Part", "Past", "", "Sing")),
        ("verificando", Analysis("verificare", "Ger")),
        ("chiese", Analysis("chiedere", "Ind", "Past", "3", "Sing")),
        ("logghi", Analysis("loggare", "Ind", "Pres", "2", "Sing")),
        ("crashava", Analysis("crashare", "Ind", "Imp", "3", "Sing")),
        ("disabiliti", Analysis("disabilitare", "Sub", "Pres", "3", "Sing")),
    ],
)
def test_readings(form: str, expected: Analysis) -> None:
    assert expected in analyses(form)


@pytest.mark.parametrize(
    "form, lemma, mood, clitics",
    [
        ("scrivici", "scrivere", "Imp", ("ci",)),
        ("contattarci", "contattare", "Inf", ("ci",)),
        ("inviandoci", "inviare", "Ger", ("ci",)),
        ("rispedircela", "rispedire", "Inf", ("ce", "la")),
        ("mandatecelo", "mandare", "Imp", ("ce", "lo")),
        ("rispedirglielo", "rispedire", "Inf", ("glie", "lo")),
        ("dimmi", "dire", "Imp", ("mi",)),
        ("fammelo", "fare", "Imp", ("me", "lo")),
        ("dagli", "dare", "Imp", ("gli",)),
        ("proporle", "proporre", "Inf", ("le",)),
        ("reinstallarla", "reinstallare", "Inf", ("la",)),
        ("disinstallatela", "disinstallare", "Imp", ("la",)),
        ("resettalo", "resettare", "Imp", ("lo",)),
        ("scansionarlo", "scansionare", "Inf", ("lo",)),
        ("cercasi", "cercare", "Ind", ("si",)),
    ],
)
def test_enclitics(form: str, lemma: str, mood: str, clitics: tuple[str, ...]) -> None:
    assert (lemma, mood, clitics) in {(a.lemma, a.mood, a.clitics) for a in analyses(form)}


@pytest.mark.parametrize(
    "form, lemma",
    [
        ("Scriva", "scrivere"),
        ("VERIFICHI", "verificare"),
        ("puo", "potere"),
        ("verra'", "venire"),
        ("e’", "essere"),
        ("saran", "essere"),
        ("aver", "avere"),
        ("ricontatteremo", "ricontattare"),
        ("capiamo", "capire"),
        ("dica", "dire"),
    ],
)
def test_spellings_and_preferences(form: str, lemma: str) -> None:
    assert lemmas(form) == {lemma}


@pytest.mark.parametrize("form", ["tavolo", "mi", "", "12", "?!", "zzzz", "#tag", "é́"])
def test_not_verbs(form: str) -> None:
    assert analyses(form) == ()


def test_participle_and_imperative_are_both_given() -> None:
    assert {item.mood for item in analyses("allegati")} == {"Part", "Imp"}


def test_word_classes() -> None:
    assert word_classes("contatti") == {"N", "V"}
    assert word_classes("scrivici") == {"V"}
    assert "D" in word_classes("purtroppo")
    assert not word_classes("xyzzy")


def test_known_words() -> None:
    assert is_known("Richiesta")
    assert is_known("perche")
    assert not is_known("Telecoso")


def test_lemmas_of_nouns_and_adjectives() -> None:
    assert noun_lemma("Segnalazioni") == "segnalazione"
    assert noun_lemma("scrivici") is None
    assert adjective_lemma("offensive") == "offensivo"


def test_spelling_restores_accents() -> None:
    assert spelling("perche'") == "perché"
    assert spelling("puo") == "può"
    assert spelling("grazie") == "grazie"


@pytest.mark.parametrize("word", ["loggia", "sette", "settimana", "denari", "link"])
def test_no_verb_is_made_of_a_word_that_is_listed_as_another(word: str) -> None:
    assert lemmas(word) == set()
