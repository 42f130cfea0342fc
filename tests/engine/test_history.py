from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.conversation import Conversation, Draft, Message, Topic
from replylint.engine.drafts import read_drafts
from replylint.engine.history import asks_for_declared, asks_for_known, repeats_agent
from replylint.engine.judging import judge_rule
from replylint.engine.reading import Reader
from tests.engine.conftest import ReadConversation


def thread(*texts: str) -> tuple[Message, ...]:
    """The customer begins, and the two take turns."""
    return tuple(
        Message("agent" if index % 2 else "customer", text) for index, text in enumerate(texts)
    )


@pytest.mark.parametrize(
    ("reply", "texts"),
    [
        ("Mi indica il numero d'ordine?", ["Ordine 55-2190, schermo rotto.", "Controllo.", "?"]),
        ("Mi invia la foto del danno?", ["Tavolo rotto, foto in allegato.", "Grazie", "Allora?"]),
        ("Mi lascia un recapito?", ["Chiamate il 347 5551234, la caldaia perde", "Sì", "Allora?"]),
        ("Qual è la sua email?", ["Scrivete a anna@rossi.it, niente fatture.", "Sì", "?"]),
        ("Qual è il modello del modem?", ["Modem ZX20, spia rossa"]),
        ("Mi dice la targa dell'auto?", ["Auto targa AB123CD, fanale rotto."]),
        ("Ci invii la documentazione.", ["Ho già inviato la documentazione due volte."]),
        (
            "Ci mandi una copia dello scontrino.",
            ["Frullatore rotto.", "Ci mandi lo scontrino.", "Già fatto tre giorni fa."],
        ),
        (
            "Buongiorno, come posso aiutarla?",
            ["L'app non funziona da lunedì.", "Verifichiamo.", "Ancora niente, è rotta!"],
        ),
        (
            "Può descrivere il problema?",
            ["L'app non funziona da lunedì.", "Verifichiamo.", "Ancora niente, è rotta!"],
        ),
    ],
)
def test_what_was_given_is_asked_for(
    read_shipped: ReadConversation, reply: str, texts: list[str]
) -> None:
    assert asks_for_known(read_shipped(reply, thread=thread(*texts))) is True


@pytest.mark.parametrize(
    ("reply", "texts"),
    [
        ("Mi indica il numero d'ordine?", ["Il mio ordine non arriva da dieci giorni."]),
        ("Ci manda lo scontrino?", ["Tavolo rotto, foto in allegato."]),
        ("Ci manda una foto dell'etichetta?", ["Ho già chiamato tre volte, la lavatrice perde."]),
        ("Quando l'ha comprata?", ["Ordine 4471, lavatrice rotta"]),
        ("Buongiorno, come posso aiutarla?", ["Buongiorno"]),
        ("Buongiorno, come posso aiutarla?", ["L'app non funziona."]),
        ("Il pacco arriva domani.", ["Ordine 4471902 mai arrivato."]),
    ],
)
def test_asking_for_something_new(
    read_shipped: ReadConversation, reply: str, texts: list[str]
) -> None:
    assert asks_for_known(read_shipped(reply, thread=thread(*texts))) is False


def test_without_a_thread_nothing_is_known(read_shipped: ReadConversation) -> None:
    context = read_shipped("Mi indica il numero d'ordine?")
    assert asks_for_known(context) is None
    assert repeats_agent(context) is None


FORMULA = "Abbiamo inoltrato la sua richiesta al reparto competente che la contatterà presto."


@pytest.mark.parametrize(
    ("reply", "earlier", "repeats"),
    [
        (FORMULA, FORMULA, True),
        (f"Gentile cliente, {FORMULA}", FORMULA, True),
        (FORMULA.replace("presto", "quanto prima").upper(), FORMULA, True),
        ("Il tecnico arriva domani alle 10, le scrivo io appena ha finito.", FORMULA, False),
        ("Prego, buona giornata!", "Prego, buona giornata!", False),
    ],
)
def test_an_agent_message_said_again(
    read_shipped: ReadConversation, reply: str, earlier: str, repeats: bool
) -> None:
    context = read_shipped(reply, thread=thread("Il forno non scalda.", earlier, "Allora?"))
    assert repeats_agent(context) is repeats


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=3), st.text(max_size=40))
@settings(max_examples=25, deadline=None)
def test_any_thread_can_be_read(shipped_reader: Reader, texts: list[str], reply: str) -> None:
    draft = Draft(Conversation(reply, thread(*texts)), "-")
    context = next(read_drafts(shipped_reader, [draft])).context
    assert asks_for_known(context) in (True, False, None)
    assert (repeats_agent(context) is None) == (context.reply is None)


def test_long_messages_are_compared_by_their_beginning(reader: Reader) -> None:
    said = "Abbiamo controllato la linea e il tecnico passa domani. " * 400
    conversation = Conversation(said, thread=thread("Guasto.", said))
    read = next(read_drafts(reader, [conversation]))
    assert repeats_agent(read.context)


@pytest.mark.parametrize(
    ("data", "asked"),
    [
        ("numero d'ordine", True),
        ("ordine 4471902", True),
        ("foto", False),
        ("l'indirizzo di casa", False),
    ],
)
def test_data_declared_as_given(read_shipped: ReadConversation, data: str, asked: bool) -> None:
    reply, thread = "Mi indica il numero d'ordine?", (Message("customer", "Pacco mai arrivato."),)
    context = read_shipped(reply, thread=thread, about=(Topic("data", data),))
    assert asks_for_declared(context) is asked


def test_what_nobody_declared_is_not_asked_for_again(read_shipped: ReadConversation) -> None:
    thread = (Message("customer", "Pacco mai arrivato."),)
    assert asks_for_declared(read_shipped("Mi indica il numero d'ordine?", thread=thread)) is False
    assert asks_for_declared(read_shipped(None, thread=thread)) is None


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (
            "Mi dice il codice fiscale?",
            "Il mio IBAN è IT60X0542811101000000123456, aspetto.",
        ),
        ("Ci manda una foto?", "La foto del profilo è sbagliata eccome!"),
    ],
)
def test_something_else_was_given(read_shipped: ReadConversation, reply: str, text: str) -> None:
    assert asks_for_known(read_shipped(reply, thread=thread(text))) is False


@pytest.mark.parametrize(
    ("about", "outcome"),
    [
        (Topic("data", "codice cliente"), "fires"),
        (Topic("data", " "), "skipped"),
        (Topic("problem", "il frigo perde"), "skipped"),
    ],
)
def test_only_data_declared_as_given_are_history(
    read_shipped: ReadConversation, about: Topic, outcome: str
) -> None:
    context = read_shipped("Ci mandi il codice cliente.", channel="email", about=(about,))
    rule = context.reader.ruleset.rules["ignores-history"]
    assert judge_rule(rule, context).outcome == outcome
