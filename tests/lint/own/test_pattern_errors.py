"""Patterns that cannot be used: refused with file, table, and what is wrong where."""

from collections.abc import Callable
from pathlib import Path

import pytest

from homs_wiki.config import ConfigError
from homs_wiki.lint.discovery import RuleLoadError
from homs_wiki.lint.rule import Rule

Rules = Callable[..., list[Rule]]

GOOD = {"name": "'found'", "pattern": "'a(?P<b>c)'", "message": "'{match}'"}

WRONG: dict[str, tuple[dict[str, str], str]] = {
    "no name": ({"name": ""}, "the key 'name' is missing"),
    "no message": ({"message": ""}, "the key 'message' is missing"),
    "a blank message": ({"message": "' '"}, "'message' must be a text"),
    "an unknown key": ({"patern": "'a'"}, "unknown keys patern (did you mean 'pattern'?)"),
    "a name with capitals": ({"name": "'Found'"}, "'name' must be in lower case with hyphens"),
    "neither pattern nor words": ({"pattern": ""}, "either a 'pattern' or 'words'"),
    "both": ({"words": "['a']"}, "either a 'pattern' or 'words'"),
    "an empty pattern": ({"pattern": "''"}, "either a 'pattern' or 'words'"),
    "an open bracket": (
        {"pattern": "'ab(c'"},
        "'pattern' is no regular expression: missing ) at position 5: “ab(c⟦here⟧”",
    ),
    "nothing to repeat": (
        {"pattern": "'ab**'"},
        "multiple repeat at position 4: “ab*⟦here⟧*”",
    ),
    "an unknown property": ({"pattern": "'\\p{Urdu}'"}, "unknown property at position"),
    "too deep": ({"pattern": f"'{'(' * 9000}a{')' * 9000}'"}, "'pattern' is nested too deeply"),
    "repeats that multiply": (
        {"pattern": "'((a{500}){500}){500}'"},
        "'pattern' has more than 100000 characters when its repeats are written out",
    ),
    "too long": ({"pattern": f"'{'a' * 100_001}'"}, "'pattern' is longer than 100000 code points"),
    "an empty match": ({"pattern": "'x*'"}, "'pattern' matches the empty string"),
    "an empty match between letters": ({"pattern": "'\\b'"}, "matches the empty string"),
    "an empty match before a letter": ({"pattern": "'(?=q)'"}, "matches the empty string"),
    "an empty match at the ends": ({"pattern": "'$'"}, "matches the empty string"),
    "an empty choice": ({"pattern": "'foo|'"}, "matches the empty string"),
    "a group that hides the match": ({"pattern": "'(?P<match>a)'"}, "has a group with the name"),
    "an unknown placeholder": (
        {"message": "'{word}'"},
        "'message': there is nothing for {word}; there are {b}, {match}",
    ),
    "a placeholder with a form": ({"message": "'{match:>1000000000}'"}, "plain name"),
    "a placeholder with an attribute": ({"message": "'{match.upper}'"}, "plain name"),
    "a placeholder without a name": ({"message": "'{}'"}, "plain name"),
    "a single brace": ({"message": "'a { b'"}, "write other braces twice"),
    "an unknown scope": (
        {"scope": "'links'"},
        "'scope' must be one of 'prose', 'text'",
    ),
    "a scope misspelt": ({"scope": "'headings'"}, "(did you mean 'heading'?)"),
    "an unknown flag": ({"flags": "['dotall']"}, "'flags' must be a list of some of 'ignore-case'"),
    "an unknown severity": ({"severity": "'bad'"}, "'severity' must be one of 'error'"),
    "an unknown language": (
        {"languages": "['ur', 'eng']"},
        "'languages' must be a list of some of 'ar', 'de', 'en', ",
    ),
    "a misspelt language": ({"languages": "'eng'"}, "(did you mean 'en'?)"),
    "a template for prose": (
        {"template": "'a'"},
        "'template' has no meaning in the scope 'prose', only in 'template-parameter' and",
    ),
    "a parameter for headings": ({"parameter": "'a'", "scope": "'heading'"}, "'parameter' has no"),
    "a group that is not there": ({"replacement": "'a\\2'"}, "'replacement' has \\2 at position 2"),
    "a name that is not there": ({"replacement": "'\\g<c>'"}, "'replacement' has \\g<c> at"),
    "a backslash at the end": ({"replacement": "'a\\'"}, "'replacement' has \\ at position 2"),
    "an unknown escape": ({"replacement": "'\\d'"}, "'replacement' has \\d at position 1"),
    "a replacement without end": ({"replacement": "'aacc'"}, "fixing would never end"),
    "safe without a replacement": ({"safe": "true"}, "'safe' has no meaning"),
    "a bad excuse": ({"unless": "'('"}, "'unless' is no regular expression"),
    "an empty excuse": ({"unless": "''"}, "'unless' is empty"),
    "an excuse that matches nothing": ({"unless": "'a?'"}, "'unless' matches the empty string"),
    "words that are none": ({"pattern": "", "words": "['…']"}, "'words' must hold words"),
    "an empty word": ({"pattern": "", "words": "['']"}, "'words' must hold words"),
    "a list of other things": ({"pattern": "", "words": "[1]"}, "'words' must be a list"),
    "a pattern that is none": ({"pattern": "7"}, "'pattern' must be a string"),
}


def table(changes: dict[str, str]) -> str:
    lines = {**GOOD, **changes}
    return "[[lint.patterns]]\n" + "".join(f"{key} = {lines[key]}\n" for key in lines if lines[key])


@pytest.mark.parametrize(("changes", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong(rules: Rules, tmp_path: Path, changes: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        rules(table({"name": "'good'"}) + table(changes))
    said = str(caught.value)
    assert said.startswith(f"{tmp_path / 'homs-wiki.toml'}, [lint], [[patterns]] 2")
    assert message in said


CLASHES = {
    "a rule of homs-wiki": ("repeated-word", "that is also the name of a rule of homs-wiki"),
    "a family of homs-wiki": ("references", "that is also the name of a family of homs-wiki"),
    "a set": ("strict", "that is also the name of a set of rules"),
    "another pattern": ("good", "that is also the name of a rule in "),
    "the family": ("own", "that is also the name of the family of "),
}


@pytest.mark.parametrize(("name", "message"), CLASHES.values(), ids=CLASHES)
def test_names_that_are_taken(rules: Rules, name: str, message: str) -> None:
    with pytest.raises(RuleLoadError) as caught:
        rules(table({"name": "'good'"}) + table({"name": f"'{name}'"}))
    assert f"[[patterns]] 2: the rule {name}: {message}" in str(caught.value)


def test_what_is_no_table(rules: Rules) -> None:
    for wrong in ("patterns = 'a'", "patterns = ['a']", "[lint.patterns]\nname = 'a'"):
        with pytest.raises(ConfigError, match="'patterns' must be an array of tables"):
            rules(wrong)
