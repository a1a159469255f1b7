"""Every condition of Module:Citation/CS1: what is left alone, and what is found.

The citations stand in ``conditions.toml``: under the id of a condition first those that do not have
it (``not``), then those that do (``found``).
"""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from homs_wiki import page
from homs_wiki.page.citations import Citation, read_citations
from homs_wiki.page.citations.judging import Condition, judge
from homs_wiki.profile import load_profile

# The edition whose verdicts these are, whatever the wiki has today.
_WIKI = "en.wikipedia@2022"
_CLOCK = date(2026, 11, 22)
_FILE = Path(__file__).with_name("conditions.toml")
_CASES: dict[str, dict[str, list[str]]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
_CLEAN = _CASES.pop("clean")["not"]


def citation(text: str, wiki: str = _WIKI) -> Citation:
    return read_citations(page.read_text(text, load_profile(wiki)).document)[0]


def conditions(text: str, wiki: str = _WIKI) -> list[Condition]:
    found = citation(text, wiki)
    return judge(found.kind, found.template, load_profile(wiki), _CLOCK)


def ids(text: str, wiki: str = _WIKI) -> set[str]:
    return {each.id for each in conditions(text, wiki)}


@pytest.mark.parametrize("text", _CLEAN)
def test_nothing_is_wrong(text: str) -> None:
    assert ids(text) == set()


@pytest.mark.parametrize(
    ("identifier", "text"),
    [(identifier, text) for identifier, case in _CASES.items() for text in case["not"]],
)
def test_it_is_left_alone(identifier: str, text: str) -> None:
    assert identifier not in ids(text)


@pytest.mark.parametrize(
    ("identifier", "text"),
    [(identifier, text) for identifier, case in _CASES.items() for text in case["found"]],
)
def test_it_is_found(identifier: str, text: str) -> None:
    assert identifier in ids(text)
