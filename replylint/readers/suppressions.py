"""Suppressions that authors write beside their replies: comments, and the key `ignore`.

In Markdown and HTML `<!-- replylint: ignore RULE: reason -->`; in YAML the same after a `#`, on the
item's line, inside it or right above it. `ignore` holds for the whole reply, `ignore-next-line` for
what begins on the next line that is not blank, `ignore-file` for every reply of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from replylint.conversation import Draft, Suppression
from replylint.readers.fields import kind
from replylint.readers.inputs import UnreadableError
from replylint.readers.placed import Record, SourceFile
from replylint.readers.yamltext import without_scalars

MARK = "replylint:"

_IN_MARKUP = re.compile(r"<!--\s*replylint:(.*?)-->", re.S)
_IN_YAML = re.compile(r"^(.*?)(?<!\S)#[ \t]*replylint:(.*)$", re.M)
_ORDER = re.compile(
    r"(ignore(?:-next-line|-file)?)[ \t]+([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)\s*(?::(.*))?",
    re.S,
)


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment: what it orders, and the line of the file on which it stands."""

    order: str
    rules: tuple[str, ...]
    reason: str | None
    line: int

    def suppressions(self, within: tuple[int, int] | None = None) -> tuple[Suppression, ...]:
        return tuple(Suppression(rule, self.reason, self.line, within) for rule in self.rules)


def declared(item: Record, line: int) -> tuple[Suppression, ...]:
    """What the key `ignore` of a front matter or a conversation says.

    Raises:
        UnreadableError: it is no rule id, and no list of rule ids or of `rule` and `reason`.
    """
    value = item.get("ignore")
    if value is None:
        return ()
    entries = value if isinstance(value, list) else [value]
    return tuple(_declared(entry, item.at("ignore"), line) for entry in entries)


def _declared(entry: object, offset: int, line: int) -> Suppression:
    if isinstance(entry, str) and entry.strip():
        return Suppression(str(entry).strip(), None, line)
    if isinstance(entry, Record) and "rule" in entry and entry.keys() <= {"rule", "reason"}:
        rule, reason = entry["rule"], entry.get("reason")
        if isinstance(rule, str) and rule.strip() and isinstance(reason, str | None):
            return Suppression(str(rule).strip(), _told(reason), line)
    got = kind(entry)
    raise UnreadableError(
        f"«ignore» deve essere un elenco di nomi di regole, o di «rule» e «reason», non {got.it}",
        f'"ignore" must be a list of rule ids, or of "rule" and "reason", not {got.en}',
        offset,
    )


def with_comments(file: SourceFile, drafts: Sequence[Draft], yaml: bool) -> list[Draft]:
    """The drafts of a file, each with the suppressions that comments ask for it."""
    found = [list(draft.suppressions) for draft in drafts]
    for index, draft in enumerate(drafts):
        for comment, end in _in_markup(draft):
            if comment.order == "ignore-file":
                _everywhere(found, comment)
            else:
                within = _next_line(draft, end) if comment.order == "ignore-next-line" else None
                found[index].extend(comment.suppressions(within))
    for comment, target in _in_yaml(file, drafts) if yaml else ():
        if comment.order == "ignore-file":
            _everywhere(found, comment)
        else:
            for index in _items_at(drafts, target):
                found[index].extend(comment.suppressions())
    return [
        replace(draft, suppressions=tuple(own)) for draft, own in zip(drafts, found, strict=True)
    ]


def _everywhere(found: list[list[Suppression]], comment: _Comment) -> None:
    for own in found:
        own.extend(comment.suppressions())


def _in_markup(draft: Draft) -> Iterator[tuple[_Comment, int]]:
    """The comments of an HTML or Markdown reply, each with the offset of its end."""
    reply = draft.conversation.reply
    if reply is None or draft.markup == "plain" or MARK not in reply:
        return
    for match in _IN_MARKUP.finditer(reply):
        line = draft.places.place(match.start(), match.end())[0]
        yield _comment(match[1], line), match.end()


def _next_line(draft: Draft, offset: int) -> tuple[int, int]:
    """The next line of the reply that is not blank, in characters of the reply."""
    reply = draft.conversation.reply or ""
    begin = reply.find("\n", offset)
    while begin >= 0:
        end = reply.find("\n", begin + 1)
        line = reply[begin + 1 : end if end >= 0 else None]
        if line.strip():
            return begin + 1, begin + 1 + len(line)
        begin = end
    return len(reply), len(reply)


def _in_yaml(file: SourceFile, drafts: Sequence[Draft]) -> Iterator[tuple[_Comment, int]]:
    """The comments of a YAML file, each with the line that it is about.

    Words of a customer are no comment, nor is a reply, even one read as plain text.
    """
    if MARK not in file.text:
        return
    replies = [
        draft.places.to_file.to_source(0, len(reply))
        for draft in drafts
        if (reply := draft.conversation.reply)
    ]
    lines = file.text.split("\n")
    for match in _IN_YAML.finditer(without_scalars(file.text)):
        if any(low <= match.start(2) < high for low, high in replies):
            continue
        line = file.line(match.start(2))
        alone = not match[1].strip()
        yield _comment(match[2], line), _target(lines, line) if alone else line


def _target(lines: Sequence[str], line: int) -> int:
    """The first line below the comment on `line` that holds data; `line` itself when none does.

    A comment indented deeper than that line stands at the end of what is above it.
    """
    own = _indent(lines[line - 1])
    for number, text in enumerate(lines[line:], line + 1):
        if _holds_data(text):
            return line if own > _indent(text) else number
    return line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _holds_data(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _items_at(drafts: Sequence[Draft], line: int) -> list[int]:
    """The drafts of the item in which a line stands; of the first item, for a line above it."""
    starts = [draft.line for draft in drafts]
    above = [start for start in starts if start <= line]
    begin = max(above) if above else min(starts, default=0)
    return [index for index, start in enumerate(starts) if start == begin]


def _comment(body: str, line: int) -> _Comment:
    match = _ORDER.fullmatch(body.strip())
    if match is None:
        return _Comment("ignore", ("",), None, line)
    rules = tuple(rule.strip() for rule in match[2].split(","))
    return _Comment(match[1], rules, _told(match[3]), line)


def _told(reason: str | None) -> str | None:
    return " ".join(reason.split()) or None if reason is not None else None
