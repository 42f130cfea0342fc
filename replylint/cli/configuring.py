"""The configuration as the commands use it: options on top of files, trouble told in one line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from replylint.cli.failure import fail
from replylint.config.find import Configs
from replylint.config.settings import Config, Given
from replylint.engine.problems import RuleFileError


def found_configs(given: Given, config: Path | None, isolated: bool) -> Configs:
    """The configurations of a run, under the options that were given (None: not given).

    Exits with status 2 when `--config` cannot be used, or stands beside `--isolated`.
    """
    if config is not None and isolated:
        fail("--config and --isolated contradict each other: leave one of them out")
    try:
        return Configs(given, config, isolated)
    except RuleFileError as error:
        fail(error)


def run_config(configs: Configs, paths: Sequence[str]) -> Config:
    """The configuration of a run as a whole; exits with status 2 when it cannot be used."""
    try:
        return configs.of_run(paths)
    except RuleFileError as error:
        fail(error)
