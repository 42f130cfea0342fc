"""Draw the picture of the README: what `replylint` says of an example, as an SVG.

python -m docs.picture        # writes docs/images/report.svg
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).parent
EXAMPLE = "examples/founding/tweet-to-a-bank.yaml"
WIDTH = 96


def main() -> None:
    """Run the command on the example, with colour, and export what it printed."""
    command = [sys.executable, "-m", "replylint", EXAMPLE, "--format", "text", "--color", "always"]
    run = subprocess.run(
        command,
        cwd=HERE.parent,
        env={"COLUMNS": str(WIDTH), "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ replylint {EXAMPLE}\n", style="bold"))
    console.print(Text.from_ansi(run.stdout))
    target = HERE / "images" / "report.svg"
    target.parent.mkdir(exist_ok=True)
    console.save_svg(str(target), title="replylint")


if __name__ == "__main__":
    main()
