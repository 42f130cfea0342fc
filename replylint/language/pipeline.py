"""Loading the Italian pipeline: the bundled one, or any other that spaCy can load.

Whichever it is, it ends sentences by rule (`replylint_sentences`) and has its verbs corrected from
the lexicon (`replylint_verbs`). spaCy is imported when `load` is called, not before.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ._formfile import DATA
from ._spacy import import_spacy, without_plugins
from .lexicon import version

if TYPE_CHECKING:
    from spacy.language import Language

BUNDLED = DATA / "pipeline"
"""The folder of the pipeline that comes with replylint."""


class PipelineError(ValueError):
    """A pipeline that cannot be used; the message says in one line what to do."""


def load(name_or_path: str | None = None) -> Language:
    """Give a ready Italian pipeline.

    In: None for the bundled pipeline, the name of an installed one, or a folder.
    Raises: PipelineError when it is not there, not Italian, or has no parser.
    """
    import_spacy()
    if name_or_path is None or Path(name_or_path) == BUNDLED:
        return _with_numpy(load_bundled())
    nlp = _load_other(name_or_path)
    _refuse_unfit(name_or_path, nlp.lang or "", nlp.pipe_names)
    return _with_numpy(complete(nlp))


def _refuse_unfit(name_or_path: str, lang: object, pipes: Collection[str]) -> None:
    if str(lang).partition("_")[0] != "it":
        raise PipelineError(f"{name_or_path}: a pipeline for {lang!r}, replylint needs Italian")
    if "parser" not in pipes:
        raise PipelineError(f"{name_or_path}: no dependency parser in this pipeline")


def _with_numpy(nlp: Language) -> Language:
    """Let numpy multiply matrices: its BLAS takes two thirds of the time of the one in thinc."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops
    return nlp


def meta(name_or_path: str | None = None) -> dict[str, Any]:
    """What a pipeline says of itself, without loading it.

    In: as for `load`.
    Raises: PipelineError when there is none, or it says that it is not Italian, or has no parser.
    """
    folder = BUNDLED if name_or_path is None else _folder(name_or_path)
    try:
        said = json.loads((folder / "meta.json").read_text("utf-8"))
    except (OSError, ValueError):
        said = None
    if not isinstance(said, dict):
        raise _missing(name_or_path or str(BUNDLED))
    if name_or_path and "lang" in said and isinstance(said.get("pipeline"), list):
        _refuse_unfit(name_or_path, said["lang"], said["pipeline"])
    return said


def _folder(name_or_path: str) -> Path:
    """Where a pipeline stands that is named by its folder or its package."""
    from importlib.util import find_spec

    if Path(name_or_path).is_dir():
        return Path(name_or_path)
    try:
        found = find_spec(name_or_path)
    except (ImportError, ValueError) as error:
        raise _missing(name_or_path) from error
    if found is None or found.origin is None:
        raise _missing(name_or_path)
    return Path(found.origin).parent


def _missing(name_or_path: str) -> PipelineError:
    return PipelineError(
        f"{name_or_path}: no such pipeline (a folder, or a package that is installed)"
    )


def complete(nlp: Language) -> Language:
    """Add the components that every pipeline needs, where they are not there yet."""
    from . import correction, sentences  # noqa: F401 (they register the two components)

    if not nlp.has_pipe("replylint_sentences"):
        nlp.add_pipe("replylint_sentences", first=True)
    if not nlp.has_pipe("replylint_verbs"):
        nlp.add_pipe("replylint_verbs", last=True)
    return nlp


def load_bundled(folder: Path = BUNDLED) -> Language:
    """Give the bundled pipeline, put together without spaCy's general machinery.

    That takes a third of the time of `spacy.load`, which gives the same pipeline and is the way
    out where spaCy's insides are not as expected.
    Raises: PipelineError when the pipeline is missing or belongs to another lexicon.
    """
    if not (folder / "config.cfg").is_file():
        raise PipelineError(f"{folder}: the bundled pipeline is missing; install replylint again")
    try:
        with without_plugins():
            nlp = _assemble(folder)
    except (AttributeError, KeyError, TypeError, ImportError):
        import spacy

        nlp = spacy.load(folder)
    _check_lexicon(nlp)
    return nlp


def _assemble(folder: Path) -> Language:
    from spacy import util

    from . import correction, sentences  # noqa: F401 (they register the two components)
    from ._italian import ReplyItalian

    config = util.load_config(folder / "config.cfg", interpolate=True)
    nlp = ReplyItalian(meta=util.load_meta(folder / "meta.json"))
    for name in config["nlp"]["pipeline"]:
        settings = dict(config["components"][name])
        nlp.add_pipe(settings.pop("factory"), name=name, config=settings, validate=False)
    nlp.vocab.from_disk(folder / "vocab", exclude=["vectors"])
    for name, pipe in nlp.pipeline:
        if (folder / name).is_dir():
            cast("Any", pipe).from_disk(folder / name, exclude=["vocab"])
    nlp._link_components()
    return nlp


def _check_lexicon(nlp: Language) -> None:
    """Refuse a pipeline trained with another lexicon: its features would mislead it."""
    trained = nlp.meta.get("replylint", {}).get("lexicon")
    if trained not in (None, version()):
        raise PipelineError(f"pipeline and lexicon differ ({trained}, {version()}): reinstall")


def _load_other(name_or_path: str) -> Language:
    import spacy

    from . import _italian  # noqa: F401 (a folder may hold a pipeline of this language)

    meta(name_or_path)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            return spacy.load(name_or_path, exclude=["ner"])
    except OSError as error:
        raise _missing(name_or_path) from error
