"""Which files are meant: files as named, folders walked without what is ignored."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.bilingual import Bilingual
from replylint.findings import InputProblem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"
SUFFIXES = frozenset(
    {
        ".txt", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".yaml", ".yml",
        ".csv", ".tsv", ".js",
    }
)  # fmt: skip

_VENDORED = frozenset({"node_modules", "vendor", "venv", "__pycache__", "site-packages"})
# Files about a repository, which are no replies though they end like replies.
_ABOUT = frozenset({"readme", "license", "licence", "changelog", "contributing", "code_of_conduct"})
_MISSING = Bilingual(
    "questo file o questa cartella non esiste; controlli come ha scritto il nome",
    "no such file or folder",
)
# Most likely a variable of a script that was never set; Path would take it for the working folder.
_EMPTY = Bilingual(
    "un nome vuoto non indica nulla; per la cartella di lavoro scriva un punto (.)",
    "an empty name means no file or folder; the working folder is a dot (.)",
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read; `named` when the user named it, rather than a folder that holds it.

    A folder that cannot be looked into stands for the files it may hold: reading it says why.
    """

    path: str
    named: bool


def find_files(paths: Iterable[str]) -> Iterator[FoundFile | InputProblem]:
    """The files that `paths` mean, in the order given, folders sorted by name, none twice.

    A file named is read whatever it is called. Folders leave out hidden and vendored folders,
    symbolic links to folders, what `.gitignore` files ignore, and suffixes that are no drafts.
    """
    seen: set[str] = set()
    for path in dict.fromkeys(paths):
        if path == STDIN:
            yield FoundFile(STDIN, True)
        elif not path:
            yield InputProblem('""', None, _EMPTY)
        elif _is(Path.is_dir, path):
            for found, real in _walk(path):
                if real not in seen:
                    seen.add(real)
                    yield FoundFile(found, False)
        elif not _is(Path.exists, path):
            yield InputProblem(path, None, _MISSING)
        elif (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            yield FoundFile(path, True)


def as_walked(found: FoundFile) -> FoundFile | None:
    """A file as though its folder had been named: None when a walk would not have met it."""
    *folders, name = Path(found.path).parts
    hidden = any(part.startswith(".") and part not in (".", "..") for part in (*folders, name))
    other = found.named and not _is_draft(name)  # a walk has looked at the names that it met
    if found.path != STDIN and (hidden or not _VENDORED.isdisjoint(folders) or other):
        return None
    return FoundFile(found.path, False)


def _is(test: Callable[[Path], bool], path: str) -> bool:
    """The answer of a test of a path; no for what is no path at all (a text much too long)."""
    try:
        return test(Path(path))
    except (OSError, ValueError):
        return False


def _walk(root: str) -> Iterator[tuple[str, str]]:
    """Each file below a folder as the user would write it, and where it really is.

    A folder that cannot be looked into ends in a slash.
    """
    real = Path(root).resolve()
    return _folder(Path(root), real, _ignores_above(real))


_Ignores = list[tuple[Path, "GitIgnoreSpec"]]


def _folder(shown: Path, real: Path, ignores: _Ignores) -> Iterator[tuple[str, str]]:
    """Files under one folder; `shown` is the path as the user wrote it."""
    here = _ignore_file(real)
    if here is not None:
        ignores = [*ignores, (real, here)]
    try:
        entries = sorted(os.scandir(real), key=lambda entry: entry.name)
    except OSError:
        yield os.path.join(shown, ""), os.path.join(real, "")  # noqa: PTH118 - Path drops the slash
        return
    for entry in entries:
        name = entry.name
        folder = entry.is_dir(follow_symlinks=False)
        if name.startswith(".") or _ignored(real / name, folder, ignores):
            continue
        if folder and name not in _VENDORED:
            yield from _folder(shown / name, real / name, ignores)
        elif not folder and _is_draft(name) and _is_file(entry):
            place = os.path.join(real, name)  # noqa: PTH118 - for every file of a tree
            yield str(shown / name), os.path.realpath(place) if entry.is_symlink() else place


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file; yes for a link that leads round in a circle: reading it says so."""
    try:
        return entry.is_file()
    except OSError:
        return True


def _is_draft(name: str) -> bool:
    stem, suffix = os.path.splitext(name.lower())  # noqa: PTH122 - names, not paths
    return suffix in SUFFIXES and stem not in _ABOUT


def _ignored(path: Path, folder: bool, ignores: _Ignores) -> bool:
    """Whether the nearest `.gitignore` that says something of the path says to ignore it."""
    for base, spec in reversed(ignores):
        relative = path.relative_to(base).as_posix() + ("/" if folder else "")
        verdict = spec.check_file(relative).include
        if verdict is not None:
            return verdict
    return False


def _ignores_above(folder: Path) -> _Ignores:
    """The `.gitignore` files of the folders above, up to the repository's own folder."""
    found: _Ignores = []
    for parent in folder.parents:
        if _is_repository(folder):
            break
        spec = _ignore_file(parent)
        if spec is not None:
            found.insert(0, (parent, spec))
        if _is_repository(parent):
            return found
    return []


def _is_repository(folder: Path) -> bool:
    """Whether git keeps its own things there; no where that may not be looked at."""
    return os.path.exists(folder / ".git")  # noqa: PTH110 - Path.exists would raise


def _ignore_file(folder: Path) -> GitIgnoreSpec | None:
    path = folder / ".gitignore"
    try:
        return _spec(path.read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError:
        return None


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    """The patterns that can be understood; git passes over the others too."""
    from pathspec import GitIgnoreSpec

    good: list[str] = []
    for line in lines:
        with suppress(ValueError):
            GitIgnoreSpec.from_lines([line])
            good.append(line)
    return GitIgnoreSpec.from_lines(good)
