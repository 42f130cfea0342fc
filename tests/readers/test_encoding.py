from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.readers import encoding
from replylint.readers.encoding import decode, without_surrogates
from replylint.readers.inputs import UnreadableError

TEXT = "Perché no? 😀\r\nCosì.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
    ],
)
def test_unicode_is_read_with_its_line_ends_and_without_its_mark(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text == TEXT
    assert decoded.notice is None


def test_windows_text_is_read_and_said() -> None:
    decoded = decode("Perché “no” – 5 €".encode("cp1252"))
    assert decoded.text == "Perché “no” – 5 €"
    assert decoded.notice is not None
    assert "Windows-1252" in decoded.notice.it


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x00\x01\x02", "binary"),
        ("ciao".encode("utf-16-le"), "byte-order mark"),
        (b"\xff\xfe\x00\x00c\x00\x00\x00", "UTF-32"),
        (b"\xff\xfea", "UTF-16"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04...", "Word"),
        (b"\x81\x8d\x8f", "UTF-8"),
        (b"\xe8\x01", "binary"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        decode(data)


def test_size_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "MAX_BYTES", 10)
    with pytest.raises(UnreadableError, match="larger than"):
        decode(b"x" * 11)


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_clear_refusal(data: bytes) -> None:
    try:
        decode(data)
    except UnreadableError as error:
        assert "\n" not in error.message.it + error.message.en


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=30))
def test_half_characters_are_replaced_one_for_one(text: str) -> None:
    whole = without_surrogates(text)
    whole.encode("utf-8")
    assert len(whole) == len(text) or max(text) >= "\ud800"
