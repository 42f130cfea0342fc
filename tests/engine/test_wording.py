from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.wording import fill


@given(st.text(), st.text())
def test_templates_put_in_only_what_is_named(quote: str, attribute: str) -> None:
    filled = fill("{quote.__class__} {to} {x}", quote, {"to": attribute})
    assert filled == f"… {attribute} …"


def test_long_quotes_are_cut_in_messages() -> None:
    assert fill("{quote}", "x" * 200, {}) == "x" * 79 + "…"
    assert fill("{quote}", None, {}) == "…"
