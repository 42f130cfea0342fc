from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.readers.exports.branches import MAX_ALTERNATIVES, alternatives
from replylint.readers.placed import text_at


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("Ciao", ["Ciao"]),
        ("a {% if x %}b{% else %}c{% endif %} d", ["a b d", "a c d"]),
        ("a{% if x %}b{% endif %}c", ["abc", "ac"]),
        ("{% if x %}a{% elsif y %}b{% else %}c{% endif %}", ["a", "b", "c"]),
        ("{% case x %} {% when 1 %}a{% when 2 %}b{% endcase %}", ["a", "b", ""]),
        ("{%- if x -%}a{%- else -%}b{%- endif -%}", ["a", "b"]),
        (
            "{% if x %}a{% if y %}b{% else %}c{% endif %}{% else %}d{% endif %}",
            ["ab", "ac", "d"],
        ),
        ("{% if x %}a", ["a", ""]),
        ("a{% endif %}b{% else %}c", ["abc"]),
        ("{% assign x = 1 %}a", ["{% assign x = 1 %}a"]),
    ],
)
def test_each_way_is_a_text(written: str, texts: list[str]) -> None:
    assert [str(text) for text in alternatives(text_at(written, 0))] == texts


def test_ways_are_capped() -> None:
    written = "".join(f"{{% if a %}}{n}{{% else %}}{n + 50}{{% endif %}}" for n in range(40))
    assert len(alternatives(text_at(written, 0))) == MAX_ALTERNATIVES


TAGS = st.lists(
    st.sampled_from(
        ["{% if x %}", "{% else %}", "{% endif %}", "{% case x %}", "{% when 1 %}",
         "{% endcase %}", "a", "b ", "c"]
    ),
    max_size=20,
)  # fmt: skip


@given(TAGS)
def test_every_way_is_made_of_the_text_in_order(tags: list[str]) -> None:
    written = "".join(tags)
    for way in alternatives(text_at(written, 7)):
        offsets = way.to_file()
        before = -1
        for at, character in enumerate(way):
            low, high = offsets.to_source(at, at + 1)
            assert written[low - 7 : high - 7] == character
            assert low > before
            before = low


def test_deep_nesting_ends() -> None:
    alternatives(text_at("{% if x %}" * 3000 + "a" + "{% endif %}" * 3000, 0))
