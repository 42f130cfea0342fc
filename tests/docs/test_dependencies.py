"""Every dependency is accounted for, and every link of the docs leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, page

_PACKAGE = re.compile(r'^\s+"([A-Za-z0-9-]+)[><=;]|"([A-Za-z0-9-]+)>=', re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)#]+)(?:#([^)]*))?\)")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def test_every_dependency_is_explained() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    section = project[project.index("\ndependencies = [") : project.index("\n[project.scripts]")]
    packages = {one or other for one, other in _PACKAGE.findall(section)}
    assert {"spacy", "ruff", "hypothesis"} <= packages
    text = page("dependencies.md")
    assert [name for name in sorted(packages) if not re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize(
    "path",
    [ROOT / "README.md", ROOT / "model" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_links_lead_somewhere(path: Path) -> None:
    text = _FENCE.sub("", path.read_text("utf-8"))
    broken = [
        target
        for target, _ in _LINK.findall(text)
        if not target.startswith("http") and not (path.parent / target).exists()
    ]
    assert broken == []
