"""What is said of inputs: in Italian as in English, and nothing in one language only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import replylint
from replylint.findings import InputProblem
from replylint.readers import Defaults, InputError, Notice, read_customer, read_thread
from tests.readers.conftest import read

PACKAGE = Path(replylint.__file__).parent
BILINGUAL = {"Bilingual", "UnreadableError", "NotRecognisedError"}

SAID: list[tuple[str, str | bytes, str]] = [
    ("a.txt", b"%PDF-1.7", "è un PDF, non un testo; salvi le risposte come testo"),
    ("a.txt", b"GIF8", "è un'immagine, non un testo; salvi le risposte come testo"),
    (
        "a.txt",
        b"\xff\xfe\x00\x00c\x00\x00\x00",
        "un testo in UTF-32 non si può leggere; lo salvi in UTF-8",
    ),
    (
        "a.txt",
        b"\x00\x01",
        "file binario, o UTF-16 senza il segno iniziale (BOM); lo salvi come testo in UTF-8",
    ),
    (
        "a.txt",
        b"\xff\xfea",
        "il testo in UTF-16 è rovinato al byte 0; lo salvi di nuovo in UTF-8",
    ),
    (
        "a.txt",
        b"\x81\x8d\x8f",
        "non è un testo in UTF-8 né in Windows-1252; lo salvi in UTF-8",
    ),
    (
        "a.txt",
        "Perché".encode("cp1252"),
        "non è in UTF-8: letto come Windows-1252; per sicurezza lo salvi in UTF-8",
    ),
    (
        "a.txt",
        "x" * 60_000,
        ":1: la risposta ha 60.000 caratteri; se ne controllano 50.000 al massimo",
    ),
    (
        "a.txt",
        "---\nchanel: chat\n---\nCiao",
        ":2: chiave «chanel» sconosciuta nelle righe di testa (forse intendeva «channel»?)",
    ),
    (
        "a.txt",
        "---\ntone: ironico\n---\nCiao",
        ":2: «tone» deve essere una parola tra ironic, plain, non «ironico»"
        " (forse intendeva «ironic»?)",
    ),
    (
        "a.txt",
        "---\npublic: forse\n---\nCiao",
        ":2: «public» deve essere true o false, non «forse»",
    ),
    (
        "a.txt",
        "---\nreply_at: ieri\n---\nCiao",
        ":2: «reply_at» deve essere una data con l'ora in ISO 8601"
        " (2026-03-02T09:10:00+01:00), non «ieri»",
    ),
    (
        "a.txt",
        "---\ncustomer: [a]\n---\nCiao",
        ":2: «customer» deve essere un testo (tra virgolette), non un elenco",
    ),
    (
        "a.txt",
        "---\nthread: ciao\n---\nCiao",
        ":2: «thread» deve essere un elenco di messaggi, non un testo",
    ),
    (
        "a.txt",
        "---\nthread: [1]\n---\nCiao",
        ":2: un messaggio di «thread» deve avere «author» e «text»; questo è un numero",
    ),
    (
        "a.txt",
        "---\nthread: [{author: agent}]\n---\nCiao",
        ":2: a un messaggio di «thread» manca «text»; lo aggiunga",
    ),
    (
        "a.txt",
        "---\nabout: true\n---\nCiao",
        ":2: «about» deve essere un testo o un elenco di testi, non un valore true o false",
    ),
    (
        "a.txt",
        "---\nabout: {probelm: a}\n---\nCiao",
        ":2: argomento «probelm» sconosciuto in «about» (forse intendeva «problem»?)",
    ),
    (
        "a.txt",
        "---\nignore: [{a: b}]\n---\nCiao",
        ":2: «ignore» deve essere un elenco di nomi di regole, o di «rule» e «reason»,"
        " non un gruppo di campi",
    ),
    (
        "a.json",
        '{"reply": }',
        ":1: JSON non valido («Expecting value»); controlli virgolette, virgole e parentesi",
    ),
    (
        "a.json",
        "[" + "1" * 5000 + "]",
        ":1: il JSON ha troppi livelli, o un numero troppo lungo; lo semplifichi",
    ),
    (
        "a.json",
        "[" * 300 + "]" * 300,
        ":1: il JSON ha più di 200 livelli; lo semplifichi",
    ),
    (
        "a.json",
        '[{"reply": "Ciao"}, null]',
        ":1: una conversazione deve essere un gruppo di campi con «reply», non un valore vuoto",
    ),
    (
        "a.json",
        '[{"reply": "Ciao"}, {"id": 1}]',
        ":1: manca «reply» (null, se nessuno ha ancora risposto)",
    ),
    ("a.json", '{"reply": 3}', ":1: «reply» deve essere un testo, non un numero"),
    (
        "a.json",
        '{"a": 1}',
        "nessuna risposta in una forma nota; una conversazione ha «reply», un elenco di risposte"
        " «text» (o indichi il formato con --input-format)",
    ),
    (
        "a.yaml",
        "reply: Salve: ecco",
        ":1: YAML non valido («mapping values are not allowed in this context»); controlli i"
        " rientri, e le virgolette ai testi con «:»",
    ),
    ("a.yaml", "a: " + "[" * 200 + "]" * 200, ":1: lo YAML ha più di 100 livelli; lo semplifichi"),
    (
        "a.yaml",
        "reply: *saluto",
        ":1: alias «*saluto» sconosciuto, o troppi alias; scriva il testo per esteso",
    ),
    (
        "a.csv",
        'titolo,testo\n1,"Ciao\n',
        ":2: una virgoletta apre una cella e non viene mai chiusa; la chiuda o la tolga",
    ),
    (
        "a.csv",
        "titolo,testo,lingua\n1,Ciao,it\n2,Hello,en\n",
        "1 testo non è in italiano: saltato",
    ),
    (
        "a.csv",
        "titolo,testo,lingua\n1,Hi,en\n2,Hello,en\n",
        "2 testi non sono in italiano: saltati",
    ),
]


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def remarks(path: str, defaults: Defaults | None = None) -> list[str]:
    found = [one for one in read([path], defaults) if isinstance(one, InputProblem | Notice)]
    return [one.in_language("it").removeprefix(path) for one in found]


@pytest.mark.parametrize(("name", "content", "said"), SAID)
def test_what_is_said_in_italian(
    tmp_path: Path, name: str, content: str | bytes, said: str
) -> None:
    expected = said if said.startswith(":") else f": {said}"
    assert remarks(write(tmp_path, name, content)) == [expected]


def test_a_file_that_is_not_there() -> None:
    assert remarks("none.txt") == [
        ": questo file o questa cartella non esiste; controlli come ha scritto il nome"
    ]


def test_a_format_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", '{"a": 1}')
    assert remarks(path, Defaults(input_format="zammad")) == [
        ": nessuna risposta nel formato «zammad»; ne scelga un altro (--input-format)"
    ]


def test_a_format_of_data_asked_of_a_reply(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Ciao")
    assert remarks(path, Defaults(input_format="zammad")) == [
        ": non sono dati come quelli del formato «zammad»; ne scelga un altro (--input-format)"
    ]


def test_files_that_options_name(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read_customer(f"@{tmp_path / 'none'}")
    assert error.value.problem.message.it == (
        "non si può leggere: il file non esiste; controlli come ha scritto il nome"
    )
    with pytest.raises(InputError) as error:
        read_thread(write(tmp_path, "a.json", '[{"reply": "a"}, {"reply": "b"}]'))
    assert error.value.problem.message.it == (
        "più di una conversazione; per --thread ne serve una sola"
    )
    with pytest.raises(InputError) as error:
        read_thread(write(tmp_path, "a.txt", "Ciao"))
    assert error.value.problem.message.it == (
        "per --thread serve una conversazione o un elenco di messaggi"
    )


def written_out() -> Iterator[tuple[ast.expr, ast.expr]]:
    """The Italian and the English of every text that stands in the code in both languages."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in BILINGUAL:
                it, en = node.args[:2]
                if isinstance(it, ast.Constant | ast.JoinedStr) and ast.unparse(it) != "''":
                    yield it, en


def put_in(text: ast.expr) -> list[str]:
    """What is put into a text, whichever language's half of it."""
    values = (node.value for node in ast.walk(text) if isinstance(node, ast.FormattedValue))
    return sorted(re.sub(r"\.(it|en)$", "", ast.unparse(value)) for value in values)


def test_both_languages_differ_and_tell_the_same_values() -> None:
    found = list(written_out())
    assert len(found) > 40
    for it, en in found:
        assert ast.unparse(it) != ast.unparse(en)
        assert put_in(it) == put_in(en), ast.unparse(it)
