from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.readers.csvtext import header_of, parse_csv
from replylint.readers.inputs import UnreadableError
from replylint.readers.placed import Record, Text

CELLS = st.text(st.sampled_from('abè ,;"\n😀'), max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5), st.sampled_from(",;\t"))
def test_rows_are_those_of_the_csv_module_and_know_their_places(
    rows: list[tuple[str, str]], separator: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(["uno", "due"])
    writer.writerows(rows)
    file = out.getvalue()
    found, _ = parse_csv(file)
    expected = [row for row in rows if "".join(row).strip()]
    assert [tuple(row.values()) for row in found if isinstance(row, Record)] == expected
    for row in found:
        assert isinstance(row, Record)
        for cell in row.values():
            assert isinstance(cell, Text)
            offsets = cell.to_file()
            for at, character in enumerate(cell):
                low, high = offsets.to_source(at, at + 1)
                assert file[low:high] == ('""' if character == '"' else character)


def test_a_quotation_mark_never_closed_is_said() -> None:
    with pytest.raises(UnreadableError, match="never closed"):
        parse_csv('a,b\n1,"due\n')


def test_rows_shorter_or_longer_than_the_header() -> None:
    file = "a;b\n1\n1;2;3\n;\n4;5;;\n6;7;;8\n"
    rows, broken = parse_csv(file)
    assert rows[:2] == [{"a": "1"}, {"a": "1", "b": "2"}]
    assert rows[2:] == [{"a": "4", "b": "5"}, {"a": "6", "b": "7"}]
    assert [error.offset for error in broken] == [file.index("1;2"), file.index("6")]
    assert "a row of 3 cells under a header of 2" in broken[0].message.en
    assert "la riga ha 4 celle e l'intestazione 2" in broken[1].message.it


@pytest.mark.parametrize(
    "above",
    ["\n", " \r\n\n", ",,\n", ";;\n", '"",""\n', "sep=;\n", '"sep=;"\r\n', "SEP=;,,\n\n;;\n"],
)
def test_what_stands_above_the_header_is_passed_over(above: str) -> None:
    file = f"{above}id;text\n1;Salve\n"
    ((row,), _) = parse_csv(file)
    assert row == {"id": "1", "text": "Salve"}
    assert isinstance(row, Record)
    assert row.start == file.index("1;")
    assert header_of(file) == ["id", "text"]


def test_a_separator_that_the_file_names_is_taken() -> None:
    assert parse_csv("sep=|\nid|text,\n1|a, b; c\n")[0] == [{"id": "1", "text,": "a, b; c"}]
    assert header_of("sep=|\nid|text\n") == ["id", "text"]
    assert parse_csv("sep=\t\nid\ttext;;\n1\tSalve\n")[0] == [{"id": "1", "text;;": "Salve"}]


def test_of_two_columns_of_one_name_the_first_that_is_not_empty_counts() -> None:
    ((one, two, three), _) = parse_csv("id,text,text\n1,Salve, \n2,,Grazie\n3,Salve,Grazie\n")
    assert (one, two, three) == (
        {"id": "1", "text": "Salve"},
        {"id": "2", "text": "Grazie"},
        {"id": "3", "text": "Salve"},
    )
    assert isinstance(two, Record)
    assert two.at("text") == two["text"].start  # type: ignore[attr-defined]
