"""`replylint init`: set up a repository, and check its replies once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from replylint.cli.failure import fail, say
from replylint.cli.running import Running
from replylint.cli.session import judged, open_session
from replylint.cli.writing import write
from replylint.readers import Defaults
from replylint.reporters.view import View, summary_line

if TYPE_CHECKING:
    from replylint import scaffold


def init(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="The folder of the replies; default: looked for."),
    ] = None,
) -> None:
    """Write configuration, pre-commit hook and GitHub workflow, and check once.

    No file that is there already is touched.
    """
    from replylint import scaffold

    if folder is not None and not folder.is_dir():
        fail(f"{folder}: no such folder")
    here = (folder or Path()).resolve()
    git = scaffold.repository(here)
    root = git or (Path().resolve() if here.is_relative_to(Path().resolve()) else here)
    replies = here if folder is not None else scaffold.library(root)
    if git is None:
        say("no git repository here: a configuration only, no hook and no workflow")
    for step in scaffold.steps(root, replies, in_git=git is not None):
        _take(step, root)
    _check_once(context, replies)


def _take(step: scaffold.Step, root: Path) -> None:
    from replylint import scaffold

    name = step.path.relative_to(root)
    if step.there:
        ours = "replylint" in _there(step.path, name)
        write(f"{name}: there already, left as it is\n", None)
        if not ours:
            write(f"  to add to it:\n{_indented(step.text)}", None)
        return
    try:
        scaffold.write(step)
    except OSError as error:
        fail(f"{name}: cannot be written: {error.strerror or error}")
    write(f"{name}: written\n", None)


def _there(path: Path, name: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except FileNotFoundError:
        fail(f"{name}: a link to a file that is not there; mend it or remove it")
    except OSError as error:
        fail(f"{name}: there already, but cannot be read: {error.strerror or error}")


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def _check_once(context: typer.Context, replies: Path) -> None:
    """Check the replies, and say what they come to; findings are no failure of `init`."""
    paths = [str(replies)]
    session = open_session(paths, context, None, False)
    done = judged(session, Defaults(), Running())
    write(f"{replies}: {summary_line(done.report, View(session.lang))}\n", None)
    if any(draft.findings for draft in done.report.drafts):
        say("replylint DIR shows them; replylint baseline DIR adopts them: only new ones fail then")
