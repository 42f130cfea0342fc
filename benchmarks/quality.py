"""How well replylint finds what readers find: `python -m benchmarks.quality CASES…`.

CASES are JSON Lines files of labelled conversations, or folders of them (docs/quality.md says what
a case looks like). All are checked in one run of the public command. The tables go to standard
output; with --write they go to benchmarks/quality.md and docs/quality.md, the counts to
replylint/measured.json, and the pages of docs/rules are made again.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.cases import HALVES, Case, LabelsError, read_cases
from benchmarks.scoring import score
from benchmarks.systems import Run, RunError, run_baseline, run_replylint
from benchmarks.tables import Part, by_rule, overview
from docs.rule_pages import main as write_rule_pages
from replylint.engine.ruleset import load_rules

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "benchmarks" / "quality.md"
PAGE = ROOT / "docs" / "quality.md"
MEASURED = ROOT / "replylint" / "measured.json"
BEGIN, END = "<!-- figures: made by benchmarks.quality -->\n", "<!-- end of figures -->\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, and print or write; 2 when there is nothing to score or the command fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("cases", nargs="+", type=Path, help="labelled cases, or folders of them")
    parser.add_argument("--write", action="store_true", help="put the figures into the project")
    options = parser.parse_args(arguments)
    try:
        cases = read_cases(options.cases)
        run = run_replylint(cases)
    except (LabelsError, RunError) as error:
        print(error, file=sys.stderr)
        return 2
    parts = scored(cases, run, run_baseline(cases))
    if options.write:
        publish(parts, run.rules)
    else:
        print(tables(parts, run.rules), end="")
    return 0


def scored(cases: Sequence[Case], run: Run, baseline: Run) -> tuple[Part, ...]:
    """Both systems on every part: each set of cases, in its two halves."""
    parts: list[Part] = []
    for source in sorted({case.source for case in cases}, reverse=True):
        for half in HALVES:
            some = [case for case in cases if (case.source, case.half) == (source, half)]
            if some:
                parts.append(Part(source, half, len(some), score(run, some), score(baseline, some)))
    return tuple(parts)


def summary(parts: Sequence[Part]) -> str:
    """The table of totals."""
    rules = load_rules().rules.values()
    return overview(
        parts, (rule.rule for rule in rules if any(case.is_ == "error" for case in rule.severity))
    )


def tables(parts: Sequence[Part], rules: str) -> str:
    """All tables, under a heading."""
    blocks = [
        "# Detection quality\n",
        f"Made by `python -m benchmarks.quality CASES`, with the rule set `{rules}`. In brackets: "
        "95 % intervals.\nWhat the columns mean and how the cases were made: "
        "[docs/quality.md](../docs/quality.md).\n",
        summary(parts),
        *(f"## {part.title.capitalize()}\n\n{by_rule(part)}" for part in parts),
    ]
    return "\n".join(blocks)


def measured(parts: Sequence[Part], rules: str) -> str:
    """The counts, for `replylint rule` and the pages of the rules."""
    counts: dict[str, list[dict[str, str | int]]] = {}
    for part in parts:
        for rule, figures in part.replylint.rules.items():
            row: dict[str, str | int] = {"cases": part.source, "half": part.half}
            row.update(hits=figures.hits, false=figures.false, missed=figures.missed)
            counts.setdefault(rule, []).append(row)
    return json.dumps({"ruleset": rules, "rules": counts}, indent=1, sort_keys=True) + "\n"


def publish(parts: Sequence[Part], rules: str) -> None:
    """Write the figures into every place of the project that shows them."""
    TABLES.write_text(tables(parts, rules), encoding="utf-8")
    MEASURED.write_text(measured(parts, rules), encoding="utf-8")
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{summary(parts)}\n{END}{after}", encoding="utf-8")
    write_rule_pages([])


if __name__ == "__main__":
    sys.exit(main())
