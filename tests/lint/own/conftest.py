"""Rules of one's own, made from what settings say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from homs_wiki.config import read_config
from homs_wiki.lint.discovery import catalogue
from homs_wiki.lint.own import own_entries
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.settings import read_lint_config

Rules = Callable[..., list[Rule]]


@pytest.fixture
def rules(tmp_path: Path) -> Rules:
    """Return a function that writes settings and files, and gives the rules these make."""

    def make(settings: str, **files: str) -> list[Rule]:
        (tmp_path / "rules").mkdir(exist_ok=True)
        for name, content in files.items():
            (tmp_path / "rules" / f"{name}.py").write_text(content, "utf-8")
        path = tmp_path / "homs-wiki.toml"
        path.write_text(f"[lint]\n{settings}", "utf-8")
        config = read_lint_config(read_config(path))
        return [entry.load()() for entry in own_entries(config, catalogue())]

    return make
