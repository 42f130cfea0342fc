"""`replylint schema`: the JSON Schemas of rule files, of the configuration and of the output."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from replylint.cli.writing import write


def schema(
    of: Annotated[
        Literal["rules", "config", "output"],
        typer.Argument(help="Of rule files, of the configuration, or of --format json."),
    ],
) -> None:
    """Print a JSON Schema: of rule files, of the configuration, or of --format json."""
    import json

    if of == "output":
        from replylint.reporters.output import output_schema as made
    elif of == "config":
        from replylint.config.keys import config_schema as made
    else:
        from replylint.engine.validation import json_schema as made
    write(json.dumps(made(), indent=2, ensure_ascii=False) + "\n", None)
