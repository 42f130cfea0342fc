"""Bytes to text: UTF-8, UTF-16 with a byte-order mark, or Windows-1252, which is said."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from replylint.readers.inputs import UnreadableError

MAX_BYTES = 64 * 1024 * 1024

# First bytes of what people hand in by mistake.
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich-text (RTF) file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
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
    notice: str | None = None


def decode(data: bytes) -> Decoded:
    """The text of `data`.

    Raises:
        UnreadableError: too large, binary, or in an encoding that cannot be told.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"larger than {MAX_BYTES // 2**20} MB; split it")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"this is {kind}, not text; save the replies as text")
    if data.startswith(_UTF32):
        raise UnreadableError("UTF-32 text cannot be read; save it as UTF-8")
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return _utf16(data[len(mark) :], encoding)
    if b"\0" in data:
        raise UnreadableError("binary, or UTF-16 without a byte-order mark; save it as UTF-8 text")
    try:
        return Decoded(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _utf16(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"broken UTF-16 at byte {error.start}; save it as UTF-8 text"
        ) from None


def _windows(data: bytes) -> Decoded:
    message = "neither UTF-8 nor Windows-1252 text; save it as UTF-8"
    if _CONTROLS.intersection(data):
        raise UnreadableError(f"binary: {message}")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(message) from None
    return Decoded(text, "cp1252", "not UTF-8: read as Windows-1252; save it as UTF-8 to be sure")


def without_surrogates(text: str) -> str:
    """`text` with half characters (which no encoding can write) replaced one for one."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
