"""Patterns that would never come back, and pages made to hurt: they are stopped, in words.

Nothing here looks at a clock: a test that hangs is ended by the limit of the suite.
"""

import pickle
from collections.abc import Callable

import pytest

from homs_wiki.lint.engine import check
from homs_wiki.lint.own import OwnRuleError
from homs_wiki.lint.own.scopes import SCOPES
from homs_wiki.lint.rule import Rule
from homs_wiki.page import Page, read_text
from homs_wiki.profile import load_profile

Rules = Callable[..., list[Rule]]

BOMBS = {
    "nested repeats": "(?:(?:a{1,1000}){1,1000}){1,1000}b",
    "nested stars": "(?:(?:a*)*)*[bc](?<=d)",
    "a repeated choice": "(?:a|aa|a?a)+(?:b|$(?<=b))",
    "a repeated group": "((a+)+)+[^a](?<=b)",
    "back references": "(a+)+\\1*(b|c)\\1(?<=d)",
    "looks back": "(?<=(?:a+)+b)c|(?<=^(?:a|aa)+)b",
    "looks ahead": "(?=(?:a+)+b)(?=(?:a|aa)+c)a",
    "recursion": "(a(?:(?R)|a)*)b",
    "anything, many times": "(.*)(.*)(.*)(.*)(.*)(.*)(?:b|c)(?<=d)",
    "fuzzy": "(?:aaaaaaaaab){e<=8}(?<=c)",
}

# The same as one long paragraph, in small pieces, and in what is nested.
PAGES = {
    "one letter": "a" * 20_000,
    "words": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa " * 3000,
    "lines": ("a" * 40 + "\n") * 3000,
}


def on(text: str) -> Page:
    return read_text(text, load_profile("en.wikipedia"))


def made(rules: Rules, pattern: str, more: str = "", milliseconds: int = 100) -> list[Rule]:
    found = rules(
        f"[[lint.patterns]]\nname = 'bomb'\npattern = '''{pattern}'''\nmessage = 'a'\n{more}\n"
        "[[lint.patterns]]\nname = 'other'\npattern = 'end$'\nmessage = 'b'\nscope = 'text'"
    )
    return [
        type(rule)({"time-limit": milliseconds} if rule.name == "bomb" else {}) for rule in found
    ]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("pattern", BOMBS.values(), ids=BOMBS)
def test_bombs_end_and_the_others_go_on(rules: Rules, pattern: str, page: str) -> None:
    report = check(on(page + "\nend"), made(rules, pattern))
    assert [finding.rule for finding in report.findings if finding.rule != "bomb"] == ["other"]
    for crash in report.crashes:  # some of them the library sees through
        assert crash.rule == "bomb"
        assert isinstance(crash.exception, OwnRuleError)


def test_one_that_runs_out_of_time_is_named_with_its_place(rules: Rules) -> None:
    report = check(on("a" * 20_000), made(rules, BOMBS["nested repeats"]))
    [crash] = report.crashes
    assert (
        "homs-wiki.toml, [lint], [[patterns]] 1: the pattern bomb was stopped: it took longer"
        in (str(crash.exception))
    )
    assert "[lint.options.bomb] time-limit" in str(crash.exception)
    assert str(pickle.loads(pickle.dumps(crash.exception))) == str(crash.exception)  # noqa: S301


def test_what_was_found_before_the_end_of_time_counts(rules: Rules) -> None:
    page = "z\n\n" + "a" * 20_000
    report = check(on(page), made(rules, "z|" + BOMBS["nested repeats"]))
    assert [finding.rule for finding in report.findings] == ["bomb"]
    assert len(report.crashes) == 1


def test_an_excuse_is_within_the_limit_too(rules: Rules) -> None:
    rule = made(rules, "a$", f"unless = '''{BOMBS['nested repeats']}'''")[0]
    [crash] = check(on("a" * 20_000), [rule]).crashes
    assert isinstance(crash.exception, OwnRuleError)


def test_a_match_that_is_empty_only_on_this_page(rules: Rules) -> None:
    [rule, _] = made(rules, "(?<=mill)(?=wheel)")
    [crash] = check(on("a millwheel"), [rule]).crashes
    assert "it matches the empty string here" in str(crash.exception)


def test_huge_alternations(rules: Rules) -> None:
    words = "|".join(f"word{number}x" for number in range(5000))
    [rule, _] = made(rules, words, milliseconds=60_000)
    report = check(on("a word77x here"), [rule])
    assert [finding.values["match"] for finding in report.findings] == ["word77x"]


@pytest.mark.parametrize("flags", ["[]", "['ignore-case']"])
def test_ten_thousand_words_on_a_large_page(rules: Rules, flags: str) -> None:
    words = [f"word{number}" for number in range(10_000)]
    settings = f"[[lint.patterns]]\nname = 'bomb'\nmessage = 'a'\nwords = {words}\nflags = {flags}"
    [rule] = rules(settings)
    rule = type(rule)({"time-limit": 60_000})
    page = on("word7 wordless word10000 " * 40_000 + "word9999")
    assert len(check(page, [rule]).findings) == 40_001


def test_ten_thousand_phrases_that_begin_alike(rules: Rules) -> None:
    words = [f"the mill {number}" for number in range(10_000)]
    [rule] = rules(f"[[lint.patterns]]\nname = 'bomb'\nmessage = 'a'\nwords = {words}")
    rule = type(rule)({"time-limit": 200})
    report = check(on("the mill " * 100_000), [rule])
    assert isinstance(report.crashes[0].exception, OwnRuleError)


def test_groups_that_hold_the_rest_of_the_page(rules: Rules) -> None:
    [rule, _] = made(
        rules,
        "a(?=(?P<rest>.*))",
        "scope = 'text'\nflags = ['multi-line']\nreplacement = '\\g<rest>b'",
        milliseconds=60_000,
    )
    rule = type(rule)({"time-limit": 60_000})
    report = check(on("a" * 15_000), [rule])
    assert len(report.findings) == 15_000
    assert report.findings[0].fix is None  # far too long
    assert report.findings[-1].fix is not None


HOSTILE = {
    "templates in templates": "{{a|b=mill " * 3000 + "}}" * 3000,
    "templates without end": "{{mill|" * 20_000,
    "links in links": "[[mill|" * 20_000,
    "files in files": "[[File:mill.jpg|" * 2000 + "]]" * 2000,
    "references in references": "<ref>mill" * 5000 + "</ref>" * 5000,
    "comments": "<!--mill" * 20_000,
    "headings": "=mill=\n" * 10_000,
    "controls of direction": "\u202emill\u2066" * 10_000,
    "many categories": "[[Category:mill]]" * 5000,
    "addresses": "http://mill" * 10_000,
    "half characters": "\ud800mill\udfff" * 5000,
    "null": "\0mill" * 5000,
    "nothing": "",
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("scope", SCOPES)
def test_hostile_pages_in_every_scope(rules: Rules, scope: str, page: str) -> None:
    [rule, _] = made(rules, "mill", f"scope = '{scope}'\nreplacement = 'x'", milliseconds=1000)
    report = check(on(page), [rule])
    assert all(isinstance(crash.exception, OwnRuleError) for crash in report.crashes)
    assert all(finding.start < finding.end for finding in report.findings)


def test_a_mark_of_a_replaced_thing_is_a_character_like_others(rules: Rules) -> None:
    [rule, _] = made(rules, "[^\\w\\s]", "replacement = '-'")
    [finding] = check(on("a {{b}} c"), [rule]).findings
    assert finding.fix is None
