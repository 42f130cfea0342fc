"""The closed classes of Italian grammar (grammar.yaml) as one frozen table."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from replylint.tables import read_table

WordSet = frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word classes that the clause frames are built from; grammar.yaml says what each one is."""

    modals: dict[str, str]
    impersonal: dict[str, str]
    evaluative: dict[str, str]
    role_prepositions: dict[str, str]
    can_nouns: WordSet
    asking: WordSet
    enabling: WordSet
    own: WordSet
    inverting: WordSet
    causative: WordSet
    copulas: WordSet
    appearing: WordSet
    essere_verbs: WordSet
    stative_participles: WordSet
    regretting: WordSet
    thing_verbs: WordSet
    telling: WordSet
    conceding: WordSet
    experience_verbs: WordSet
    wishing: WordSet
    thanking: WordSet
    negators: WordSet
    negative_words: WordSet
    subordinators: WordSet
    relative: WordSet
    conditional: WordSet
    concessive: WordSet
    coordinators: WordSet
    company_nouns: WordSet
    customer_nouns: WordSet
    people_nouns: WordSet
    future_adverbs: WordSet
    person_prepositions: WordSet
    judging: WordSet
    auxiliaries: WordSet
    wrapping_participles: WordSet
    only_verbs: WordSet
    indirect: WordSet
    apologies: WordSet
    denying_lights: WordSet
    idle_after_non: WordSet
    idle_before_non: WordSet
    negative_determiners: WordSet
    foreign_possessives: WordSet
    own_possessives: WordSet
    proclitics: WordSet
    first_clitics: WordSet
    second_clitics: WordSet
    plain_second_clitics: WordSet
    accusative_clitics: WordSet
    polite_clitics: WordSet
    other_clitics: WordSet
    resuming_clitics: WordSet
    beneficiary_clitics: WordSet
    impersonal_clitics: WordSet
    reflexive_clitics: WordSet
    speaker_pronouns: WordSet
    hearer_pronouns: WordSet
    tu_words: WordSet
    lei_words: WordSet
    voi_words: WordSet
    opening_prepositions: WordSet
    fronted_before_che: WordSet
    infinitive_marks: WordSet
    governing_marks: WordSet
    naming_marks: WordSet
    wrapper_stops: WordSet
    courtesies: WordSet
    of_prepositions: WordSet
    by_prepositions: WordSet
    time_openers: WordSet
    here: WordSet


@cache
def grammar() -> Grammar:
    """The table, read once."""
    raw: dict[str, Any] = read_table(__file__, "grammar.yaml")
    values: dict[str, Any] = {
        field.name: (
            raw[field.name] if isinstance(raw[field.name], dict) else frozenset(raw[field.name])
        )
        for field in fields(Grammar)
    }
    return Grammar(**values)
