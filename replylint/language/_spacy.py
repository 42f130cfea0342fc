"""Importing spaCy without what a linter never uses.

`import spacy` also imports its command line (weasel, requests, jinja: a third of the import time),
and reads every installed package's entry points. Both are put off here until somebody asks for
them, and nothing of it stays in the way: `spacy.cli`, `spacy.info` and other packages' plug-ins
work afterwards as ever. Where spaCy is already imported, nothing is touched.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_PUT_OFF = ("spacy.cli", "spacy.cli.info")


class _PutOff(ModuleType):
    """Stands for a module until one of its names is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        for stand_in in _PUT_OFF:
            if isinstance(sys.modules.get(stand_in), _PutOff):
                del sys.modules[stand_in]
        return getattr(importlib.import_module(self.__name__), name)


class _EntryPoints:
    """Reads the installed packages' entry points when they are asked for, not before."""

    def __init__(self) -> None:
        self.quiet = True

    def select(self, **params: Any) -> Any:
        """Give the entry points that fit; none while spaCy or a pipeline is being loaded."""
        if self.quiet:
            return ()
        import importlib.metadata

        return importlib.metadata.entry_points(**params)


def import_spacy() -> ModuleType:
    """Import spaCy the quick way, or the plain way where it is imported already."""
    if "spacy" in sys.modules or "catalogue" in sys.modules:
        return importlib.import_module("spacy")
    with _light():
        spacy = importlib.import_module("spacy")
        spacy.__dict__["info"] = _info
    return spacy


def _info(*args: Any, **kwargs: Any) -> Any:
    return importlib.import_module("spacy.cli.info").info(*args, **kwargs)


@contextmanager
def _light() -> Iterator[None]:
    """Put off spaCy's command line and the reading of entry points during an import."""
    import importlib.metadata

    for name in _PUT_OFF:
        module = sys.modules[name] = _PutOff(name)
        module.__dict__.update(__path__=[], info=_info)
    real, later = importlib.metadata.entry_points, _EntryPoints()

    def entry_points(**params: Any) -> Any:
        return real(**params) if params else later  # only catalogue asks for all of them

    importlib.metadata.entry_points = entry_points
    try:
        yield
    finally:
        importlib.metadata.entry_points = real
        later.quiet = False
        for name in _PUT_OFF:
            if isinstance(sys.modules.get(name), _PutOff):
                del sys.modules[name]


@contextmanager
def without_plugins() -> Iterator[None]:
    """Keep spaCy's registries from looking into other packages while a pipeline is built."""
    import catalogue

    real = catalogue.AVAILABLE_ENTRY_POINTS
    catalogue.AVAILABLE_ENTRY_POINTS = _EntryPoints()
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = real
