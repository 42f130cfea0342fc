"""Hand-made reports for the tests of the reporters."""

from __future__ import annotations

from replylint.bilingual import Bilingual
from replylint.conversation import Conversation, Draft
from replylint.findings import (
    ActSpan,
    Cue,
    CustomerReading,
    DraftReport,
    Finding,
    InputProblem,
    Mention,
    RunReport,
    Severity,
    Skipped,
    Source,
    ToneReading,
    ToolInfo,
)
from replylint.offsets import FilePlaces, line_starts
from replylint.reporters.view import RuleCard, View

SOURCE = Source("Come non gestire le conversazioni digitali", "4")
TOOL = ToolInfo("0.1.0", "it_replylint 1.0", "0123abcd")
CARD = RuleCard(
    id="channel-deflection",
    severity="error",
    about="Il cliente viene mandato altrove",
    why="Chi scrive ha scelto il canale: mandarlo altrove gli fa ripetere tutto.",
    source=SOURCE,
    good=("Abbiamo riattivato la linea.",),
    bad=("Ci scriva in privato.",),
)
VIEW = View(rules={CARD.id: CARD})

REPLY = (
    "Gentile Cliente,\n"
    "la informiamo che tramite i canali social non abbiamo accesso ai dati dei clienti: "
    "ci scriva in privato 😀 con il numero d'ordine.\n"
    "Cordiali saluti"
)

# One draft with all that could act: on a terminal, in Rich, HTML, XML, Markdown, a CI log.
HOSTILE = (
    "ci scriva \x1b[31m\x1b]8;;http://evil\x07 \x9b2J [bold]in[/bold] <script>alert(1)</script> "
    "</style>& ]]> `code` | **md** ![x](http://evil) @someone\r::error::owned %0A::warning::x "
    "\u202egpj.exe\u202c \u2066 \x00 \x7f \u2028 \ufeff \ud800 {0} {{nome}} \\ \" ' privato"
)


def draft(
    reply: str | None = REPLY, path: str = "casi/risposta.txt", id: str | None = None
) -> Draft:
    places = FilePlaces(line_starts=line_starts(reply or ""))
    return Draft(Conversation(reply, id=id), path, 1, "plain", places)


def finding(
    of: Draft,
    quote: str | None,
    rule: str = "channel-deflection",
    severity: Severity = "error",
    message: str = "Manda il cliente altrove.",
    advice: str = "Dica qui che cosa è stato fatto.",
) -> Finding:
    """A finding on the first occurrence of `quote` in the draft's reply; None: on nothing."""
    start = end = None
    place = (1, 1, 1, 1)
    if quote is not None:
        start = (of.conversation.reply or "").index(quote)
        end = start + len(quote)
        place = of.places.place(start, end)
    return Finding(
        rule, severity, message, advice, start, end, quote, *place, (), SOURCE, f"fp-{rule}"
    )


def problem(path: str, line: int | None, it: str, en: str | None = None) -> InputProblem:
    return InputProblem(path, line, Bilingual(it, it if en is None else en))


def report(*drafts: DraftReport, problems: tuple[InputProblem, ...] = ()) -> RunReport:
    return RunReport(TOOL, drafts, problems)


def usual() -> RunReport:
    """Two drafts: one with two findings and all that a report can hold, one without any."""
    bad = draft(id="tw-17")
    tone = ToneReading("ironic", 0.83, "detected", (Cue(0, 5, "Bravi", "praise"),))
    first = DraftReport(
        bad,
        CustomerReading(
            "complaint",
            tone,
            0.83,
            (Mention("problem", 0, 5, "Bravi"), Mention("thing", None, None, "linea", "declared")),
        ),
        (ActSpan("redirect", 3, 9, REPLY[3:9]),),
        (
            finding(bad, "ci scriva in privato 😀 con"),
            finding(bad, None, "no-solution", "warning", "Manca una soluzione."),
        ),
        (Skipped("late-reply", "gli orari"),),
    )
    second = DraftReport(draft("Tutto a posto.", "buona.txt"))
    return report(
        first,
        second,
        problems=(problem("rotta.json", 3, "manca una virgola", "a comma is missing"),),
    )


def hostile() -> RunReport:
    """A report in which every string that can come from a draft is `HOSTILE`."""
    bad = draft(HOSTILE, path=f"x{HOSTILE.replace('/', '')}.txt", id=HOSTILE)
    found = finding(bad, HOSTILE, message=f"Messaggio {HOSTILE}", advice=f"Consiglio {HOSTILE}")
    inner = finding(bad, "<script>alert(1)</script>", "second-class-channel", "warning")
    acts = (ActSpan("redirect", 0, len(HOSTILE), HOSTILE),)
    return report(
        DraftReport(bad, None, acts, (found, inner), (Skipped("late-reply", HOSTILE),)),
        problems=(problem(HOSTILE, 3, HOSTILE),),
    )
