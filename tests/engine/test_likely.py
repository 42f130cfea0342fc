from __future__ import annotations

from replylint.conversation import Message
from replylint.engine.fact import UNKNOWN
from replylint.engine.facts import FACTS
from replylint.engine.judging import judge_rule
from replylint.engine.learned import learned_model
from replylint.engine.likely import MODEL, PREFIX, RULES
from replylint.engine.places import places
from tests.engine.conftest import ReadConversation

LATE = (Message("customer", "Il pacco doveva arrivare lunedì e non si è visto nessuno."),)


def test_the_model_knows_every_rule_that_is_asked_of_it() -> None:
    assert learned_model(MODEL).labels == RULES
    assert {name for name in FACTS if name.startswith(PREFIX)} == {PREFIX + rule for rule in RULES}


def test_nothing_is_likely_of_a_reply_that_is_not_there(read_shipped: ReadConversation) -> None:
    assert read_shipped(None, thread=LATE).fact("likely.no-solution") is UNKNOWN


def test_nothing_is_likely_of_a_reply_without_a_word(read_shipped: ReadConversation) -> None:
    assert read_shipped("😊 ...", thread=LATE).fact("likely.no-solution") is UNKNOWN


def test_what_helps_makes_no_solution_less_likely(read_shipped: ReadConversation) -> None:
    def odds(reply: str) -> float:
        return read_shipped(reply, thread=LATE, channel="social").fact("likely.no-solution")  # type: ignore[return-value]

    empty = odds("Ci scusiamo per il disagio e faremo tesoro della sua segnalazione.")
    helped = odds("Ci scusiamo: il pacco è ripartito stamattina e arriva domani entro le 13.")
    assert 0 <= helped < 0.3 < 0.7 < empty <= 1


def test_the_agents_word_on_what_the_customer_wants_counts(read_shipped: ReadConversation) -> None:
    wish = (Message("customer", "Manca la versione in inglese, i turisti chiedono a me."),)
    reply = "La versione inglese esce il 2 maggio."
    complaint = read_shipped(reply, thread=wish, intent="complaint").fact("likely.no-apology")
    request = read_shipped(reply, thread=wish, intent="request").fact("likely.no-apology")
    assert request < complaint  # type: ignore[operator]


def test_the_customer_counts_too(read_shipped: ReadConversation) -> None:
    reply = "Grazie mille, a presto!"
    glad = (Message("customer", "Tutto perfetto, personale gentilissimo. Torneremo!"),)
    to_late = read_shipped(reply, thread=LATE).fact("likely.no-apology")
    to_glad = read_shipped(reply, thread=glad).fact("likely.no-apology")
    assert to_glad < to_late  # type: ignore[operator]


def test_explained_by_what_spoke_most_for_it(read_shipped: ReadConversation) -> None:
    likely = read_shipped("Ci scusiamo per il disagio.", thread=LATE).likely
    assert likely is not None
    assert likely.because("no-solution")
    assert likely.because("missing-greeting") == ()


def test_marks_the_likeliest_sentence_where_no_act_is_sure(read_shipped: ReadConversation) -> None:
    reply = "Buongiorno. Il corriere non lo scegliamo noi e il maltempo ha bloccato tutti. Saluti."
    context = read_shipped(reply, thread=LATE)
    rule = context.reader.ruleset.rules["excuses"]
    assert context.reply is not None
    marked = [
        context.reply.text.quote(place.start, place.end)
        for place in places(judge_rule(rule, context), context)
    ]
    assert len(marked) == 1
    assert "corriere" in marked[0]


def test_marks_the_whole_sentence_of_an_act(read_shipped: ReadConversation) -> None:
    reply = "Si precisa che il servizio è reso dai vettori. Ciò ai sensi del regolamento vigente."
    context = read_shipped(reply, channel="chat")
    rule = context.reader.ruleset.rules["too-formal"]
    assert context.reply is not None
    marked = [
        context.reply.text.quote(place.start, place.end)
        for place in places(judge_rule(rule, context), context)
    ]
    assert marked == [
        "Si precisa che il servizio è reso dai vettori",
        "Ciò ai sensi del regolamento vigente",
    ]
