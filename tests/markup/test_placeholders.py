from __future__ import annotations

import pytest

from replylint.markup.resolve import resolve


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Gentile {{ticket.requester.first_name}},", "Gentile Giulia,"),
        ('Ciao {{ticket.requester.first_name | default: "cliente"}}!', "Ciao cliente!"),
        ('Ciao {{user.name|fallback:"cliente"}}!', "Ciao cliente!"),
        ("Ciao {{ contact.first_name || 'amico' }}!", "Ciao amico!"),
        ("Ciao {%customer.firstName,fallback=cliente%}!", "Ciao cliente!"),
        ('Ciao <attribute key="user.name" default="cliente"/>!', "Ciao cliente!"),
        ('Ciao &lt;attribute key="user.name"/&gt;!', "Ciao Giulia!"),
        ("Gentile #{ticket.customer.firstname},", "Gentile Giulia,"),
        ("Ciao %{ticket.name.first},", "Ciao Giulia,"),
        ("Caro {!Contact.FirstName},", "Caro Giulia,"),
        ("Caro {{{Recipient.LastName}}},", "Caro Rossi,"),
        ("Gentile <OTRS_CUSTOMER_REALNAME>,", "Gentile Giulia,"),
        ("Gentile [NOME COGNOME],", "Gentile Giulia,"),
        ("Gentile %NOME%, il <<data>>", "Gentile Giulia, il 3 maggio"),
        ("Gentile [[nome]] ${cognome}", "Gentile Giulia Rossi"),
        (
            "Ciao {{1}}, l'ordine {{2}} arriva il {{3}}",
            "Ciao Giulia, l'ordine 12345 arriva il 3 maggio",
        ),
        ("Gentile ____, il rimborso di [importo]", "Gentile Giulia, il rimborso di 25 euro"),
        ("pagherà € {importo}", "pagherà € 25"),
        ("scriva a {email} o vada su [link]", "scriva a info@example.it o vada su www.example.it"),
        ("ordine XXXXX di *|FNAME|*", "ordine 12345 di Giulia"),
        ("la {foo_bar} è qui", "la dettaglio è qui"),
        ("{% if a %}Ciao{% else %}Salve{% endif %}$|$", "CiaoSalve"),
        ("Gentile {Nome Admin}, __NOME__", "Gentile Giulia, Giulia"),
    ],
)
def test_values(written: str, text: str) -> None:
    assert resolve(written, "plain").text == text


@pytest.mark.parametrize(
    "written",
    [
        "Via XX Settembre, capitolo XXX",
        "nota [1] e [...] e [omissis]",
        "il 10% di #12345 per @mario",
        "scriva a <info@azienda.it>",
        "leggi [il testo](https://a.it)",
        "come dice «la citazione»",
        "costa 100%, sicuro al 100%",
    ],
)
def test_what_is_no_placeholder(written: str) -> None:
    assert resolve(written, "plain").text.replace('"', "") == written.replace("«", "").replace(
        "»", ""
    )


def test_html_tags_are_no_placeholders() -> None:
    assert (
        resolve("<P>Ciao <B>Anna</B><BR>a <A HREF='x'>qui</A></P>", "html").text
        == "Ciao Anna\na qui"
    )
