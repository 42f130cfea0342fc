"""What `replylint init` writes into a repository: configuration, pre-commit hook, workflow."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from replylint._version import __version__
from replylint.config.source import in_folder

PROJECT = "https://github.com/replylint/replylint"
_LIBRARY = re.compile(
    r"macros?|canned([-_ ]responses?)?|repl(y|ies)|responses?|risposte|bozze|drafts?|snippets?",
    re.IGNORECASE,
)
_DEPTH = 3

_CONFIG = """\
# How replylint checks the replies of this repository; every setting: docs/configuration.md there,
# and `replylint config show FILE` tells what holds for a file.
lang: it
fail-on: error
# channel: email        # where the replies will appear: social, chat, messaging, email
# exclude: ["old/"]     # what a walk leaves out, in the syntax of .gitignore
# overrides:
#   - {files: ["firme/**"], fragment: true}    # pieces that are never sent alone
"""

_HOOK = """\
repos:
  - repo: {project}
    rev: v{version}
    hooks:
      - id: replylint
        files: {pattern}
"""

_WORKFLOW = """\
name: replylint
on: [push, pull_request]
permissions: {{contents: read}}
jobs:
  replylint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: {action}@v{version}
        with: {{paths: {paths}}}
"""


@dataclass(frozen=True, slots=True)
class Step:
    """A file that is written, or that is left as it is because it is there already.

    Attributes:
        text: what it holds or, where it is there already, what could be added to it.
    """

    path: Path
    text: str
    there: bool


def repository(folder: Path) -> Path | None:
    """The git repository that holds a folder; None without one, or without git."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), "rev-parse", "--show-toplevel"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return None
    return Path(done.stdout.strip()) if done.returncode == 0 else None


def library(root: Path) -> Path:
    """The folder that holds the replies, going by its name; the whole of `root` if none does."""
    found = sorted(_named_like_one(root, _DEPTH), key=lambda path: (len(path.parts), path))
    return found[0] if found else root


def _named_like_one(folder: Path, depth: int) -> Iterator[Path]:
    for entry in os.scandir(folder):
        if not entry.is_dir(follow_symlinks=False) or entry.name.startswith((".", "node_modules")):
            continue
        if _LIBRARY.fullmatch(entry.name):
            yield Path(entry.path)
        elif depth > 1:
            yield from _named_like_one(Path(entry.path), depth - 1)


def steps(root: Path, replies: Path, *, in_git: bool) -> Iterator[Step]:
    """What to write for a repository at `root` whose replies are in `replies`."""
    below = replies.relative_to(root).as_posix()
    config = in_folder(str(root))
    yield _step(root / ("replylint.yaml" if config is None else config.name), _CONFIG)
    if not in_git:
        return
    pattern = "''" if below == "." else _quoted(f"^{re.escape(below)}/")
    hook = _HOOK.format(project=PROJECT, version=__version__, pattern=pattern)
    yield _step(root / ".pre-commit-config.yaml", hook)
    if not (root / ".gitlab-ci.yml").exists():
        action = PROJECT.removeprefix("https://github.com/")
        text = _WORKFLOW.format(action=action, version=__version__, paths=_quoted(below))
        yield _step(root / ".github" / "workflows" / "replylint.yml", text)


def _step(path: Path, text: str) -> Step:
    return Step(path, text, os.path.lexists(path))


def _quoted(text: str) -> str:
    """A YAML string in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def write(step: Step) -> None:
    """Write a step's file; one that appeared meanwhile stays as it is (FileExistsError).

    Raises:
        OSError: it cannot be written.
    """
    step.path.parent.mkdir(parents=True, exist_ok=True)
    with step.path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(step.text)
