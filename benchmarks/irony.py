"""How well irony is heard: `python -m benchmarks.irony [MESSAGES…]`.

MESSAGES are JSON Lines files of customers' messages (`id`, `text`, and `kind`: ironic, plain,
request or compliment, the first two being complaints); by default those beside this file. Each is
read by the public command as a message that nobody has answered. One table a file goes to standard
output: of each kind, how many are called ironic (which makes an error) and how many perhaps.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.figures import Share
from benchmarks.systems import RunError, check
from benchmarks.tables import share_text, table

FOLDER = Path(__file__).with_name("messages")
KINDS = ("ironic", "plain", "request", "compliment")

Counts = Counter[tuple[str, str]]
"""How many messages of a kind were given a tone."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 2 when a file cannot be read or the command fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.irony", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("messages", nargs="*", type=Path)
    paths = parser.parse_args(arguments).messages or sorted(FOLDER.glob("*.jsonl"))
    try:
        for path in paths:
            print(f"## {path.stem}\n\n{summary(heard(read_messages(path)))}")
    except (OSError, ValueError, RunError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def read_messages(path: Path) -> list[Mapping[str, str]]:
    """The messages of a file.

    Raises:
        OSError: the file cannot be read.
        ValueError: a line is no message with a known kind; the text says which.
    """
    messages: list[Mapping[str, str]] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            message = json.loads(line)
            known = message["kind"] in KINDS and message["text"] and message["id"]
        except (ValueError, KeyError, TypeError):
            known = False
        if not known:
            raise ValueError(f"{path}:{number}: no message with id, text and kind")
        messages.append(message)
    return messages


def heard(messages: Sequence[Mapping[str, str]]) -> Counts:
    """How many messages of each kind sound ironic, perhaps, or plain."""
    report = check(
        {
            "id": message["id"],
            "thread": [{"author": "customer", "text": message["text"]}],
            "reply": None,
        }
        for message in messages
    )
    tones = {draft["id"]: draft["customer"]["tone"]["value"] for draft in report["drafts"]}
    return Counter((message["kind"], tones[message["id"]]) for message in messages)


def summary(counts: Counts) -> str:
    """The share of each kind that is called ironic or perhaps, and of complaints the precision."""
    rows = [
        (
            kind,
            str(_all(counts, kind)),
            share_text(Share(counts[kind, "ironic"], _all(counts, kind))),
            share_text(Share(counts[kind, "perhaps"], _all(counts, kind))),
        )
        for kind in KINDS
    ]
    complaints = counts["ironic", "ironic"] + counts["plain", "ironic"]
    precision = share_text(Share(counts["ironic", "ironic"], complaints))
    return (
        table(("messages", "number", "called ironic", "called perhaps"), rows)
        + f"\nOf the complaints that are called ironic, {precision} are.\n"
    )


def _all(counts: Counts, kind: str) -> int:
    return sum(number for (each, _), number in counts.items() if each == kind)


if __name__ == "__main__":
    sys.exit(main())
