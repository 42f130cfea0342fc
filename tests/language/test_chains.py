from __future__ import annotations

import pytest

from replylint.language.chains import clitics_of, verb_chains
from tests.language.frame_cases import FrameCase, cases, check, pipeline


@pytest.mark.parametrize("case", cases("participles"))
def test_reading(case: FrameCase) -> None:
    check(case)


def test_a_chain_reaches_from_its_negation_to_its_predicate() -> None:
    doc = pipeline()("Purtroppo non le è stata ancora spedita la ricevuta.")
    (chain,) = verb_chains(doc, 0, len(doc))
    assert doc[chain.first].text == "non"
    assert doc[chain.outer].text == "è"
    assert doc[chain.head].text == "spedita"
    assert chain.has("passive")
    assert clitics_of(doc, chain) == ("le",)


def test_the_outermost_step_comes_first() -> None:
    doc = pipeline()("Vorremmo invitarla a provare il servizio.")
    (chain,) = verb_chains(doc, 0, len(doc))
    assert [link.kind for link in chain.links] == ["modal", "asking"]
    assert chain.link("asking") == chain.links[1]
    assert chain.link("copula") is None


def test_no_verb_no_chain() -> None:
    doc = pipeline()("Nessun problema, signora.")
    assert verb_chains(doc, 0, len(doc)) == []
