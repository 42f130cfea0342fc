"""Readers: files, folders and standard input to drafts, whatever the format.

The format is chosen by what a file holds, not by its name; a name only settles what content
cannot (Markdown or plain text).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from replylint.bilingual import Bilingual
from replylint.conversation import Draft, Message
from replylint.findings import InputProblem
from replylint.readers import conversations
from replylint.readers.encoding import MAX_BYTES, decode, without_surrogates
from replylint.readers.formats import FORMATS, read_source
from replylint.readers.inputs import (
    Defaults,
    LeftOut,
    Notice,
    NotRecognisedError,
    Read,
    UnreadableError,
)
from replylint.readers.paths import STDIN, FoundFile, as_walked, find_files
from replylint.readers.placed import SourceFile
from replylint.readers.sniff import data_of, is_yaml
from replylint.readers.suppressions import MARK, with_comments

__all__ = [
    "FORMATS",
    "STDIN",
    "Defaults",
    "FoundFile",
    "InputError",
    "LeftOut",
    "Notice",
    "Read",
    "UnreadableError",
    "as_walked",
    "decode",
    "find_files",
    "read_bytes",
    "read_customer",
    "read_file",
    "read_thread",
]

_Item = Draft | Notice | UnreadableError

# What the system says in English only; its rarer words are passed on as they are.
_REFUSALS: dict[type[OSError], str] = {
    FileNotFoundError: "il file non esiste; controlli come ha scritto il nome",
    IsADirectoryError: "è una cartella; indichi un file",
    PermissionError: "manca il permesso; lo chieda a chi gestisce il file o la cartella",
}


def read_file(found: FoundFile, defaults: Defaults) -> Iterator[Read]:
    """The drafts of one file; a file met on a walk that holds no replies gives nothing."""
    try:
        data = _bytes(found.path)
    except UnreadableError as error:
        yield InputProblem(found.path, None, error.message)
        return
    yield from read_bytes(found, data, defaults)


def read_bytes(found: FoundFile, data: bytes, defaults: Defaults) -> Iterator[Read]:
    """The drafts of one file that holds `data`; else as `read_file`."""
    try:
        decoded = decode(data)
    except UnreadableError as error:
        yield InputProblem(found.path, None, error.message)
        return
    if decoded.notice:
        yield Notice(found.path, None, decoded.notice)
    file = SourceFile(found.path, decoded.text)
    try:
        for one in _commented(file, read_source(file, defaults)):
            yield _problem(file, one) if isinstance(one, UnreadableError) else one
    except NotRecognisedError as error:
        if found.named:
            yield _problem(file, error)
    except UnreadableError as error:
        yield _problem(file, error)


def _commented(file: SourceFile, items: Iterator[_Item]) -> Iterator[_Item]:
    """What a file holds; its drafts with the suppressions that its comments ask for."""
    if MARK not in file.text:
        yield from items
        return
    found = list(items)
    drafts = iter(with_comments(file, [o for o in found if isinstance(o, Draft)], is_yaml(file)))
    for one in found:
        yield next(drafts) if isinstance(one, Draft) else one


def read_customer(value: str) -> str:
    """The customer's message of `--customer`: the text itself, or what `@FILE` holds.

    Raises:
        InputError: the file cannot be read.
    """
    if not value.startswith("@"):
        return without_surrogates(value)
    return _source(value[1:]).text.strip()


def read_thread(path: str) -> tuple[Message, ...]:
    """The messages of `--thread FILE`: one conversation, or a list of messages.

    Raises:
        InputError: the file cannot be read, or is neither.
    """
    file = _source(path)
    try:
        data = data_of(file)
        if data is None or data.broken:
            raise UnreadableError(
                "per --thread serve una conversazione o un elenco di messaggi",
                "a thread must be a conversation or a list of messages",
            )
        return conversations.thread_of(data.items)
    except UnreadableError as error:
        raise InputError(_problem(file, error)) from None


class InputError(Exception):
    """A file that an option names cannot be read; holds the problem to print."""

    def __init__(self, problem: InputProblem) -> None:
        super().__init__(problem.in_language("en"))
        self.problem = problem


def _source(path: str) -> SourceFile:
    try:
        return SourceFile(path, decode(_bytes(path)).text)
    except UnreadableError as error:
        raise InputError(InputProblem(path, None, error.message)) from None


def _bytes(path: str) -> bytes:
    """What a file holds, and no more than is needed to see that it is too large."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        told = error.strerror or str(error)
        why = Bilingual(_REFUSALS.get(type(error), told), told)
        raise UnreadableError(
            f"non si può leggere: {why.it}", f"cannot be read: {why.en}"
        ) from None


def _problem(file: SourceFile, error: UnreadableError) -> InputProblem:
    line = None if error.offset is None else file.line(error.offset)
    return InputProblem(file.path, line, error.message)
