from __future__ import annotations

from tests.cli.conftest import cli  # noqa: F401 - the fixture
from tests.config.conftest import write  # noqa: F401 - the fixture
