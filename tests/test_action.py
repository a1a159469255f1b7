"""The composite action: its steps, run as GitHub would run them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FAULTY = "وہ لاہور سے سے آیا۔\n"


@pytest.fixture(scope="module")
def action() -> dict[str, Any]:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def step(action: dict[str, Any], name: str) -> dict[str, Any]:
    [found] = [each for each in action["runs"]["steps"] if each.get("name") == name]
    assert isinstance(found, dict)
    return found


def test_it_is_composite_and_every_run_names_its_shell(action: dict[str, Any]) -> None:
    assert action["runs"]["using"] == "composite"
    steps = action["runs"]["steps"]
    assert all(("uses" in each) != ("run" in each) for each in steps)
    assert all(each["shell"] == "bash" for each in steps if "run" in each)


def test_inputs_reach_the_commands_as_variables_only(action: dict[str, Any]) -> None:
    for each in action["runs"]["steps"]:
        assert "${{" not in each.get("run", "")
    used = {value for each in action["runs"]["steps"] for value in each.get("env", {}).values()}
    assert {"${{ inputs.paths }}", "${{ inputs.arguments }}"} <= used


@pytest.mark.parametrize(
    ("paths", "code", "found"),
    [("bad.wiki", 1, 1), ("bad.wiki good.wiki", 1, 1), ("good.wiki", 0, 0), (".", 1, 1)],
)
def test_linting_shows_findings_as_annotations(
    action: dict[str, Any], tmp_path: Path, paths: str, code: int, found: int
) -> None:
    (tmp_path / "bad.wiki").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "good.wiki").write_text("وہ آیا۔\n", encoding="utf-8")
    result = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step(action, "Lint")["run"]],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PATHS": paths,
            "ARGUMENTS": "--profile ur.wikipedia --select repeated-word",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == code, result.stderr
    annotations = [line for line in result.stdout.splitlines() if line.startswith("::warning ")]
    assert len(annotations) == found
