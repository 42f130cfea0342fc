from __future__ import annotations

import pytest

from replylint.readers.exports.languages import is_italian


@pytest.mark.parametrize(
    ("text", "italian"),
    [
        ("Gentile cliente, la ringraziamo per la segnalazione.", True),
        ("Ok", True),
        ("Hello, thank you for your order, we will send it to you.", False),
        ("Bonjour, nous avons bien reçu votre commande et nous vous remercions.", False),
        ("Hola, su pedido está en camino, gracias por la compra.", False),
        ("Vielen Dank für Ihre Nachricht, wir haben sie erhalten.", False),
        ("Olá, o seu pedido não está com a transportadora, obrigado.", False),
        ("<p>Hi {{x}}, the order is <b>on</b> its way to you</p>", False),
        ("Il form e la app: click su https://the.of.and/you e login con la mail", True),
    ],
)
def test_by_words(text: str, italian: bool) -> None:
    assert is_italian(text) is italian


@pytest.mark.parametrize(
    ("tag", "italian"),
    [("it", True), ("it-IT", True), ("it_IT", True), ("Italiano", True), ("en", False)],
)
def test_by_tag(tag: str, italian: bool) -> None:
    assert is_italian("Hello, thank you for your order", tag) is italian


def test_a_long_run_of_signs_is_read_at_once() -> None:
    assert is_italian("x" * 300_000)
