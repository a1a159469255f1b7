"""What holds for every rule: its place, its name, its manual, its cases."""

import re
from pathlib import Path
from string import Formatter

import pytest

from homs_wiki.lint.discovery import families
from homs_wiki.lint.finding import Severity
from homs_wiki.lint.manual import _PLACES, every_rule, main, read_manual, render
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.lint.rule_index import RULE_INDEX

RULES = every_rule()

for_every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_there_are_rules() -> None:
    assert RULES


def test_no_two_rules_or_families_share_a_name() -> None:
    names = [*families(), *(rule.name for rule in RULES)]
    assert len(names) == len(set(names))


@for_every_rule
def test_name_says_what_is_wrong(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", rule.name)
    assert not rule.name.startswith(("use-", "prefer-", "avoid-", "no-"))


@for_every_rule
def test_class_name_is_the_rule_name(rule: Rule) -> None:
    assert type(rule).__name__.lower() == rule.name.replace("-", "")


@for_every_rule
def test_data_is_of_the_right_kind(rule: Rule) -> None:
    assert isinstance(rule.severity, Severity)
    assert isinstance(rule.rule_set, RuleSet)
    assert all(trigger == trigger.lower() != "" for trigger in rule.triggers)
    assert all(isinstance(option, Option) for option in rule.options.values())
    assert rule.languages is None or isinstance(rule.languages, frozenset)
    assert set(rule.aliases) <= set(_PLACES)


@for_every_rule
def test_message_is_one_line_with_named_placeholders(rule: Rule) -> None:
    assert "\n" not in rule.message
    assert rule.message == rule.message.strip().rstrip(".")
    fields = [field for _, field, _, _ in Formatter().parse(rule.message) if field is not None]
    assert all(field.isidentifier() for field in fields)


@for_every_rule
def test_docstring_is_a_manual(rule: Rule) -> None:
    assert read_manual(rule).sections


def test_printed_manual_is_current() -> None:
    folder = Path(__file__).parents[2] / "docs" / "rules"
    printed = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert printed == render(RULES), "it is out of date; run: python -m homs_wiki.lint.manual"


def test_the_index_is_current() -> None:
    now = {
        (rule.family, rule.name): (rule.rule_set.value, rule.triggers, rule.languages)
        for rule in RULES
    }
    assert now == RULE_INDEX, "it is out of date; run: python -m homs_wiki.lint.manual"


def test_check_writes_nothing_and_tells_what_is_not_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    index = tmp_path / "src" / "homs_wiki" / "lint" / "rule_index.py"
    index.parent.mkdir(parents=True)
    assert main(["--check"]) == 1
    assert "renew it with" in capsys.readouterr().err
    assert not (tmp_path / "docs").exists()
    assert main([]) == 0
    gone = tmp_path / "docs" / "rules" / "rule-that-is-gone.md"
    gone.touch()
    assert main(["--check"]) == 1
    assert "rule-that-is-gone.md is not current" in capsys.readouterr().err
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert not gone.exists()
    assert main(["--chekc"]) == 2
    assert index.exists()
    assert len(list(gone.parent.iterdir())) == len(RULES) + 1
