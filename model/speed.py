"""Measure speed and memory of a pipeline on one core.

    OMP_NUM_THREADS=1 python -m model.speed CORPUS [PIPELINE]

prints words a second of processor time over the test tweets and news, and the resident memory
before and after.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from statistics import median

from replylint.language.pipeline import load

from .evaluate import read_documents

ROUNDS = 3


def main(corpus: Path, name: str | None = None) -> dict[str, float]:
    """Give words a second (median of some rounds) and memory in megabytes."""
    nlp = load(name)
    after_load = _megabytes()
    texts = [
        sent.text
        for key in ("postwita", "isdt")
        for doc in read_documents(nlp, corpus / f"{key}.spacy")
        for sent in doc.sents
    ]
    speeds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
        speeds.append(words / (time.process_time() - start))
    return {
        "words_a_second": round(median(speeds)),
        "megabytes_after_load": after_load,
        "megabytes_at_most": _megabytes(),
    }


def _megabytes() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), *sys.argv[2:3])))
