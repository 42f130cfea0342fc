"""How fast replylint is, with its peers beside it in the same run.

    python -m benchmarks.speed [--rounds 5] [--textlint COMMAND] [--proselint COMMAND]

Every round runs every case once, so that a busy machine is busy for all of them; the medians are
printed as a table. Processor seconds are user and system time of a process and all its children,
memory is that of the largest process. The replies are put together from the sentences in the rule
files, the same ones every time. A peer whose command is not given is left out.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import yaml

ROOT = Path(__file__).parents[1]
REPLIES, WORDS = 1_000, 61
BARE = """\
import sys, spacy, replylint.language._italian
nlp = spacy.load(sys.argv[1])
print(len(nlp(open(sys.argv[2], encoding="utf-8").read())))
"""
TEXTLINT_RULES = """\
{"rules": {"no-todo": true, "max-comma": {"max": 1}, "common-misspellings": true}}
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A command, what it shows, and a folder that is emptied before each run (None: none is)."""

    name: str
    command: tuple[str, ...]
    empty: Path | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    cpu: float
    wall: float
    megabytes: float


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_replies(folder / "replies")
        (folder / "bare.py").write_text(BARE)
        (folder / ".textlintrc.json").write_text(TEXTLINT_RULES)
        found = list(cases(folder, options.textlint, options.proselint))
        if options.only:
            found = [case for case in found if options.only in case.name]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache")}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        env["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        for case in found:  # files compiled and read once, reports kept
            run(case, env, folder)
        costs: dict[str, list[Cost]] = {case.name: [] for case in found}
        for _ in range(options.rounds):
            for case in found:
                costs[case.name].append(run(case, env, folder))
    print("\n".join(table(costs)))


def cases(folder: Path, textlint: str | None, proselint: str | None) -> Iterator[Case]:
    one, all_of_them = str(folder / "replies" / "0000.txt"), str(folder / "replies")
    replylint = (sys.executable, "-m", "replylint", "check", "--isolated", "--quiet")
    pipeline = str(ROOT / "replylint" / "language" / "data" / "pipeline")
    yield Case("bare spaCy, one reply", (sys.executable, str(folder / "bare.py"), pipeline, one))
    yield Case("replylint, one reply", (*replylint, "--no-cache", one))
    yield Case("replylint, one reply, first run ever", (*replylint, one), folder / "cache")
    yield Case("replylint, one reply, unchanged", (*replylint, one))
    yield Case("replylint --help", (sys.executable, "-m", "replylint", "--help"))
    yield Case(f"replylint, {REPLIES} replies", (*replylint, "--no-cache", all_of_them))
    single = (*replylint, "--no-cache", "--jobs", "1", all_of_them)
    yield Case(f"replylint --jobs 1, {REPLIES} replies", single)
    yield Case("(reports kept for the next case)", (*replylint, all_of_them))
    yield Case(f"replylint, {REPLIES} replies, unchanged", (*replylint, all_of_them))
    if textlint:
        config = ("--config", str(folder / ".textlintrc.json"))
        for name, given in (("one reply", one), (f"{REPLIES} replies", all_of_them)):
            yield Case(f"textlint, 3 rules, {name}", (*shlex.split(textlint), *config, given))
    if proselint:
        for name, given in (("one reply", one), (f"{REPLIES} replies", all_of_them)):
            yield Case(f"proselint, {name}", (*shlex.split(proselint), "check", given))


def run(case: Case, env: Mapping[str, str], folder: Path) -> Cost:
    if case.empty is not None:
        for path in sorted(case.empty.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    begin = time.perf_counter()
    with subprocess.Popen(
        case.command, env=env, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{shlex.join(case.command)}: exit status {process.returncode}")
    wall = time.perf_counter() - begin
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def table(costs: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    yield "| case | processor s | wall s | memory MB |"
    yield "|---|---|---|---|"
    for name, found in costs.items():
        if not name.startswith("("):
            cpu = median(cost.cpu for cost in found)
            wall = median(cost.wall for cost in found)
            memory = max(cost.megabytes for cost in found)
            yield f"| {name} | {cpu:.2f} | {wall:.2f} | {memory:.0f} |"


def write_replies(folder: Path, count: int = REPLIES) -> None:
    """Replies of `WORDS` words on average, all different, the same ones every time."""
    folder.mkdir()
    choice = random.Random(61)
    known = sentences()
    for number in range(count):
        wanted = choice.randint(WORDS - 20, WORDS + 10)
        text: list[str] = []
        while sum(len(sentence.split()) for sentence in text) < wanted:
            text.append(choice.choice(known))
        (folder / f"{number:04}.txt").write_text(" ".join(text) + "\n", encoding="utf-8")


def sentences() -> list[str]:
    """The sentences of the replies in the rule files, each once."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        file = yaml.safe_load(path.read_text(encoding="utf-8"))
        tests = file.get("tests") or {}
        for example in (*tests.get("flags", ()), *tests.get("passes", ())):
            reply = example if isinstance(example, str) else example.get("reply") or ""
            found |= dict.fromkeys(re.split(r"(?<=[.!?])\s+", reply.strip()))
    return [sentence for sentence in found if len(sentence.split()) > 2]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast replylint is.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", help="cases whose name holds this")
    parser.add_argument("--textlint", help="the command, with the three rules of the table")
    parser.add_argument("--proselint", help="the command")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
