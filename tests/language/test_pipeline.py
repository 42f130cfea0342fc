"""Loading pipelines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from replylint.language import pipeline
from replylint.language.pipeline import BUNDLED, PipelineError, load

TEXT = "Gentile cliente, ci scriva in privato: La ricontatteremo noi."


def run(code: str) -> str:
    """Run code in a fresh interpreter, give what it prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def analysis(nlp: spacy.language.Language) -> list[tuple[str, str, str, str, int]]:
    return [(t.text, t.pos_, t.lemma_, str(t.morph), t.head.i) for t in nlp(TEXT)]


def test_quick_and_plain_loading_agree() -> None:
    assert analysis(load()) == analysis(spacy.load(BUNDLED))


def test_plain_loading_without_the_package_is_refused() -> None:
    code = (
        f"import spacy\nspacy.registry.languages.entry_points = False\nspacy.load({str(BUNDLED)!r})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "E048" in done.stderr


def test_package_does_not_import_spacy() -> None:
    code = "import sys, replylint, replylint.language.pipeline, replylint.language.lexicon"
    assert run(code + "; print('spacy' in sys.modules)") == "False"


def test_quick_import_leaves_spacy_whole() -> None:
    code = (
        "from replylint.language.pipeline import load\n"
        "load()\n"
        "import importlib.metadata, catalogue, spacy, spacy.cli\n"
        "print(callable(spacy.cli.download), callable(spacy.info), "
        "len(catalogue.AVAILABLE_ENTRY_POINTS.select(group='console_scripts')) > 0, "
        "len(importlib.metadata.entry_points()) > 0)"
    )
    assert run(code) == "True True True True"


def test_component_order() -> None:
    names = load().pipe_names
    assert names.index("replylint_sentences") < names.index("parser")
    assert names[-1] == "replylint_verbs"


def test_other_pipeline_gets_both_components(tmp_path: Path) -> None:
    other = spacy.blank("it")
    other.add_pipe("parser").add_label("dep")
    other.initialize()
    other.to_disk(tmp_path)
    nlp = load(str(tmp_path))
    assert nlp.pipe_names == ["replylint_sentences", "parser", "replylint_verbs"]


@pytest.mark.parametrize("language, message", [("en", "needs Italian"), ("it", "no dependency")])
def test_unfit_pipelines_are_refused(tmp_path: Path, language: str, message: str) -> None:
    spacy.blank(language).to_disk(tmp_path)
    with pytest.raises(PipelineError, match=message):
        load(str(tmp_path))


@pytest.mark.parametrize("name", ["it_core_news_none", "rich", "spacy"])
def test_missing_pipeline_is_refused(name: str) -> None:
    with pytest.raises(PipelineError, match="no such pipeline"):
        load(name)


def test_missing_bundle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="missing"):
        pipeline.load_bundled(tmp_path)


def test_pipeline_of_another_lexicon_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "version", lambda: "another")
    with pytest.raises(PipelineError, match="lexicon differ"):
        load()


def test_bundle_carries_its_licence() -> None:
    assert (BUNDLED / "LICENSE.txt").is_file()
    assert (BUNDLED / "ATTRIBUTION.md").is_file()


@pytest.mark.skipif(not spacy.util.is_package("it_core_news_sm"), reason="not installed")
def test_published_pipeline() -> None:
    doc = load("it_core_news_sm")(TEXT)
    verb = next(token for token in doc if token.text == "scriva")
    assert (verb.lemma_, verb.morph.get("Mood", [])) == ("scrivere", ["Imp"])


def test_matrices_are_multiplied_by_numpy() -> None:
    models = [pipe.model for _, pipe in load().pipeline if hasattr(pipe, "model")]
    assert models
    assert not any(node.ops.use_blis for model in models for node in model.walk())
