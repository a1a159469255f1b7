"""Patterns that are compiled when they are first used."""

import re

import pytest

from homs_wiki.source.lazy import lazily


def test_it_behaves_as_the_compiled_pattern() -> None:
    lazy = lazily(r"(?P<word>[a-z]+)", re.IGNORECASE)
    compiled = re.compile(r"([a-z]+)", re.IGNORECASE)
    text = "Old mill, 1620"
    assert lazy.findall(text) == compiled.findall(text)
    assert [each.span() for each in lazy.finditer(text, 4)] == [(4, 8)]
    assert lazy.sub("-", text) == "- -, 1620"
    assert lazy.split("a1b") == compiled.split("a1b")
    match = lazy.match(text)
    assert match is not None
    assert match["word"] == "Old"
    assert lazy.fullmatch("1") is None
    assert lazy.search("1") is None


def test_what_no_pattern_has_it_has_not() -> None:
    assert not hasattr(lazily("a"), "replace")


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    wrong = lazily("(")
    with pytest.raises(re.error):
        wrong.search("a")
