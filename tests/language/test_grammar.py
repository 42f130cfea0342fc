from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import get_args

import yaml

from replylint.language import grammar as module
from replylint.language.frames import Modality, Role
from replylint.language.grammar import Grammar, grammar


def raw() -> dict[str, object]:
    path = Path(module.__file__).with_name("grammar.yaml")
    loaded: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def test_every_class_of_the_file_is_in_the_table() -> None:
    assert set(raw()) == {field.name for field in fields(Grammar)}


def test_every_word_is_a_word() -> None:
    for name, words in raw().items():
        assert isinstance(words, (dict, list)), name
        assert words, name
        assert all(isinstance(word, str) and word == word.lower() for word in words), name


def test_modalities_and_roles_are_known() -> None:
    table = grammar()
    for words in (table.modals, table.impersonal, table.evaluative):
        assert set(words.values()) <= set(get_args(Modality))
    assert set(table.role_prepositions.values()) <= set(get_args(Role))


def test_it_is_read_once() -> None:
    assert grammar() is grammar()
