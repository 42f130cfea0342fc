"""From a parsed text to its clause frames: the one place where Italian is understood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from replylint.language.agents import agent_of
from replylint.language.arguments import phrases
from replylint.language.chains import Chain, clitics_of, verb_chains
from replylint.language.force import force_of, modality_of, time_of
from replylint.language.frames import Agent, Frame
from replylint.language.grammar import grammar
from replylint.language.polarity import polarity_of
from replylint.language.segments import clause_spans, verbless_spans
from replylint.language.standing import standing_of
from replylint.language.verbs import form, lemma, verb_form, verb_lemma
from replylint.language.voices import Speaker, Voices, address_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LIGHT = ("asking", "enabling", "inverting", "impersonal", "evaluative", "capacity", "modal",
          "own", "causative", "imminent")  # fmt: skip


def clause_frames(
    doc: Doc, sentences: tuple[tuple[int, int], ...], speaker: Speaker = "company"
) -> tuple[Frame, ...]:
    """The frames of a text, in order of their predicates.

    Args:
        doc: a parsed text, corrected by the `replylint_verbs` component.
        sentences: token spans [start, end).
        speaker: who says "noi": the company in a reply, the customer in a message.
    """
    voices = Voices(speaker, address_form(doc))
    frames: list[Frame] = []
    for number, (start, end) in enumerate(sentences):
        frames.extend(_sentence_frames(doc, start, end, number, voices))
    return tuple(sorted(frames, key=lambda frame: frame.head))


def _sentence_frames(doc: Doc, start: int, end: int, number: int, voices: Voices) -> list[Frame]:
    chains = verb_chains(doc, start, end)
    question = any(token.text.startswith("?") for token in doc[max(start, end - 3) : end])
    frames: list[Frame] = []
    inherited: Agent | None = None
    before: Chain | None = None
    for chain, span in zip(chains, clause_spans(doc, chains, start, end), strict=True):
        last = chain is chains[-1] or form(doc[span[1] - 1]) == "?"
        frame = _frame(doc, chain, span, number, voices, before, inherited, question and last)
        frames.append(frame)
        told = frame.force != "condition" or frame.agent != "nobody"
        if frame.standing in ("main", "coordinate") or (inherited is None and told):
            inherited = frame.agent
        before = chain
    frames = _carry_conditions(doc, _fold_gerunds(doc, frames, voices))
    frames.extend(
        _verbless(doc, low, high, number, question)
        for low, high in verbless_spans(doc, chains, start, end)
    )
    return frames


def _frame(
    doc: Doc,
    chain: Chain,
    span: tuple[int, int],
    number: int,
    voices: Voices,
    before: Chain | None,
    inherited: Agent | None,
    question: bool,
) -> Frame:
    start, end = span
    agent, certainty = agent_of(doc, chain, start, end, voices, inherited)
    standing = standing_of(doc, chain, start, before, question=question)
    force = force_of(doc, chain, span, agent, standing, voices, before=before, question=question)
    light = next((link for kind in _LIGHT for link in chain.links if link.kind == kind), None)
    return Frame(
        predicate=lemma(doc[chain.head]) if chain.has("copula") else verb_lemma(doc[chain.head]),
        verbal=not chain.has("copula"),
        agent=agent,
        force=force,
        polarity=polarity_of(doc, chain, start, end),
        time=time_of(doc, chain, start, end),
        modality=modality_of(doc, chain),
        arguments=phrases(doc, chain, start, end),
        light=None if light is None else light.lemma,
        standing=standing,
        head=chain.head,
        start=start,
        end=end,
        sentence=number,
        clitics=clitics_of(doc, chain),
        certainty=certainty,
    )


def _carry_conditions(doc: Doc, frames: list[Frame]) -> list[Frame]:
    """ "se non le riceve o deve cambiarle, …": what is joined to a condition is one, too.

    The last clause of a sentence is what the conditions are for, and never one of them.
    """
    carried = list(frames)
    for index in range(1, len(frames) - 1):
        joined = form(doc[frames[index].start]) in ("o", "oppure", "e", "ed")
        if joined and carried[index - 1].force == "condition":
            carried[index] = replace(frames[index], force="condition")
    return carried


def _fold_gerunds(doc: Doc, frames: list[Frame], voices: Voices) -> list[Frame]:
    """A gerund or bare infinitive of the hearer is part of what the main clause asks for.

    "Può chiederlo inviandoci una mail" asks for the mail; "scrivendoci in privato la aiutiamo"
    makes the help depend on it, as a condition does.
    """
    main = next((frame for frame in frames if frame.standing in ("main", "coordinate")), None)
    folded: list[Frame] = []
    for frame in frames:
        gerund = verb_form(doc[frame.head]).kind == "Ger" and frame.light is None
        if gerund and frame.agent == voices.hearer and frame.force == "statement":
            directive = main is not None and main.force == "directive"
            frame = replace(frame, force="directive" if directive else "condition")
        folded.append(frame)
    return folded


def _verbless(doc: Doc, low: int, high: int, number: int, question: bool) -> Frame:
    head = next(
        (
            index
            for wanted in (("NOUN", "PROPN"), ("ADJ", "VERB", "NUM", "X"), ("ADV", "INTJ"))
            for index in range(low, high)
            if doc[index].pos_ in wanted
        ),
        low,
    )
    denying = grammar().negative_words | grammar().negators
    denied = any(form(doc[index]) in denying for index in range(low, high))
    return Frame(
        predicate=lemma(doc[head]),
        verbal=False,
        agent="nobody",
        force="question" if question else "statement",
        polarity="denied" if denied else "affirmed",
        time="now",
        modality="none",
        arguments=phrases(doc, None, low, high),
        light=None,
        standing="main",
        head=head,
        start=low,
        end=high,
        sentence=number,
        certainty=0.8,
    )
