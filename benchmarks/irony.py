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

from benchmarks.cases import LabelsError, read_lines
from benchmarks.figures import Share
from benchmarks.systems import RunError, check
from benchmarks.tables import share_text, table

FOLDER = Path(__file__).with_name("messages")
KINDS = ("ironic", "plain", "request", "compliment")
CALLED = ("ironic", "perhaps")
TONES = (*CALLED, "plain")

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
    except (LabelsError, RunError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def read_messages(path: Path) -> list[Mapping[str, str]]:
    """The messages of a file.

    Raises:
        LabelsError: the file cannot be read, or a line is no message with a known kind.
    """
    return list(read_lines(path, "no message with id, text and kind", _message))


def _message(line: str) -> Mapping[str, str]:
    message: Mapping[str, str] = json.loads(line)
    if message["kind"] not in KINDS or not message["text"] or not message["id"]:
        raise ValueError(message["kind"])
    return message


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
    rows = []
    for kind in KINDS:
        number = sum(counts[kind, tone] for tone in TONES)
        shares = (share_text(Share(counts[kind, tone], number)) for tone in CALLED)
        rows.append((kind, str(number), *shares))
    complaints = counts["ironic", "ironic"] + counts["plain", "ironic"]
    precision = share_text(Share(counts["ironic", "ironic"], complaints))
    head = ("messages", "number", *(f"called {tone}" for tone in CALLED))
    return f"{table(head, rows)}\nOf the complaints that are called ironic, {precision} are.\n"


if __name__ == "__main__":
    sys.exit(main())
