"""The version of replylint; the one in pyproject.toml must be the same (a test holds them)."""

__version__ = "0.1.0"
