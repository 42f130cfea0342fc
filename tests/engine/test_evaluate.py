from __future__ import annotations

from typing import get_args

import pytest

from replylint.conversation import Conversation, CustomerKind, Draft, Message
from replylint.engine.drafts import read_drafts
from replylint.engine.evaluate import fingerprint, report
from replylint.engine.reading import Reader
from replylint.findings import DraftReport
from replylint.offsets import FilePlaces, line_starts

LATE = Message("customer", "Il pacco è in ritardo.")
IRONIC = Message("customer", "Tre giorni senza linea, bravissimi 👏", tone="ironic")


def check(reader: Reader, reply: str | None, lang: str = "it", **known: object) -> DraftReport:
    places = FilePlaces(line_starts=line_starts(reply or ""))
    conversation = Conversation(reply, **known)  # type: ignore[arg-type]
    draft = Draft(conversation, "draft.txt", places=places)
    (read,) = read_drafts(reader, [draft])
    rules = reader.ruleset.rules.values()
    return report(read.draft, read.offsets, read.context, rules, lang)


def rules(found: DraftReport) -> list[str]:
    return [finding.rule for finding in found.findings]


def test_a_finding_points_at_the_words_as_written(reader: Reader) -> None:
    reply = "Buongiorno,\nper favore ci scriva   in  privato &amp; grazie."
    found = check(reader, reply)
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("channel-deflection", "error")
    assert finding.quote is not None
    assert finding.quote.startswith("per favore ci scriva   in  privato")
    assert reply[slice(finding.start, finding.end)] == finding.quote
    assert (finding.line, finding.column) == (2, 1)
    assert "(messaging)" in finding.message
    assert finding.source.section == "4"


def test_one_finding_a_place(reader: Reader) -> None:
    found = check(reader, "Ci scriva in privato. Chiami il numero verde.")
    assert [finding.quote for finding in found.findings] == [
        "Ci scriva in privato",
        "Chiami il numero verde",
    ]


def test_only_the_satisfied_places_are_underlined(reader: Reader) -> None:
    found = check(reader, "Ci scriva in privato. Chiami il numero verde.", channel="messaging")
    assert [finding.quote for finding in found.findings] == ["Chiami il numero verde"]


def test_what_was_skipped_is_said(reader: Reader) -> None:
    found = check(reader, "Gentile cliente, buona giornata. Cordiali saluti")
    assert {skipped.rule: skipped.needs for skipped in found.skipped} == {
        "formal-to-sarcasm": "il messaggio del cliente",
        "missing-apology": "il messaggio del cliente",
    }
    english = check(reader, "Gentile cliente, buona giornata. Cordiali saluti", "en")
    assert {skipped.needs for skipped in english.skipped} == {"the customer's message"}


def test_the_known_part_may_decide(reader: Reader) -> None:
    """Not formal: whatever the customer's tone, the rule cannot fire."""
    found = check(reader, "Ok.", thread=(LATE,))
    assert "formal-to-sarcasm" not in [skipped.rule for skipped in found.skipped]


def test_gauges_underline_their_strongest_sentence(reader: Reader) -> None:
    reply = "Gentile utente, ne terremo conto. Cordiali saluti"
    found = check(reader, reply, thread=(IRONIC,), channel="social")
    finding = next(item for item in found.findings if item.rule == "formal-to-sarcasm")
    assert (finding.quote, finding.severity) == ("Gentile utente, ne terremo conto", "error")
    assert finding.evidence == ("Gentile utente", "Cordiali saluti")
    private = check(reader, reply, thread=(IRONIC,), channel="email")
    assert "warning" in [item.severity for item in private.findings]


def test_unless_silences_only_when_it_is_true(reader: Reader) -> None:
    reply = "Gentile utente, ci scusiamo. Cordiali saluti"
    assert "formal-to-sarcasm" not in rules(check(reader, reply, thread=(IRONIC,)))


def test_absence_is_told_once_and_may_have_no_place(reader: Reader) -> None:
    found = check(reader, "Non possiamo rimborsarla. Non possiamo aiutarla.", thread=(LATE,))
    assert [finding.quote for finding in found.findings] == ["Non possiamo rimborsarla"]
    (finding,) = check(reader, "Arriva\ndomani.", thread=(LATE,)).findings
    assert (finding.start, finding.end, finding.quote) == (None, None, None)
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (1, 1, 2, 8)


def test_no_reply_skips_what_needs_one(reader: Reader) -> None:
    found = check(reader, None, thread=(LATE,))
    assert found.findings == ()
    assert {skipped.needs for skipped in found.skipped} == {"una risposta"}
    assert found.acts == ()


def test_the_customer_is_read(reader: Reader) -> None:
    found = check(reader, "Ok.", thread=(IRONIC,))
    assert found.customer is not None
    assert (found.customer.kind, found.customer.tone.value) == ("complaint", "ironic")
    assert (found.customer.tone.confidence, found.customer.tone.source) == (1.0, "declared")


@pytest.mark.parametrize("intent", get_args(CustomerKind))
def test_what_the_agent_says_of_the_customer_beats_the_reading(
    reader: Reader, intent: CustomerKind
) -> None:
    found = check(reader, "Ok.", thread=(LATE,), intent=intent)
    assert found.customer is not None
    assert (found.customer.kind, found.customer.confidence) == (intent, 1.0)
    assert found.customer.tone.value == "plain"


def test_acts_are_reported_as_written(reader: Reader) -> None:
    reply = "Salve!  Grazie   mille."
    found = check(reader, reply)
    assert [(act.act, act.quote) for act in found.acts] == [
        ("greeting", "Salve"),
        ("thanks", "Grazie"),
    ]


def test_fingerprints_survive_edits_elsewhere(reader: Reader) -> None:
    (before,) = check(reader, "Salve. Ci scriva in privato.").findings
    (after,) = check(reader, "Buongiorno!\n\nci scriva  in privato.").findings
    assert before.fingerprint == after.fingerprint


def test_equal_sentences_have_fingerprints_of_their_own(reader: Reader) -> None:
    first, second = check(reader, "Ci scriva in privato. Ci scriva in privato.").findings
    assert first.fingerprint != second.fingerprint


def test_fingerprint_ignores_case_and_spacing() -> None:
    assert fingerprint("r", "Ci  SCRIVA\nqui") == fingerprint("r", "ci scriva qui")
    assert fingerprint("r", "a") != fingerprint("s", "a")


@pytest.mark.parametrize("reply", ["", " \n", "?!", "👏", "ﷺ \x00", "a" * 5000, "\u202e<b>{{x}}"])
def test_any_text_gives_a_report(reader: Reader, reply: str) -> None:
    assert check(reader, reply).draft.path == "draft.txt"
