"""What changed since a git ref: files, and in files of many replies the replies themselves."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from replylint import readers
from replylint.cache.keys import draft_key
from replylint.conversation import Draft

# Paths are strings here: they are looked up for every file of a tree.
# ruff: noqa: PTH109, PTH118, PTH120


class GitError(ValueError):
    """git cannot say what changed; the message says in one line what to do."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between a commit and the working tree.

    Attributes:
        top: the repository's folder.
        base: the commit.
        files: real path → the path in that commit, relative to `top`; None for a new file.
        tracked: the real paths of all files that git keeps.
    """

    top: str
    base: str
    files: dict[str, str | None]
    tracked: frozenset[str]

    def has(self, found: readers.FoundFile) -> bool:
        """Whether a file changed; standard input always has.

        A file that git ignores is new to it; only where it is named is it meant.

        Raises:
            UnreadableError: the file stands outside the repository.
        """
        real = os.path.realpath(found.path)
        locked = found.path.endswith(os.sep)  # a folder: reading it says why it cannot be read
        if found.path == readers.STDIN or locked or real in self.files:
            return True
        if real in self.tracked:
            return False
        folder = os.path.realpath(os.path.dirname(found.path))
        if not os.path.join(folder, "").startswith(os.path.join(self.top, "")):
            raise readers.UnreadableError(
                "sta fuori dal repository, e git non può dire se è cambiato; lo controlli senza"
                " --diff",
                "outside the repository, so that git cannot tell whether it changed; check it"
                " without --diff",
            )
        return found.named

    def of(
        self,
        found: readers.FoundFile,
        defaults: readers.Defaults,
        items: Iterable[readers.Read],
    ) -> Iterator[readers.Read | readers.LeftOut]:
        """What a changed file holds; replies that stood in it before, word for word, are left out.

        They are told under the file's former path too, if it was renamed.
        """
        real = os.path.realpath(found.path)
        before = self.files.get(real)
        if before is None:
            yield from items
            return
        old = self._drafts(found, before, defaults)
        moved = os.path.relpath(_path(self.top, before), os.path.dirname(real))
        former = os.path.normpath(os.path.join(os.path.dirname(found.path), moved))
        for item in items:
            if isinstance(item, Draft) and _said(item) in old:
                yield readers.LeftOut(item)
                if _path(self.top, before) != real:
                    yield readers.LeftOut(replace(item, path=former))
            else:
                yield item

    def _drafts(
        self, found: readers.FoundFile, before: str, defaults: readers.Defaults
    ) -> set[str]:
        data = _git(self.top, "show", f"{self.base}:{before}")
        read = readers.read_bytes(found, data, defaults)
        return {_said(item) for item in read if isinstance(item, Draft)}


def changes_since(ref: str) -> Changes:
    """What changed since the branch left `ref`, uncommitted and untracked files included.

    Raises:
        GitError: no repository here, no such ref, or no git.
    """
    here = os.getcwd()
    top = os.path.realpath(os.fsdecode(_git(here, "rev-parse", "--show-toplevel")).rstrip("\n"))
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"]
    commit = _git(here, *asked, otherwise=f"--diff: no commit '{ref}' here; fetch it first")
    base = _base(here, commit.decode().strip())
    listed = ["diff", "--name-status", "-z", "--no-ext-diff", "-M", "--diff-filter=d", base]
    files = dict(_changed(top, _git(top, *listed)))
    new = _git(top, "ls-files", "-z", "--others", "--exclude-standard")
    files.update((_path(top, name), None) for name in _names(new))
    tracked = frozenset(_path(top, name) for name in _names(_git(top, "ls-files", "-z")))
    return Changes(top, base, files, tracked)


def _base(folder: str, commit: str) -> str:
    """Where the branch left: what was added there since is not ours to check."""
    try:
        return _git(folder, "merge-base", commit, "HEAD").decode().strip()
    except GitError:  # a shallow clone: the two have no known ancestor in common
        return commit


def _changed(top: str, listed: bytes) -> Iterator[tuple[str, str | None]]:
    """Pairs of `git diff --name-status -z`: "M", name; or "R100", old name, new name."""
    fields = iter(_names(listed))
    for status in fields:
        old = next(fields)
        new = next(fields) if status[0] in "RC" else old
        yield _path(top, new), None if status[0] == "A" else old


def _path(top: str, name: str) -> str:
    """A file as `realpath` spells it: git writes slashes on Windows too."""
    return os.path.normpath(os.path.join(top, name))


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _said(draft: Draft) -> str:
    """All that matters of a draft wherever in its file it stands, and however its lines end.

    A checkout may end lines otherwise than the commit does (`core.autocrlf`). The stretch of a
    suppression counts them too; it follows from the reply, in which its comment stands.
    """
    conversation = draft.conversation
    reply = None if conversation.reply is None else _unix(conversation.reply)
    thread = tuple(replace(each, text=_unix(each.text)) for each in conversation.thread)
    same = replace(draft, conversation=replace(conversation, reply=reply, thread=thread))
    silent = [(wish.rule, wish.reason) for wish in draft.suppressions]
    return f"{draft_key(same)} {silent!r}"


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n")


def _git(folder: str, *arguments: str, otherwise: str | None = None) -> bytes:
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=False)
    except OSError as error:
        raise GitError(f"--diff: git cannot be run: {error.strerror or error}") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise GitError(otherwise or f"--diff: git says: {said or done.returncode}")
    return done.stdout
