"""The guide to rules of one's own does what it says."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from homs_wiki.cli.main import exit_code
from homs_wiki.config import read_config
from homs_wiki.lint.engine import check
from homs_wiki.lint.own.patterns import PatternSpec
from homs_wiki.lint.own.scopes import SCOPES
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.settings import read_lint_config
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

DOCS = Path(__file__).parents[3] / "docs"
GUIDE = (DOCS / "own-rules.md").read_text("utf-8")
_FLAGS = re.MULTILINE | re.DOTALL
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, _FLAGS)

Rules = Callable[..., list[Rule]]


def named(name: str) -> str:
    """Return the block behind a line that names it."""
    found = re.search(rf"^`{re.escape(name)}`[^\n]*:\n\n```\w+\n(.*?)^```$", GUIDE, _FLAGS)
    assert found
    return found[1]


def test_the_complete_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("homs-wiki.toml", "rules/galleries.py", "mill.wiki"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(named(name), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert exit_code(["lint", "--lang", "en", "mill.wiki"]) == 1
    out, err = capfd.readouterr()
    assert [line for line in out.splitlines() if line.startswith("mill")] == (
        named("homs-wiki lint mill.wiki").splitlines()
    )
    assert err == ""
    monkeypatch.syspath_prepend(tmp_path / "rules")
    [test] = [code for language, code in BLOCKS if language == "python" and "assert" in code]
    exec(test, {})  # noqa: S102


def test_the_patterns_of_the_guide(rules: Rules) -> None:
    [settings] = [code for language, code in BLOCKS if "weasel-word" in code]
    found = rules(settings)
    page = read_text(
        "A World-class mill.<ref>{{cite web|url=http://register.example/12|title=A}}</ref>",
        load_profile("en.wikipedia"),
    )
    messages = [finding.message for finding in check(page, found).findings]
    assert messages == [
        "“World-class” says nothing; say who thinks so",
        "the register has moved; 12 has a new address",
    ]


def test_the_settings_of_the_guides_can_be_read(tmp_path: Path) -> None:
    configuration = (DOCS / "configuration.md").read_text("utf-8")
    section = configuration.partition("\n## Rules of your own\n")[2].partition("\n## ")[0]
    [settings] = re.findall(r"^```toml\n(.*?)^```$", section, _FLAGS)
    path = tmp_path / "homs-wiki.toml"
    path.write_text(settings, "utf-8")
    read = read_lint_config(read_config(path))
    assert read.plugins
    assert read.rules_path
    assert [pattern.name for pattern in read.patterns] == ["old-spelling"]
    for language, code in BLOCKS:
        if language == "toml":
            tomllib.loads(code)


def test_every_key_and_scope_is_described() -> None:
    keys = {"where": None, "templates": "template", "parameters": "parameter"}
    described = set(re.findall(r"^\| (`.*?) \|", GUIDE, re.MULTILINE))
    words = {word for cell in described for word in re.findall(r"`([\w-]+)`", cell)}
    assert {keys.get(field, field) for field in PatternSpec._fields} - {None} <= words
    assert set(SCOPES) <= words
