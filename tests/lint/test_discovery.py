"""Finding rules and choosing among them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from homs_wiki.lint import rules
from homs_wiki.lint.discovery import (
    RuleLoadError,
    UnknownRuleError,
    families,
    load_rule,
    load_rules,
)
from homs_wiki.lint.rule_index import RULE_INDEX

RULE = """
from homs_wiki.lint.rule import Rule, RuleSet

class {name}(Rule):
    name = "{rule}"
    family = "{family}"
    message = "x"
    rule_set = RuleSet.{rule_set}

    def check(self, page):
        return iter(())
"""


@pytest.fixture
def more_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder beside the real ones, with a family that goes away after the test."""
    family = tmp_path / "invented"
    family.mkdir()
    (family / "__init__.py").touch()
    (family / "_shared.py").write_text("raise RuntimeError('never imported')")
    add(family, "usual_thing", "UsualThing")
    add(family, "rare_thing", "RareThing", rule_set="STRICT")
    for name, rule_set in (("rare-thing", "strict"), ("usual-thing", "recommended")):
        monkeypatch.setitem(RULE_INDEX, ("invented", name), (rule_set, (), None))
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    yield family
    for name in [name for name in sys.modules if name.startswith(f"{rules.__name__}.invented")]:
        del sys.modules[name]
    vars(rules).pop("invented", None)


def add(
    family: Path, module: str, name: str, rule_set: str = "RECOMMENDED", rule: str = ""
) -> None:
    text = RULE.format(
        name=name, rule=rule or module.replace("_", "-"), family=family.name, rule_set=rule_set
    )
    (family / f"{module}.py").write_text(text)


def names(select: str = "", ignore: str = "") -> list[str]:
    return [
        rule.name
        for rule in load_rules(select.split(), ignore.split())
        if rule.family == "invented"
    ]


@pytest.mark.usefixtures("more_rules")
def test_files_are_rules_and_nothing_is_registered() -> None:
    assert families()["invented"] == ("rare-thing", "usual-thing")


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        ("", "", ["usual-thing"]),
        ("invented", "", ["usual-thing"]),
        ("rare-thing", "", ["rare-thing"]),
        ("invented rare-thing", "", ["rare-thing", "usual-thing"]),
        ("all", "", ["rare-thing", "usual-thing"]),
        ("all", "usual-thing", ["rare-thing"]),
        ("all", "invented", []),
        ("usual-thing", "usual-thing", []),
        ("language", "", []),
        ("strict", "", ["rare-thing", "usual-thing"]),
        ("invented:strict", "", ["rare-thing", "usual-thing"]),
        ("invented:recommended", "", ["usual-thing"]),
        ("recommended language:all", "", ["usual-thing"]),
        ("strict", "recommended", ["rare-thing"]),
    ],
)
@pytest.mark.usefixtures("more_rules")
def test_selection(select: str, ignore: str, chosen: list[str]) -> None:
    assert names(select, ignore) == chosen


@pytest.mark.usefixtures("more_rules")
def test_an_unknown_name_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(UnknownRuleError, match="“usual-thin”; did you mean “usual-thing”"):
        load_rules(["usual-thin"])
    with pytest.raises(UnknownRuleError, match="lists them"):
        load_rules([], ["qqqqq"])


@pytest.mark.usefixtures("more_rules")
def test_choosing_one_rule_imports_no_other() -> None:
    load_rules(["rare-thing"])
    assert f"{rules.__name__}.invented.usual_thing" not in sys.modules


def test_a_rule_that_cannot_be_imported_stops_the_run(
    more_rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (more_rules / "broken_thing.py").write_text("import there_is_no_such_module")
    monkeypatch.setitem(RULE_INDEX, ("invented", "broken-thing"), ("recommended", (), None))
    with pytest.raises(RuleLoadError, match="broken-thing cannot be imported"):
        load_rules()


def test_a_file_without_a_rule_stops_the_run(more_rules: Path) -> None:
    (more_rules / "empty_thing.py").touch()
    with pytest.raises(RuleLoadError, match="must hold one rule class, it has 0"):
        load_rule("invented", "empty-thing")


def test_a_rule_under_a_wrong_name_stops_the_run(more_rules: Path) -> None:
    add(more_rules, "other_thing", "OtherThing", rule="another-thing")
    with pytest.raises(RuleLoadError, match="must hold the rule invented/other-thing"):
        load_rule("invented", "other-thing")
