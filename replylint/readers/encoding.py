"""Bytes to text: UTF-8, UTF-16 with a byte-order mark, or Windows-1252, which is said."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from replylint.bilingual import Bilingual
from replylint.readers.inputs import UnreadableError

MAX_BYTES = 64 * 1024 * 1024

_IMAGE = Bilingual("un'immagine", "an image")
# First bytes of what people hand in by mistake.
_MAGIC = (
    (b"%PDF", Bilingual("un PDF", "a PDF")),
    (b"PK\x03\x04", Bilingual("un file di Word o Excel o uno ZIP", "a Word, Excel or ZIP file")),
    (
        b"\xd0\xcf\x11\xe0",
        Bilingual("un vecchio file di Word o Excel", "an old Word or Excel file"),
    ),
    (b"{\\rtf", Bilingual("un file RTF (testo formattato)", "a rich-text (RTF) file")),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"\x1f\x8b", Bilingual("un file compresso", "a compressed file")),
)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without its byte-order mark and with its line ends as they are.

    `notice` is what the user should be told about the encoding, if anything.
    """

    text: str
    encoding: str
    notice: Bilingual | None = None


def decode(data: bytes) -> Decoded:
    """The text of `data`.

    Raises:
        UnreadableError: too large, binary, or in an encoding that cannot be told.
    """
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 2**20
        raise UnreadableError(
            f"più grande di {limit} MB; lo divida in più file", f"larger than {limit} MB; split it"
        )
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(
                f"è {kind.it}, non un testo; salvi le risposte come testo",
                f"this is {kind.en}, not text; save the replies as text",
            )
    if data.startswith(_UTF32):
        raise UnreadableError(
            "un testo in UTF-32 non si può leggere; lo salvi in UTF-8",
            "UTF-32 text cannot be read; save it as UTF-8",
        )
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return _utf16(data[len(mark) :], encoding)
    if b"\0" in data:
        raise UnreadableError(
            "file binario, o UTF-16 senza il segno iniziale (BOM); lo salvi come testo in UTF-8",
            "binary, or UTF-16 without a byte-order mark; save it as UTF-8 text",
        )
    try:
        return Decoded(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _utf16(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"il testo in UTF-16 è rovinato al byte {error.start}; lo salvi di nuovo in UTF-8",
            f"broken UTF-16 at byte {error.start}; save it as UTF-8 text",
        ) from None


def _windows(data: bytes) -> Decoded:
    wrong = Bilingual(
        "non è un testo in UTF-8 né in Windows-1252; lo salvi in UTF-8",
        "neither UTF-8 nor Windows-1252 text; save it as UTF-8",
    )
    if _CONTROLS.intersection(data):
        raise UnreadableError(f"file binario: {wrong.it}", f"binary: {wrong.en}")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(wrong.it, wrong.en) from None
    notice = Bilingual(
        "non è in UTF-8: letto come Windows-1252; per sicurezza lo salvi in UTF-8",
        "not UTF-8: read as Windows-1252; save it as UTF-8 to be sure",
    )
    return Decoded(text, "cp1252", notice)


def without_surrogates(text: str) -> str:
    """`text` with half characters (which no encoding can write) replaced one for one."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
