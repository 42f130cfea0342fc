"""`replylint schema`: the JSON Schemas of rule files and of the output."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from replylint.cli.writing import write


def schema(
    of: Annotated[
        Literal["rules", "output"],
        typer.Argument(help="Of rule files (for editors), or of --format json."),
    ],
) -> None:
    """Print a JSON Schema: of rule files, or of the output of --format json."""
    import json

    if of == "output":
        from replylint.reporters.output import output_schema as made
    else:
        from replylint.engine.validation import json_schema as made
    write(json.dumps(made(), indent=2, ensure_ascii=False) + "\n", None)
