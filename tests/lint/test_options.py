"""What the options of the rules do, on the rules' own cases."""

from functools import cache

import pytest
from tests.lint.test_cases import CASES

from homs_wiki.lint.discovery import families, load_rule
from homs_wiki.lint.engine import check
from homs_wiki.lint.finding import Finding
from homs_wiki.lint.rule import Rule
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

RULES = [load_rule(family, name) for family, names in families().items() for name in names]


def _with(option: str) -> list[Rule]:
    return [rule for rule in RULES if option in rule.options]


@cache
def _cases(rule: str) -> list[tuple[str, str]]:
    return [(case.text, case.profile) for case in CASES if case.rule == rule and case.expected]


def _found(rule: Rule, text: str, profile: str) -> list[Finding]:
    return check(read_text(text, load_profile(profile)), [rule]).findings


@pytest.mark.parametrize("rule", _with("accept"), ids=lambda rule: rule.name)
def test_words_to_accept_are_left_alone_and_others_are_not(rule: Rule) -> None:
    for text, profile in _cases(rule.name):
        found = _found(rule, text, profile)
        words = [str(next(iter(finding.values.values()))) for finding in found]
        accepting = type(rule)({"accept": tuple(words)})
        assert _found(accepting, text, profile) == []
        assert _found(type(rule)({"accept": ("another",)}), text, profile) == found


@pytest.mark.parametrize("rule", _with("most"), ids=lambda rule: rule.name)
def test_nothing_is_too_much_if_enough_is_allowed(rule: Rule) -> None:
    for text, profile in _cases(rule.name):
        assert _found(rule, text, profile)
        assert _found(type(rule)({"most": 10_000}), text, profile) == []


@pytest.mark.parametrize("rule", _with("fewest"), ids=lambda rule: rule.name)
def test_nothing_is_found_if_it_takes_too_many(rule: Rule) -> None:
    for text, profile in _cases(rule.name):
        assert _found(rule, text, profile)
        assert _found(type(rule)({"fewest": 10_000}), text, profile) == []
