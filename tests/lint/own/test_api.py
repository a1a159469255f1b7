"""What rules of one's own may rely on: these names, and no others by accident."""

import homs_wiki.lint.api as api
from homs_wiki.lint.own.vetting import is_name

NAMES = {
    "Edit",
    "Finding",
    "Fix",
    "Option",
    "Page",
    "Rule",
    "RuleSet",
    "Severity",
    "Span",
    "load_profile",
    "read_text",
}


def test_the_names() -> None:
    assert set(api.__all__) == NAMES
    assert {name for name in vars(api) if not name.startswith("_")} == NAMES


def test_what_a_rule_has() -> None:
    promised = {
        "aliases",
        "check",
        "family",
        "finding",
        "flag",
        "languages",
        "message",
        "name",
        "number",
        "options",
        "rule_set",
        "severity",
        "touches",
        "triggers",
        "words",
    }
    own = {*vars(api.Rule), *vars(api.Rule)["__annotations__"]}
    assert promised == {name for name in own if not name.startswith("_")}


def test_names_of_rules() -> None:
    assert all(map(is_name, ("mill", "mill-2", "a-b-c")))
    assert not any(map(is_name, ("", "Mill", "mill_2", "-a", "a-", "a--b", "مل", "2a", "a\n", 3)))
