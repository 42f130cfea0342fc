"""Train the learned readings: customers' messages, acts of replies, and rules in whole cases.

    python -m model.learned.train            # leave authors out, then train on all and write
    python -m model.learned.train --check    # leave authors out only

Needs scikit-learn. Reads the folders beside this file; writes replylint/engine/data/NAME.npz and
NAME.scores.json. The cases are read with messages and acts as learned from other authors, because
that is how good those readings are on a text that nobody has seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from model.learned.fitting import fit, folds, report
from model.learned.rows import (
    HERE,
    Case,
    Row,
    case_drafts,
    message_rows,
    read_cases,
    read_rows,
    sentence_rows,
)
from replylint.engine.case_features import case_features
from replylint.engine.drafts import ReadDraft
from replylint.engine.fact import UNKNOWN
from replylint.engine.learned import DATA, LearnedModel
from replylint.engine.likely import MODEL, RULES
from replylint.engine.reading import Reader
from replylint.engine.ruleset import load_rules
from replylint.language.pipeline import load

Scored = list[tuple[Row, Mapping[str, float]]]
"""Rows, each with its odds by a model that has seen nothing of its author."""
STRENGTH = {"messages": 12.0, "acts": 12.0, MODEL: 1.0}
"""The inverse of the regularisation: how much a model may make of its data."""


def main() -> None:
    """Check by leaving authors out; then train on all and write the models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    nlp, rules = load(), load_rules()
    reader = Reader(nlp, rules)
    cases = read_cases()
    drafts = case_drafts(cases, reader)
    sentences = read_rows("acts", reader)
    rows = {
        "messages": [*read_rows("messages", reader), *message_rows(cases, drafts)],
        "acts": [*sentences, *sentence_rows(cases, drafts, _fit("acts", sentences))],
    }
    by_others: dict[str, Scored] = {"messages": [], "acts": [], MODEL: []}
    read_anew: list[Row] = []
    for part in folds([row.author for each in rows.values() for row in each]):
        models = {name: _fit(name, _without(part, each)) for name, each in rows.items()}
        for name, each in rows.items():
            by_others[name] += _scored(models[name], _only(part, each))
        inside = [case for case in cases if case.author in part]
        anew = case_drafts(inside, Reader(nlp, rules, models.__getitem__))
        read_anew += case_rows(inside, anew)
    rows[MODEL] = read_anew
    for part in folds([row.author for row in read_anew]):
        by_others[MODEL] += _scored(_fit(MODEL, _without(part, read_anew)), _only(part, read_anew))
    for name, each in rows.items():
        finish(name, each, by_others[name], check=check)


def _scored(model: LearnedModel, rows: Sequence[Row]) -> Scored:
    return [(row, model.probabilities(row.groups)) for row in rows]


def _only(authors: Collection[str], rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.author in authors]


def _without(authors: Collection[str], rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.author not in authors]


def case_rows(cases: Sequence[Case], drafts: Sequence[ReadDraft]) -> Iterator[Row]:
    """Whole cases; a rule is judged where what it needs is known and readers agree."""
    for case, draft in zip(cases, drafts, strict=True):
        context = draft.context
        if context.reply is None:
            continue
        judged = frozenset(
            rule
            for rule in RULES
            if rule not in case.unsure
            and all(
                context.fact(fact) is not UNKNOWN
                for fact in context.reader.ruleset.rules[rule].needs
            )
        )
        groups = case_features(context, context.reply).groups
        yield Row(case.author, groups, case.marked & judged, judged)


def finish(name: str, rows: Sequence[Row], scored: Scored, *, check: bool) -> None:
    """Report how a model did on authors left out; unless only checking, train on all and write."""
    print(f"\n{name}: {len(rows)} rows", flush=True)
    scores = report([row for row, _ in scored], [odds for _, odds in scored], _labels(rows))
    if check:
        return
    write(name, _fit(name, rows))
    text = json.dumps(scores, indent=1) + "\n"
    (HERE / f"{name}.scores.json").write_text(text, encoding="utf-8")


def write(name: str, model: LearnedModel) -> None:
    """Write a model where the engine looks for it."""
    DATA.mkdir(exist_ok=True)
    np.savez_compressed(
        DATA / f"{name}.npz",
        labels=np.array(json.dumps(model.labels)),
        keys=model.keys,
        weights=model.weights,
        scale=model.scale,
        bias=model.bias,
        exclusive=np.array(model.exclusive),
    )


def _fit(name: str, rows: Sequence[Row]) -> LearnedModel:
    return fit(rows, _labels(rows), strength=STRENGTH[name], exclusive=_exclusive(name))


def _labels(rows: Sequence[Row]) -> list[str]:
    return sorted({label for row in rows for label in row.labels})


def _exclusive(name: str) -> bool:
    """A message is of one kind; a sentence may do several things, a case break several rules."""
    return name == "messages"


if __name__ == "__main__":
    main()
