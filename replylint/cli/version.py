"""What `--version` says."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def version_line() -> str:
    """"replylint 0.1.0"; a checkout that is not installed says so."""
    try:
        return f"replylint {version('replylint')}"
    except PackageNotFoundError:
        return "replylint (not installed)"
