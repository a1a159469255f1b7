"""The layers of the architecture, as contracts in pyproject.toml."""

import subprocess
import sys
from pathlib import Path


def test_rooms_import_only_the_rooms_below_them() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
