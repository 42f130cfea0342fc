"""The YAML tables packaged beside the modules that read them."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def read_table(module_file: str, name: str) -> Any:
    """The content of the YAML table `name` that lies beside a module (its `__file__`)."""
    import yaml  # a run that needs no table pays for no parser

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = Path(module_file).with_name(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)
