"""List the verb lemmas that the training treebanks use.

    python -m model.lexicon.common TREEBANKS

writes `common_verbs.txt` beside this module; `build.py` prefers these lemmas.
"""

from __future__ import annotations

import sys
from pathlib import Path

from model.lexicon.build import COMMON_VERBS, is_infinitive

TRAINING = ("twittiro-ud-train", "markit-ud-train", "parlamint-ud-train", "pud-ud-test")

DOMAIN = Path(__file__).parent / "domain_verbs.txt"
"""Verbs of customer service that the treebanks may lack."""


MISTAKES = {"capere", "dicare"}
"""Lemmas that the treebanks give by mistake, for *capiamo* and *dica*."""


def collect(treebanks: Path) -> set[str]:
    """Give the infinitives of verbs and auxiliaries in the training files of a folder."""
    lemmas = set(DOMAIN.read_text(encoding="utf-8").split())
    for name in TRAINING:
        for line in (treebanks / f"it_{name}.conllu").read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3 and cells[3] in ("VERB", "AUX"):
                lemmas.add(cells[2].lower())
    return set(filter(is_infinitive, lemmas)) - MISTAKES


if __name__ == "__main__":
    COMMON_VERBS.write_text("\n".join(sorted(collect(Path(sys.argv[1])))) + "\n", encoding="utf-8")
