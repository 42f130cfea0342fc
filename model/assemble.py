"""Turn a trained pipeline into the bundled one.

    python -m model.assemble TRAINED replylint/language/data/pipeline

adds the two rule components, notes the lexicon's version, and drops what only training needs.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import spacy

from replylint.language import correction, lexicon, sentences  # noqa: F401
from replylint.language._italian import ReplyItalian  # noqa: F401
from replylint.language._tokenizer import make_tokenizer
from replylint.language.pipeline import complete

META = {
    "name": "replies",
    "version": "0.1.0",
    "description": "Italian for customer-service replies: sentences, morphology, parse, lemmas",
    "author": "replylint",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD Italian TWITTIRO", "license": "CC BY-SA 4.0"},
        {"name": "UD Italian ParlaMint", "license": "CC BY-SA 4.0"},
        {"name": "UD Italian MarkIT", "license": "CC BY 4.0"},
        {"name": "UD Italian PUD", "license": "CC BY-SA 3.0"},
        {"name": "Morph-it! 0.48", "license": "CC BY-SA 2.0 or LGPL"},
    ],
}


def assemble(trained: Path, target: Path) -> None:
    """Write the bundled pipeline's folder; an older one is replaced, its licence files kept."""
    nlp = complete(spacy.load(trained))
    nlp.tokenizer = make_tokenizer(nlp.vocab)
    nlp.meta.update(META)
    nlp.meta["performance"] = {}
    nlp.meta["replylint"] = {"lexicon": lexicon.version()}
    nlp.config["training"] = {}
    nlp.config["corpora"] = {}
    nlp.config["initialize"] = {}
    nlp.config["paths"] = {}
    kept = {path.name: path.read_bytes() for path in target.glob("[A-Z]*")}
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    for name, content in kept.items():
        (target / name).write_bytes(content)


if __name__ == "__main__":
    assemble(Path(sys.argv[1]), Path(sys.argv[2]))
