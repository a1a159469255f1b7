"""Fixes of the form of dates: they come to rest, change no date's value, and nothing but dates."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pytest
from tests.lint.fixing import all_rules, fix, page_of

from homs_wiki.lint.rule import Rule
from homs_wiki.page import Page
from homs_wiki.page.dates import PageDate
from homs_wiki.source import Edit, apply_edits

_RULES = (
    "date-comma",
    "date-leading-zero",
    "date-mixed-digits",
    "date-mixed-order",
    "date-mixed-year-suffix",
    "date-month-abbreviated",
    "date-month-in-numbers",
    "date-ordinal",
    "date-range-spaced-hyphen",
)
_MOST_ROUNDS = 3
_ARTICLE = "the "

Corpus = Callable[[str], list[tuple[str, str, list[dict[str, Any]]]]]


@cache
def _rules() -> dict[str, Rule]:
    return {name: all_rules()[name] for name in _RULES}


def _said(date: PageDate) -> tuple[object, ...]:
    return date.date, date.role, date.name


def _is_at_a_date(page: Page, edit: Edit) -> bool:
    """Tell whether an edit is made in a date, or takes the comma behind or an article before it."""
    dates = page.dates
    index = bisect_right(dates, edit.end, key=lambda date: date.start)
    around = dates[max(0, index - 1) : index + 1]
    for date in around:
        start, end = date.span
        if start <= edit.start and page.text[end : edit.end] in ("", ","):
            return True
        if edit.end == start and page.text[edit.start : edit.end].lower() == _ARTICLE:
            return True
    return False


def _check(text: str, wiki: str, *, unsafe: bool) -> int:
    """Fix a text round by round, and give how many edits were made."""
    mended = fix(text, wiki, _rules(), unsafe=unsafe)
    assert len(mended.rounds) <= _MOST_ROUNDS
    page = page_of(text, wiki)
    for edits in mended.rounds:
        assert all(_is_at_a_date(page, edit) for edit in edits)
        after = page_of(apply_edits(page.text, edits), wiki)
        assert [_said(date) for date in after.dates] == [_said(date) for date in page.dates]
        page = after
    assert page.text == mended.page.text
    return sum(map(len, mended.rounds))


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_the_corpus(unsafe: bool, corpus: Corpus) -> None:
    made = [_check(text, "en.wikipedia", unsafe=unsafe) for _, text, _ in corpus("wtf")]
    assert sum(made)


_MISTAKES = (
    "May 5, 2021",
    "on May 5, 2021, in it",
    "05 June 2021",
    "5th June 2021",
    "the 5th of June 2021",
    "5 June, 2021",
    "June 5 2021",
    "2021-06-05",
    "31/12/2021",
    "4/5/2021",
    "5 Dec 2021",
    "Dec. 5, 2021",
    "05th Dec, 2021",
    "5 - 8 June 2021",
    "May 05th 2021 – June 08th 2021",
)


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("mistake", _MISTAKES)
def test_mistakes_among_right_dates(mistake: str, unsafe: bool) -> None:
    right = " ".join(f"It rained on {day} March 2020." for day in range(11, 20))
    assert _check(f"{right} It snowed {mistake}. {right}", "en.wikipedia", unsafe=unsafe) or (
        mistake in ("4/5/2021", "the 5th of June 2021", "on May 5, 2021, in it")
    )


_PAGES: Iterable[tuple[str, str]] = (
    ("ur.wikipedia", "جنگ 27 نومبر 2024ء، دسمبر 8، 2024ء، 05 دسمبر 2024 اور 2024-12-08 کو ہوئی۔"),
    ("fa.wikipedia", "در ۵ دسامبر ۲۰۲۴ و ۰۶ دسامبر ۲۰۲۴ و 7 دسامبر 2024 و 2024-12-08 آغاز شد."),
    ("de.wikipedia", "Am 5. Mai 2024, 06. Mai 2024, 7. Mai 2024, 8. Mai, 2024 und 9.12.2024."),
    ("ru.wikipedia", "Это было 5 мая 2024 года, 6-го мая 2024 года, 07 мая 2024 года и 8.5.2024."),
)  # fmt: skip


@pytest.mark.parametrize(("wiki", "text"), _PAGES, ids=[wiki for wiki, _ in _PAGES])
def test_other_languages(wiki: str, text: str) -> None:
    assert _check(text, wiki, unsafe=True)
