"""Measure a pipeline on the test sets and on the support sentences.

    python -m model.evaluate CORPUS [PIPELINE] > scores.json

CORPUS is what `model.corpus.prepare` wrote; PIPELINE a folder or an installed name, the bundled
pipeline by default. All measures start from raw text. The conventions of the test sets are those of
the training documents (enclitics counted with their verb's own features), so figures of other
pipelines are comparable to about half a point.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Token
from spacy.training import Example

from replylint.language.pipeline import load

from .support import score as score_support

SETS = ("isdt", "postwita", "vit")
VERBAL = ("VERB", "AUX")
FINITE = ("Mood", "Tense", "Person", "Number")
MEASURES = {
    "token_acc": "token_acc",
    "upos": "pos_acc",
    "morph": "morph_acc",
    "uas": "dep_uas",
    "las": "dep_las",
    "lemma": "lemma_acc",
    "sentences_f": "sents_f",
}


def read_documents(nlp: Language, path: Path) -> list[Doc]:
    """Read the gold documents of a test set."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def score_set(nlp: Language, documents: list[Doc]) -> dict[str, float]:
    """Give the measures of one test set, in per cent."""
    scores = nlp.evaluate([Example(nlp.make_doc(gold.text), gold) for gold in documents])
    found = {name: scores[key] for name, key in MEASURES.items()}
    found |= score_verbs(documents, [nlp(gold.text) for gold in documents])
    found["tokens"] = sum(map(len, documents)) / 100
    return {name: round(100 * value, 1) for name, value in found.items()}


def score_verbs(gold: list[Doc], found: list[Doc]) -> dict[str, float]:
    """Give the share of finite verbs with mood, tense, person and number right, and lemma right."""
    verbs = right = lemmas = 0
    for reference, doc in zip(gold, found, strict=True):
        tokens = {token.idx: token for token in doc}
        for verb in reference:
            if verb.pos_ in VERBAL and verb.morph.get("Mood", []):
                verbs += 1
                token = tokens.get(verb.idx)
                right += token is not None and _same_features(verb, token)
                lemmas += token is not None and _lemma(token) == _lemma(verb)
    return {"finite_verbs": right / verbs, "finite_verb_lemmas": lemmas / verbs}


def _same_features(gold: Token, token: Token) -> bool:
    return all(gold.morph.get(name, []) == token.morph.get(name, []) for name in FINITE)


def _lemma(token: Token) -> str:
    return token.lemma_.split(" ")[0].lower()


def main(corpus: Path, name: str | None = None) -> dict[str, Any]:
    """Give all scores of a pipeline."""
    nlp = load(name)
    bare = load(name)
    bare.disable_pipes("replylint_sentences", "replylint_verbs")
    documents = {key: read_documents(nlp, corpus / f"{key}.spacy") for key in SETS}
    return {
        "shipped": {key: score_set(nlp, docs) for key, docs in documents.items()},
        "model_alone": {key: score_set(bare, docs) for key, docs in documents.items()},
        "support_sentences": score_support(nlp),
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), *sys.argv[2:3]), indent=1))
