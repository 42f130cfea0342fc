"""What can be wrong with a rule file, told in one line."""

from __future__ import annotations

from pathlib import Path

_LONGEST_QUOTE = 60


class RuleFileError(Exception):
    """A rule file that cannot be used; its text is one line: `file:line:column: message`."""

    def __init__(
        self, path: Path | str, message: str, line: int | None = None, column: int | None = None
    ) -> None:
        self.path = str(path)
        self.line = line
        self.column = column
        self.message = message
        super().__init__(str(self))

    def __str__(self) -> str:
        where = [self.path, *(str(part) for part in (self.line, self.column) if part is not None)]
        return printable(f"{':'.join(where)}: {self.message}")


def printable(text: str) -> str:
    """`text` on one line, with control and other unprintable characters escaped."""
    return "".join(
        character if character.isprintable() else ascii(character)[1:-1] for character in text
    )


def quoted(word: object) -> str:
    """A word of a rule file as it may stand in a message: quoted, on one line, not too long."""
    text = str(word)
    short = text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
    return f"'{printable(short)}'"
