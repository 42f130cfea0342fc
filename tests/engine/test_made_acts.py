from __future__ import annotations

import pytest

from tests.engine.conftest import ReadConversation, ReadText

REQUEST = "personal-data-request"


def test_a_sentence_of_which_nothing_is_made_out(read_text: ReadText) -> None:
    reading = read_text("Buongiorno Anna! Il vicino suona il pianoforte tutte le notti.")
    (other,) = reading.acts["other"]
    assert reading.text.quote(other.start, other.end).startswith("Il vicino")


def test_personal_data_say_their_kind(read_text: ReadText) -> None:
    (act,) = read_text("Il tuo ordine #550913 parte oggi.").acts["personal-data"]
    assert act.attributes == {"kind": "number"}
    assert act.pattern == "personal-data: number"


def test_customers_may_write_what_they_like(read_text: ReadText) -> None:
    assert "personal-data" not in read_text("Ordine 550913 mai arrivato.", "customer").acts


@pytest.mark.parametrize(
    ("reply", "quote"),
    [
        ("Ci lasci IBAN e codice fiscale.", "Ci lasci IBAN e codice fiscale"),
        ("Lasciaci qui sotto nome, via e cellulare.", "Lasciaci qui sotto nome"),
        ("Lascia qui sotto indirizzo e numero d'ordine, ci pensiamo noi.", "Lascia qui sotto"),
        ("Mi lascia un telefono?", "Mi lascia un telefono"),
        ("Può ripeterci qui il suo numero di contratto?", "numero di contratto"),
    ],
)
def test_personal_data_asked_for_openly(
    read_shipped: ReadConversation, reply: str, quote: str
) -> None:
    reading = read_shipped(reply).reply
    assert reading is not None
    (act,) = reading.acts[REQUEST]
    assert quote in reading.text.quote(act.start, act.end) or reading.text.quote(
        act.start, act.end
    ) in (quote)


@pytest.mark.parametrize(
    "reply",
    [
        "Il codice fiscale ce lo mandi in privato.",
        "Ci scriva il numero d'ordine via mail.",
        "Mandi il numero di contratto a info@alfa.it.",
        "Non scriva qui PIN o numero di carta.",
        "Mi dice il numero della segnalazione?",
        "Che modello è?",
        "Il numero d'ordine è già qui.",
    ],
)
def test_what_is_no_such_request(read_shipped: ReadConversation, reply: str) -> None:
    reading = read_shipped(reply).reply
    assert reading is not None and REQUEST not in reading.acts
