"""Clause frames and speech acts as components of any Italian spaCy pipeline.

`nlp.add_pipe("replylint_clauses")` puts the frames of a doc in `doc._.clauses`;
`nlp.add_pipe("replylint_acts")` puts its speech acts in `doc.spans["acts"]`, labelled by act. Both
need a parser and a tagger before them; `replylint_sentences` and `replylint_verbs`, which replylint
adds to its own pipeline, make them better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from replylint.language.frames import Argument, Frame
from replylint.language.parsing import read
from replylint.language.voices import Speaker

if TYPE_CHECKING:
    from replylint.engine.learned_acts import Side
    from replylint.engine.reading import Reader

ACTS = "acts"
CLAUSES = "replylint_clauses"


def _frames(doc: Doc) -> tuple[Frame, ...]:
    """The frames of a doc, from the plain values that survive `doc.to_bytes()`."""
    return tuple(
        Frame(
            **{
                **plain,
                "arguments": tuple(Argument(**argument) for argument in plain["arguments"]),
                "clitics": tuple(plain["clitics"]),
            }
        )
        for plain in doc.user_data.get(CLAUSES, ())
    )


Doc.set_extension("clauses", getter=_frames, force=True)


@Language.factory(
    "replylint_clauses", default_config={"speaker": "company"}, assigns=["doc._.clauses"]
)
def make_clauses(nlp: Language, name: str, speaker: Speaker) -> Callable[[Doc], Doc]:
    """A component that reads the clauses of a doc; `speaker` is who says "noi" in it."""

    def clauses(doc: Doc) -> Doc:
        doc.user_data[CLAUSES] = [asdict(frame) for frame in read(doc, speaker).frames]
        return doc

    return clauses


@Language.factory(
    "replylint_acts",
    default_config={"speaker": "company", "rules": []},
    assigns=["doc.spans"],
)
def make_acts(nlp: Language, name: str, speaker: Speaker, rules: list[str]) -> Callable[[Doc], Doc]:
    """A component that finds speech acts; `rules` are further folders of act files.

    Raises:
        RuleFileError: a rule file that cannot be used.
    """
    return ActsComponent(nlp, speaker, [Path(folder) for folder in rules])


class ActsComponent:
    """Puts the speech acts of a doc in `doc.spans["acts"]`."""

    def __init__(self, nlp: Language, speaker: Speaker, rules: Sequence[Path]) -> None:
        from replylint.engine.reading import Reader
        from replylint.engine.ruleset import load_rules

        self._reader: Reader = Reader(nlp, load_rules(rules))
        self._speaker: Speaker = speaker

    def __call__(self, doc: Doc) -> Doc:
        """Find the acts of a parsed doc and give it back."""
        side: Side = "reply" if self._speaker == "company" else "customer"
        acts = self._reader.read(read(doc, self._speaker), side).acts
        spans = [
            Span(doc, match.start, match.end, label=match.act)
            for matches in acts.values()
            for match in matches
        ]
        doc.spans[ACTS] = sorted(spans, key=lambda span: (span.start, span.end))
        return doc
