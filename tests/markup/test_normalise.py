from __future__ import annotations

import pytest

from replylint.markup.normalise import normalise


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("perche\u0301 piu\u0300", "perché più"),
        ("l’ordine “urgente” «ok»", 'l\'ordine "urgente" "ok"'),
        ("a\xa0b\u202fc", "a b c"),
        ("spe\u00addi\u200bto\ufeff", "spedito"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("e' vero, perche' e' cosi'", "è vero, perché è così"),
        ("E' la citta' PERCHE' SARA'", "È la città PERCHÉ SARÀ"),
        ("c'e' l'attivita', dov'e' 'bonta'", "c'è l'attività, dov'è 'bonta'"),
        ("e'stato qui, c'e'stata", "è stato qui, c'è stata"),
        ("un po' di', fa' e va' da' sta'", "un po' di', fa' e va' da' sta'"),
        ("l'altro 'ordine' dell' anno", "l'altro 'ordine' dell' anno"),
        ("possibilita' pero' verra' puo'", "possibilità però verrà può"),
        ("la 'segnalazione spedita' oggi", "la 'segnalazione spedita' oggi"),
        ("famiglia 👨\u200d👩 ok", "famiglia 👨\u200d👩 ok"),
        ("mezza \ud83d coppia", "mezza \ufffd coppia"),
    ],
)
def test_spelling(written: str, text: str) -> None:
    assert normalise(written)[0] == text


def test_an_accent_leads_back_to_vowel_and_apostrophe() -> None:
    written = "e' perche' no"
    text, offsets = normalise(written)
    at = text.index("perché")
    low, high = offsets.to_source(at, at + 6)
    assert written[low:high] == "perche'"


@pytest.mark.parametrize("sign", ["!", "«", "😀", "{", "_", "*_["])
def test_endless_rows_of_signs_are_cut_short(sign: str) -> None:
    text, offsets = normalise(f"Bravi{sign * 5000} davvero{sign * 3}")
    assert len(text) < 110
    start = text.index("davvero")
    written = 5 + 5000 * len(sign) + 1
    assert offsets.to_source(start, start + 7) == (written, written + 7)
    assert text.endswith("davvero" + normalise(sign * 3)[0])
