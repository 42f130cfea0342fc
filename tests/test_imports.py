"""What may be imported where: spaCy behind one door, nothing heavy before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "replylint"
HEAVY = {"spacy", "thinc", "numpy", "pydantic", "rich", "yaml", "typer"}
"""None of them is needed to import replylint; for the command line see tests/cli/test_entry.py."""


def _imports(node: ast.AST) -> Iterator[str]:
    """First names of all modules that are imported under a node, those only for types apart."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and not node.level:
        yield (node.module or "").partition(".")[0]
    for child in ast.iter_child_nodes(node):
        yield from _imports(child)


def test_spacy_is_imported_by_the_language_stage_alone() -> None:
    importers = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if {"spacy", "thinc"} & set(_imports(ast.parse(path.read_text("utf-8"))))
    }
    assert importers == {"language"}


@pytest.mark.parametrize(
    "statement",
    ["import replylint", "from replylint import Conversation, Message, Finding, DraftReport"],
)
def test_importing_it_imports_nothing_heavy(statement: str) -> None:
    program = f"{statement}; import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=PACKAGE.parent,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert {name.partition(".")[0] for name in done.stdout.split()}.isdisjoint(HEAVY)
