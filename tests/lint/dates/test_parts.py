"""Where the parts of a date stand on the page, and what a date written anew says."""

import pytest

from homs_wiki.lint.rules.dates._parts import part_span, replacement
from homs_wiki.page import Page, read_text
from homs_wiki.page.dates import PageDate
from homs_wiki.profile import load_profile
from homs_wiki.source import apply_edits


def first_date(text: str) -> tuple[Page, PageDate]:
    page = read_text(text, load_profile("en.wikipedia"))
    return page, page.dates[0]


def part(text: str, wanted: str) -> str | None:
    page, date = first_date(text)
    start = date.text.index(wanted)
    span = part_span(page, date, start, start + len(wanted))
    return page.text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("In [[5 December]] 2024.", "r 2", id="markup between"),
        pytest.param("In [[1998–1999]].", "–", id="target of a link"),
        pytest.param("{{Infobox battle\n|date = 5 [[May]] 2024\n}}", "May", id="marked up field"),
    ],
)
def test_no_place(text: str, wanted: str) -> None:
    assert part(text, wanted) is None


@pytest.mark.parametrize(
    ("text", "wanted", "written"),
    [
        ("In 5 December 2024.", "December", "December"),
        ("In [[5 December]] – [[8 December]].", " – ", " – "),
        ("In 5&nbsp;&ndash; 8 May 2024.", "\u00a0– ", "&nbsp;&ndash; "),
        ("In [[Battle|5–8 May 2024]].", "–", "–"),
        ("{{Infobox battle\n|date = 5–8 May 2024\n}}", "–", "–"),
        ("== In 5–8 May 2024 ==\n", "–", "–"),
    ],
)
def test_place(text: str, wanted: str, written: str) -> None:
    assert part(text, wanted) == written


def test_a_replacement_that_says_something_else_is_none() -> None:
    page, date = first_date("It ran in 5–8 May 2024.")
    assert replacement(page, date, (0, 1), "6", "Write it") is None


def test_a_replacement_is_safe_but_in_a_heading() -> None:
    page, date = first_date("It ran in 5 – 8 May 2024.")
    fix = replacement(page, date, (1, 4), "–", "Write it")
    assert fix is not None
    assert fix.safe
    assert apply_edits(page.text, fix.edits) == "It ran in 5–8 May 2024."
    page, date = first_date("== In 5 – 8 May 2024 ==\n")
    fix = replacement(page, date, (1, 4), "–", "Write it")
    assert fix is not None
    assert not fix.safe


def test_a_date_is_read_with_what_stands_around_it() -> None:
    page, date = first_date("It ran in 1998–99, and then no more.")
    assert replacement(page, date, (5, 7), "1999", "Write it") is not None
    assert replacement(page, date, (5, 7), "2000", "Write it") is None
