"""Train the learned readings: customers' messages, acts of replies, and rules in whole cases.

    python -m model.learned.train            # leave authors out, then train on all and write
    python -m model.learned.train --check    # leave authors out only

Needs scikit-learn and torch. Reads the folders beside this file; writes
replylint/engine/data/NAME.npz and, beside this file, NAME.scores.json. The cases are read with
messages and acts as learned from other authors, because that is how good those readings are on a
text that nobody has seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from model.learned.blending import blend
from model.learned.fitting import examples, fit, folds, labels_of, report
from model.learned.network import Plan, fit_network
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
STRENGTH = {"acts": 12.0, MODEL: 1.0}
"""The inverse of the regularisation of a regression."""
PLAN = {"messages": Plan(8, 0.002, exclusive=True), MODEL: Plan(20, 0.005)}


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
    by_others: dict[str, Scored] = {"messages": [], "acts": []}
    read_anew: list[Row] = []
    for part in folds([row.author for each in rows.values() for row in each]):
        models = {name: _fit(name, _without(part, each)) for name, each in rows.items()}
        for name, each in rows.items():
            by_others[name] += _scored(models[name], _only(part, each))
        inside = [case for case in cases if case.author in part]
        anew = case_drafts(inside, Reader(nlp, rules, models.__getitem__))
        read_anew += case_rows(inside, anew)
    for name, each in rows.items():
        finish(name, each, by_others[name], None if check else _fit(name, each))
    judge_cases(read_anew, check=check)


def judge_cases(rows: Sequence[Row], *, check: bool) -> None:
    """Fit the reading of whole cases: a regression and a network, blended."""
    by_regression: Scored = []
    by_network: Scored = []
    for part in folds([row.author for row in rows]):
        regression, network = _both(_without(part, rows))
        by_regression += _scored(regression, _only(part, rows))
        by_network += _scored(network, _only(part, rows))
    seen = [row for row, _ in by_network]
    odds = [odds for _, odds in by_regression], [odds for _, odds in by_network]
    shares = blend(seen, labels_of(rows), *odds)
    scored = list(zip(seen, shares.odds(*odds), strict=True))
    finish(MODEL, rows, scored, None if check else shares.model(*_both(rows)))


def _both(rows: Sequence[Row]) -> tuple[LearnedModel, LearnedModel]:
    """The regression and the network over the same cases."""
    known = examples(rows)
    return fit(known, STRENGTH[MODEL]), fit_network(known, PLAN[MODEL])


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


def finish(name: str, rows: Sequence[Row], scored: Scored, model: LearnedModel | None) -> None:
    """Report how a model did on authors left out; write it, and the report, if it was made."""
    print(f"\n{name}: {len(rows)} rows", flush=True)
    scores = report([row for row, _ in scored], [odds for _, odds in scored], labels_of(rows))
    if model is None:
        return
    write(name, model)
    text = json.dumps(scores, indent=1) + "\n"
    (HERE / f"{name}.scores.json").write_text(text, encoding="utf-8")


def write(name: str, model: LearnedModel) -> None:
    """Write a model where the engine looks for it."""
    DATA.mkdir(exist_ok=True)
    straight, units = np.split(model.weights, [len(model.labels)], axis=1)
    feeding = np.flatnonzero(units.any(axis=1)).astype(np.uint32)
    np.savez_compressed(
        DATA / f"{name}.npz",
        labels=np.array(json.dumps(model.labels)),
        keys=model.keys,
        weights=straight,
        feeding=feeding,
        feeding_weights=units[feeding],
        scale=model.scale,
        bias=model.bias,
        votes=model.votes,
        exclusive=np.array(model.exclusive),
    )


def _fit(name: str, rows: Sequence[Row]) -> LearnedModel:
    """A sentence does several things, which patterns see too; a message is of one kind."""
    known = examples(rows)
    return fit_network(known, PLAN[name]) if name in PLAN else fit(known, STRENGTH[name])


if __name__ == "__main__":
    main()
