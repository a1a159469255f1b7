"""What the guide to automation shows is what the hooks, the action and the command have."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "automation.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def hooks() -> list[dict[str, Any]]:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    loaded: list[dict[str, Any]] = yaml.safe_load(text)
    return loaded


@pytest.mark.parametrize("block", BLOCKS)
def test_examples_are_yaml(block: str) -> None:
    assert yaml.safe_load(block)


def test_every_hook_is_shown() -> None:
    names = {hook["id"] for hook in hooks()}
    assert names == set(re.findall(r"id: ([\w-]+)", GUIDE))


def test_a_hook_looks_at_pages_only() -> None:
    for hook in hooks():
        assert re.search(hook["files"], "a/b.wiki")
        assert not re.search(hook["files"], "a/b.wiki.txt")
        assert hook["entry"].startswith("homs-wiki lint ")


def test_every_input_of_the_action_is_described() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert all(given["description"] for given in action["inputs"].values())
    [workflow] = [yaml.safe_load(block) for block in BLOCKS if "homs-wiki@" in block]
    [step] = [each for each in workflow["jobs"]["lint"]["steps"] if "homs-wiki@" in each["uses"]]
    assert set(step["with"]) <= set(action["inputs"])
