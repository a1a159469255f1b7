"""The settings that the guide shows are settings, and every key is in it."""

import re
from pathlib import Path

import pytest

from homs_wiki.config import read_config
from homs_wiki.lint.discovery import catalogue
from homs_wiki.lint.settings import Layer, LintConfig, read_lint_config, rules_for

GUIDE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
NOT_KEYS = {"folder", "base", "paths", "where", "severity", "options", "patterns"}


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_can_be_read(tmp_path: Path, example: str) -> None:
    file = tmp_path / "homs-wiki.toml"
    file.write_text(example, encoding="utf-8")
    config = read_lint_config(read_config(file))
    for path in ("a.wiki", "biographies/a.wiki", "lists/a.wiki"):
        assert rules_for(config.layers(tmp_path / path), catalogue())


def test_every_key_is_described() -> None:
    keys = {name.replace("_", "-") for name in (*LintConfig._fields, *Layer._fields)} - NOT_KEYS
    described = set(re.findall(r"^\| `([\w-]+)` \|", GUIDE, re.MULTILINE))
    assert keys <= described
