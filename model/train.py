"""Train the bundled pipeline from the treebanks: half an hour on one core.

    python -m model.train TREEBANKS WORK

prepares the corpus in WORK/corpus, trains in WORK/trained and leaves the finished folder in
WORK/pipeline. `model/README.md` says where the treebanks come from.
"""

from __future__ import annotations

import sys
from pathlib import Path

from spacy import util
from spacy.training.initialize import init_nlp
from spacy.training.loop import train

from replylint.language._italian import ReplyItalian

from . import augment  # noqa: F401 (registers the augmenter)
from .assemble import assemble
from .corpus import prepare

CONFIG = Path(__file__).parent / "config.cfg"


def main(treebanks: Path, work: Path) -> None:
    """Do all the steps, one after the other."""
    corpus = work / "corpus"
    prepare.main(treebanks, corpus)
    config = util.load_config(
        CONFIG,
        overrides={
            "paths.train": str(corpus / "train.spacy"),
            "paths.dev": str(corpus / "dev.spacy"),
        },
    )
    filled = ReplyItalian.from_config(config, auto_fill=True).config
    nlp = init_nlp(filled.merge(config))
    (work / "trained").mkdir(parents=True, exist_ok=True)
    train(nlp, work / "trained")
    assemble(work / "trained" / "model-best", work / "pipeline")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
