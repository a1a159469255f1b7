"""Rules that are asked only where a condition of a citation occurs."""

import pytest

from homs_wiki.lint import active as module
from homs_wiki.lint.active import ActiveRules
from homs_wiki.lint.discovery import catalogue
from homs_wiki.lint.settings import Layer, rules_for
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

_UNTITLED = "{{cite web |url=http://example.org/a}}"
_TITLED = "{{cite web |url=http://example.org/a |title=Bridges}}"


def test_a_rule_of_a_condition_is_left_out_where_that_is_missing() -> None:
    profile = load_profile("en.wikipedia")
    chosen = rules_for([Layer("base", select=("citation-missing-title",))], list(catalogue()))
    active = ActiveRules(chosen)

    def names(text: str) -> list[str]:
        return [rule.name for rule in active.on(read_text(text, profile))]

    assert names(_TITLED) == []
    assert names(_UNTITLED) == ["citation-missing-title"]
    assert names(_TITLED) == []
    assert active
    assert names(_UNTITLED) == ["citation-missing-title"]


def test_after_many_pages_no_rule_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 2)
    profile = load_profile("en.wikipedia")
    layer = Layer("base", select=("font-around-link", "arabic-letter-in-urdu"))
    active = ActiveRules(rules_for([layer], list(catalogue())))
    page = read_text("A bridge.", profile)
    assert [[rule.name for rule in active.on(page)] for _ in range(4)] == [
        *([], []),
        *(["font-around-link"], ["font-around-link"]),
    ]
