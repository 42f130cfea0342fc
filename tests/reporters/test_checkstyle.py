from __future__ import annotations

from xml.etree.ElementTree import fromstring

from replylint.reporters.checkstyle import render
from tests.reporters.reports import VIEW, hostile, report, usual

SEVERITIES = {"ignore", "info", "warning", "error"}  # of Checkstyle's SeverityLevel


def test_files_hold_their_errors() -> None:
    root = fromstring(render(usual(), VIEW).encode())
    assert root.tag == "checkstyle"
    assert {file.get("name"): len(file) for file in root} == {
        "casi/risposta.txt": 2,
        "rotta.json": 1,
    }
    error = root[0][0]
    assert dict(error.attrib) == {
        "line": "2",
        "column": "84",
        "severity": "error",
        "message": "Manda il cliente altrove. Dica qui che cosa è stato fatto.",
        "source": "replylint.channel-deflection",
    }


def test_reads_back_whatever_a_draft_holds() -> None:
    root = fromstring(render(hostile(), VIEW).encode())
    errors = root.findall("./file/error")
    assert len(errors) == 3
    assert {error.get("severity") for error in errors} <= SEVERITIES


def test_empty() -> None:
    assert len(fromstring(render(report(), VIEW).encode())) == 0
