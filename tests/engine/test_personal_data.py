from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.engine.personal_data import personal_data
from replylint.engine.reading import Reader
from tests.engine.conftest import ReadText


def data(read_text: ReadText, reply: str) -> list[tuple[str, str]]:
    text = read_text(reply).text
    return [(datum.kind, text.quote(datum.start, datum.end)) for datum in personal_data(text)]


@pytest.mark.parametrize(
    ("reply", "kind", "quote"),
    [
        ("Il contratto 55-21 risulta attivo.", "number", "contratto 55-21"),
        ("Il suo PNR è X7KQ2L, il volo parte alle 9.", "number", "PNR è X7KQ2L"),
        ("Il PNR KL8TQZ è confermato.", "number", "PNR KL8TQZ"),
        ("Codice cliente: 4471208, confermato.", "number", "Codice cliente: 4471208"),
        ("La prenotazione n. 41 è stata spostata.", "number", "prenotazione n. 41"),
        ("La camera 214 è stata sistemata.", "number", "camera 214"),
        ("Risulta nato il 12/03/1980.", "birth", "nato il 12/03/1980"),
        ("Il codice fiscale RSSMRA80A01H501U non va.", "tax-code", "RSSMRA80A01H501U"),
        ("La carta 4111 1111 1111 1111 è bloccata.", "card", "4111 1111 1111 1111"),
        (
            "È sul suo IBAN IT60X0542811101000000123456.",
            "iban",
            "IT60X0542811101000000123456",
        ),
        ("Signor Bini, la chiamiamo al 347 5551234.", "phone", "347 5551234"),
        ("Ti richiamiamo allo 02 12345678 che ci hai lasciato.", "phone", "02 12345678"),
        ("Il corriere la chiamerà al +39 347 555 1234.", "phone", "+39 347 555 1234"),
        ("Le abbiamo scritto a anna.verdi@gmail.com.", "email", "anna.verdi@gmail.com"),
        ("La fattura è andata alla sua mail a@studiobini.it.", "email", "a@studiobini.it"),
        ("Il pacco è in consegna in via Po 12.", "address", "via Po 12"),
        ("Il suo indirizzo è via Cavour, giusto?", "address", "via Cavour"),
        ("La prenotazione a nome Rossi è confermata.", "name", "prenotazione a nome Rossi"),
        ("La sua gravidanza è a rischio.", "health", "sua gravidanza"),
        (
            "Il referto della Sua colonscopia è pronto.",
            "health",
            "referto della Sua colonscopia",
        ),
    ],
)
def test_what_is_disclosed(read_text: ReadText, reply: str, kind: str, quote: str) -> None:
    assert data(read_text, reply) == [(kind, quote)]


def test_data_come_in_the_order_of_the_text(read_text: ReadText) -> None:
    reply = "Il tuo ordine #550913 arriva domani in via dei Tigli 8, Lodi."
    assert data(read_text, reply) == [
        ("number", "ordine #550913"),
        ("address", "via dei Tigli 8"),
    ]


@pytest.mark.parametrize(
    "reply",
    [
        "Siamo in corso Italia 9; per un tavolo basta chiamare lo 0521 555020.",
        "Il nostro numero verde è 800 123456.",
        "Chiamaci allo 02 1234567 o al 347 5551234.",
        "Scrivi a pizzeriadamario@gmail.com e ti rispondiamo.",
        "Per info 333 1234567.",
        "WhatsApp 347 5551234, dalle 9 alle 18.",
        "Il bonifico va fatto sul nostro IBAN IT60X0542811101000000123456.",
        "Il pacco è pronto nel negozio di via Roma 3.",
        "Puoi ritirare il tuo ordine al punto di ritiro di viale Monza 20.",
        "Il guasto in via Mazzini 4 è risolto.",
        "La segnalazione 88213, il ticket n. 4471 e la pratica 2291 sono chiusi.",
        "Ordini superiori a 1000 euro hanno la spedizione gratis.",
        "L'ordine del 12 marzo parte domani, il contratto 2024 è in vigore.",
        "Il tuo abbonamento è di 29,90 euro per 12 mesi.",
        "Il tuo ordine è in viaggio, arriva in 24/48h.",
        "Per la colonscopia serve l'impegnativa.",
        "Se il suo referto non è pronto, glielo diciamo qui.",
        "Non possiamo commentare qui la sua diagnosi.",
        "Buongiorno!",
    ],
)
def test_what_anybody_may_read(read_text: ReadText, reply: str) -> None:
    assert data(read_text, reply) == []


@given(st.integers(100_000, 10**12))
@settings(max_examples=25, deadline=None)
def test_any_order_number_is_found(reader: Reader, number: int) -> None:
    (reading,) = reader.read_all([(f"Il tuo ordine #{number} parte oggi.", "reply")])
    assert [datum.kind for datum in personal_data(reading.text)][:1] != []


@given(st.text(max_size=60) | st.text(alphabet="via Roma 12 ordine#n.:@gmail.com ", max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(reader: Reader, written: str) -> None:
    (reading,) = reader.read_all([(written, "reply")])
    found = personal_data(reading.text)
    assert all(0 <= datum.start < datum.end <= len(reading.text.words.keys) for datum in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
