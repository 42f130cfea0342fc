"""WhatsApp "Esporta chat": a text file of lines that begin with a date, a time and a name.

Lines of the two phone systems: "[24/05/22, 22:05:33] Anna: testo" and
"12/09/2026, 14:30 - Anna: testo"; the day comes first. Who the agents are is said by `--agent`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from itertools import islice

from replylint.conversation import Author
from replylint.readers.exports.common import Format, Replies, Turn, agent_turns, records, text
from replylint.readers.inputs import Defaults, UnreadableError
from replylint.readers.placed import Record, record, text_at
from replylint.tables import read_table

_MARKS = "\u200e\u200f\ufeff\u202a-\u202e"
_LINE = re.compile(
    rf"^[{_MARKS}]*(?P<printed>\[?\d{{1,2}}/\d{{1,2}}/\d{{2,4}},? \d{{1,2}}[:.]\d{{2}}"
    rf"(?:[:.]\d{{2}})?\]?)(?: -)? (?:[{_MARKS}]*(?P<name>[^:\n]{{1,60}}?)[{_MARKS}]*: )?",
    re.M,
)
_NUMBERS = re.compile(r"\d+")
_LOOKED_AT = 5
_KEYS = frozenset({"printed", "name", "text"})


def looks_like_chat(content: str) -> bool:
    """Whether a text is an exported chat: its first line begins like one, and one names who."""
    head = list(islice(_LINE.finditer(content), _LOOKED_AT))
    return bool(head) and not content[: head[0].start()].strip() and any(m["name"] for m in head)


def chat_items(content: str) -> list[object]:
    """The messages of an exported chat, each with `printed`, `name` and `text`.

    Lines without a name (what the program itself says) are left out.
    """
    found: list[object] = []
    lines = list(_LINE.finditer(content))
    for number, line in enumerate(lines):
        if line["name"] is None:
            continue
        end = lines[number + 1].start() if number + 1 < len(lines) else len(content)
        start = line.end()
        said = content[start:end].rstrip().lstrip("\u200e\u200f \t")
        start = content.index(said, start) if said else start
        values = {
            "printed": text_at(line["printed"].strip("[]"), line.start("printed")),
            "name": text_at(line["name"].strip(), line.start("name")),
            "text": text_at(said, start),
        }
        found.append(record(dict(values), line.start(), {}))
    return found


def _matches(items: list[object]) -> bool:
    return any(one.keys() == _KEYS for one in records(items))


def _replies(items: list[object], defaults: Defaults) -> Replies:
    messages = [one for one in records(items) if one.keys() >= _KEYS]
    names = dict.fromkeys(str(message["name"]) for message in messages)
    agents = {agent.casefold().strip() for agent in defaults.agents}
    if not any(name.casefold() in agents for name in names):
        listed = ", ".join(names)
        raise UnreadableError(
            f"chi è l'agente? lo indichi con --agent; nella chat scrivono {listed}",
            f"who is the agent? say it with --agent; the chat has {listed}",
        )
    yield from agent_turns(_turns(messages, agents), "messaging", False)


def _turns(messages: list[Record], agents: set[str]) -> Iterator[Turn]:
    for message in messages:
        said = text(message, "text")
        if said is None or said.strip("<>\u200e ").lower() in _omitted():
            continue
        printed = str(message["printed"])
        is_agent = str(message["name"]).casefold() in agents
        author: Author = "agent" if is_agent else "customer"
        yield Turn(author, said, message.start, printed, _time(printed), "markdown")


def _time(printed: str) -> datetime | None:
    """The time as printed, which is local and whose zone is not known."""
    day, month, year, hour, minute, *second = map(int, _NUMBERS.findall(printed))
    try:
        return datetime(year + 2000 * (year < 100), month, day, hour, minute, (*second, 0)[0])
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _omitted() -> frozenset[str]:
    return frozenset(read_table(__file__, "whatsapp_chat.yaml")["omitted"])


FORMAT = Format("whatsapp-chat", _matches, _replies)
