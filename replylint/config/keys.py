"""Every setting there is: the one source of what a file may hold, of its schema and its docs."""

from __future__ import annotations

from typing import Any, get_args

from replylint.config.kinds import (
    Key,
    choice,
    flag,
    model,
    number,
    object_schema,
    path,
    records,
    several,
    table,
    text,
)
from replylint.conversation import CHANNELS
from replylint.findings import SEVERITIES, Severity
from replylint.readers.formats import FORMATS

FIELDS = (
    "text", "id", "title", "customer", "channel", "public", "language", "active", "fragment",
)  # fmt: skip
_LANGS = ("it", "en")
_SEVERITIES: tuple[Severity, ...] = get_args(Severity)


def _by_name(*keys: Key) -> dict[str, Key]:
    return {key.name: key for key in keys}


_IGNORE = Key("ignore", several(text()), "Rules that are not reported.", ())
_SEVERITY = Key("severities", table(choice(_SEVERITIES)), "Rule → its severity here.", {})
_FAIL_ON = Key(
    "fail-on",
    choice((*_SEVERITIES, "never")),
    "The mildest finding that gives exit status 1.",
    "error",
)
_CHANNEL = Key("channel", choice(CHANNELS), "Where the replies will appear.")
_PUBLIC = Key("public", flag(), "Whether others can read the replies.")

OVERRIDE_KEYS = _by_name(
    Key(
        "files",
        several(text()),
        "Patterns of the files it is for, in the syntax of .gitignore.",
        required=True,
    ),
    _CHANNEL,
    _PUBLIC,
    Key("fragment", flag(), "Whether the replies are pieces that are never sent alone.", False),
    _IGNORE,
    _SEVERITY,
    _FAIL_ON,
)

KEYS = _by_name(
    Key(
        "extends",
        several(text(), "replaces"),
        "Files (paths) or installed packages that this one builds on.",
        (),
    ),
    Key(
        "select",
        several(text(), "replaces", empty="names no rule; leave it out for all rules"),
        "Only these rules, hints included.",
    ),
    _IGNORE,
    _SEVERITY,
    Key("min-severity", choice(SEVERITIES), "Nothing milder is reported.", "warning"),
    _FAIL_ON,
    Key("lang", choice(_LANGS), "Language of messages and advice.", "it"),
    _CHANNEL,
    _PUBLIC,
    Key(
        "fragment",
        several(text()),
        "Patterns of the files whose replies are pieces never sent alone.",
        (),
    ),
    Key("exclude", several(text()), "Patterns of the files that a walk leaves out.", ()),
    Key("rules", several(path()), "Folders of further rules.", ()),
    Key("agents", several(text()), "Names that stand for agents in exported chats.", ()),
    Key(
        "input-format",
        choice(FORMATS),
        "The format of the inputs, when their content shall not decide.",
    ),
    Key("fields", table(text(), FIELDS), "For tables and lists: our field → theirs.", {}),
    Key("lists", table(several(text())), "Word list → what it holds besides.", {}),
    Key("thresholds", table(number()), "Gauge, or named figure of the rules → its value.", {}),
    Key("overrides", records(OVERRIDE_KEYS), "Settings for some files; later ones win.", ()),
    Key("model", model(), "An Italian spaCy pipeline: a name, or a path."),
    Key("require-reason", flag(), "Suppressions without a reason do not count.", False),
    Key("baseline", path(), "The file of known findings."),
    Key("cache-dir", path(), "The folder of kept reports; default: in the user's cache folder."),
)


def config_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of replylint.yaml and of [tool.replylint]."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "replylint configuration",
        **object_schema(KEYS),
    }
