"""The words of the interface, in Italian and English; rules bring their own messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from replylint.findings import IdleReason, Severity

Lang = Literal["it", "en"]


@dataclass(frozen=True, slots=True)
class Strings:
    """One language's words; a pair is (singular, plural)."""

    severities: dict[Severity, tuple[str, str]]
    drafts: tuple[str, str]
    skips: tuple[str, str]
    suppressed: tuple[str, str]
    known: tuple[str, str]
    moved: tuple[str, str]
    taken_up: tuple[str, str]
    idle_suppression: dict[IdleReason, str]
    problems: tuple[str, str]
    nothing: str
    no_drafts: str
    why: str
    advice: str
    evidence: str
    source: str
    section: str
    line: str
    needs: str
    needs_nothing: str
    acts: str
    customer: str
    agent: str
    kinds: dict[str, str]
    tones: dict[str, str]
    declared: str
    clean: str
    good: str
    bad: str
    more: str
    title: str
    by_rule: str
    by_folder: str
    severity: str
    filter: str
    all: str
    rule: str
    findings: str
    no_match: str
    checking: str
    watching: str
    sentences: str
    no_act: str
    gauges: str
    rules: str
    fires: str
    silent: str
    suppressed_here: str
    unless: str
    likely: str
    nearest_miss: str
    would_fire: str
    examples: tuple[str, str]
    as_expected: str
    not_as_expected: str
    idle: str
    limits: str
    measured: str
    measured_on: dict[str, str]
    measured_as: str
    switch_off: str
    tune: str


_IT = Strings(
    severities={
        "error": ("errore", "errori"),
        "warning": ("avviso", "avvisi"),
        "hint": ("consiglio", "consigli"),
    },
    drafts=("bozza", "bozze"),
    skips=("regola saltata", "regole saltate"),
    suppressed=("soppressa", "soppresse"),
    known=("già nota", "già note"),
    moved=("spostata", "spostate"),
    taken_up=("segnalazione già nota", "segnalazioni già note"),
    idle_suppression={
        "idle": "la soppressione di «{rule}» non serve: la regola qui non segnala niente",
        "no-rule": "una soppressione deve nominare la regola: «replylint: ignore REGOLA: motivo»",
        "unknown-rule": "la soppressione di «{rule}» non vale: nessuna regola si chiama così",
        "no-reason": "la soppressione di «{rule}» non vale: manca il motivo",
    },
    problems=("problema di lettura", "problemi di lettura"),
    nothing="niente da segnalare",
    no_drafts="nessuna bozza trovata",
    why="perché",
    advice="cosa fare",
    evidence="indizi",
    source="fonte",
    section="sezione",
    line="riga",
    needs="serve",
    needs_nothing="solo la risposta",
    acts="atti",
    customer="cliente",
    agent="agente",
    kinds={"complaint": "reclamo", "request": "richiesta", "compliment": "complimento"},
    tones={"ironic": "ironico", "perhaps": "forse ironico", "plain": "non ironico"},
    declared="dichiarato",
    clean="a posto",
    good="Va bene",
    bad="Non va",
    more="altre {n} segnalazioni non sono elencate",
    title="Controllo delle risposte",
    by_rule="Per regola",
    by_folder="Per cartella",
    severity="Gravità",
    filter="Cerca nel testo",
    all="tutte",
    rule="Regola",
    findings="Segnalazioni",
    no_match="Nessuna segnalazione con questo filtro.",
    checking="Controllo",
    watching="In attesa di modifiche (Ctrl-C per finire)",
    sentences="Frasi e atti",
    no_act="nessun atto",
    gauges="Indicatori",
    rules="Regole",
    fires="scatta",
    silent="tace",
    suppressed_here="qui soppressa",
    unless="salvo che",
    likely="quanto è probabile per chi rilegge:",
    nearest_miss="La più vicina a scattare",
    would_fire="scatterebbe se fosse diverso",
    examples=("esempio", "esempi"),
    as_expected="tutto come previsto",
    not_as_expected="non come previsto",
    idle="nessun esempio la fa scattare",
    limits="Limiti",
    measured="Misurata su risposte mai viste prima",
    measured_on={
        "written": "scritte per la misura",
        "real": "reali",
        "fresh written": "scritte da altri",
        "fresh review": "recensioni scritte da altri",
    },
    measured_as="trovate {hits} su {labelled}, falsi allarmi: {false}",
    switch_off="Per spegnerla",
    tune="Per cambiarla, una sua copia modificata in una cartella",
)

_EN = Strings(
    severities={
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "hint": ("hint", "hints"),
    },
    drafts=("draft", "drafts"),
    skips=("rule skipped", "rules skipped"),
    suppressed=("suppressed", "suppressed"),
    known=("known already", "known already"),
    moved=("moved", "moved"),
    taken_up=("known finding", "known findings"),
    idle_suppression={
        "idle": "the suppression of “{rule}” is of no use: the rule finds nothing here",
        "no-rule": "a suppression must name its rule: “replylint: ignore RULE: reason”",
        "unknown-rule": "the suppression of “{rule}” does not count: no rule is called that",
        "no-reason": "the suppression of “{rule}” does not count: it gives no reason",
    },
    problems=("input problem", "input problems"),
    nothing="nothing to report",
    no_drafts="no draft found",
    why="why",
    advice="what to do",
    evidence="clues",
    source="source",
    section="section",
    line="line",
    needs="needs",
    needs_nothing="the reply alone",
    acts="acts",
    customer="customer",
    agent="agent",
    kinds={"complaint": "complaint", "request": "request", "compliment": "compliment"},
    tones={"ironic": "ironic", "perhaps": "perhaps ironic", "plain": "not ironic"},
    declared="declared",
    clean="fine",
    good="Good",
    bad="Bad",
    more="{n} more findings are not listed",
    title="Reply check",
    by_rule="By rule",
    by_folder="By folder",
    severity="Severity",
    filter="Search the text",
    all="all",
    rule="Rule",
    findings="Findings",
    no_match="No finding matches this filter.",
    checking="Checking",
    watching="Waiting for changes (Ctrl-C to stop)",
    sentences="Sentences and acts",
    no_act="no act",
    gauges="Gauges",
    rules="Rules",
    fires="fires",
    silent="silent",
    suppressed_here="suppressed here",
    unless="unless",
    likely="how likely a reader is to mark it:",
    nearest_miss="The nearest to firing",
    would_fire="would fire if this were otherwise",
    examples=("example", "examples"),
    as_expected="all as expected",
    not_as_expected="not as expected",
    idle="no example makes it match",
    limits="Limits",
    measured="Measured on replies never seen before",
    measured_on={
        "written": "written for the measurement",
        "real": "real",
        "fresh written": "written by others",
        "fresh review": "reviews written by others",
    },
    measured_as="{hits} of {labelled} found, false alarms: {false}",
    switch_off="To switch it off",
    tune="To change it, a changed copy in a folder",
)

_BY_LANG: dict[Lang, Strings] = {"it": _IT, "en": _EN}


def strings(lang: Lang) -> Strings:
    """The interface's words in `lang`."""
    return _BY_LANG[lang]


def count(number: int, forms: tuple[str, str]) -> str:
    """`number` with the right form of the noun: "1 errore", "2 errori"."""
    return f"{number} {forms[0] if number == 1 else forms[1]}"
