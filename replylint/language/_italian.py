"""The language of the bundled pipeline: Italian with the lexicon's features and its own tokenizer.

Its code is not "it", so that spaCy refuses to load the pipeline where replylint is not installed,
instead of loading it without the features that it was trained on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.attrs import LANG, NORM, PREFIX, SUFFIX
from spacy.lang.it import Italian, ItalianDefaults
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry
from thinc.api import Config

from . import _lexemes
from ._tokenizer import make_tokenizer

CODE = "it_replylint"
"""The value of `[nlp] lang` in the pipeline's config."""


@registry.tokenizers("replylint.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Give the factory of the tokenizer, for a pipeline's config."""

    def build(nlp: Language) -> Tokenizer:
        return make_tokenizer(nlp.vocab)

    return build


class ReplyItalianDefaults(ItalianDefaults):
    """spaCy's Italian, with the lexeme attributes that the pipeline was trained on."""

    lex_attr_getters: dict[int, Callable[[str], Any]] = {  # noqa: RUF012 (spaCy's own shape)
        **ItalianDefaults.lex_attr_getters,
        LANG: lambda _: CODE,
        NORM: _lexemes.norm,
        PREFIX: _lexemes.word_class,
        SUFFIX: _lexemes.suffix,
    }
    config = Config({"nlp": {"tokenizer": {"@tokenizers": "replylint.Tokenizer.v1"}}})


@registry.languages(CODE)
class ReplyItalian(Italian):  # type: ignore[no-untyped-call]
    """Italian as the bundled pipeline knows it."""

    lang = CODE
    Defaults = ReplyItalianDefaults
