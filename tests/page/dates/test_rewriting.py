"""Dates on a page are rewritten, with the comma behind them, or left alone with a reason."""

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.dates.rewriting import LeftAlone, Rewriting, is_link_target, rewrite
from homs_wiki.page.dates.writing import Wanted
from homs_wiki.profile import load_profile
from homs_wiki.source import apply_edits

_DMY = Wanted(order="dmy")
_MDY = Wanted(order="mdy")


def _rewritten(text: str, wanted: Wanted, wiki: str = "en.wikipedia") -> tuple[str, bool]:
    """Rewrite the first date; give the page and whether that is safe."""
    page = read_text(text, load_profile(wiki))
    rewriting = rewrite(page, page.dates[0], wanted)
    assert isinstance(rewriting, Rewriting), rewriting
    return apply_edits(text, [rewriting.edit]), rewriting.safe


_ALONE = [
    ("On [[December 5]], it ended.", LeftAlone.LINK),
    ("On [[December 5]], [[2024]] it ended.", LeftAlone.MARKUP),
    ("On December '''5''', 2024 it ended.", LeftAlone.MARKUP),
    ("On December 5,<!-- sure? --> 2024 it ended.", LeftAlone.MARKUP),
    ("On 4/5/2024 it ended.", LeftAlone.UNCERTAIN),
    ("It rained on December 5, 2024, 6 and 7.", LeftAlone.UNCERTAIN),
    ("On December 5 or 6 it rained.", LeftAlone.UNCERTAIN),
    ("In hall 100 December 5 was dry.", LeftAlone.UNCERTAIN),
    ("On December 5,\n2024 it ended.", LeftAlone.LINE_END),
    ("On December 5–\n8 it ended.", LeftAlone.LINE_END),
    ("On November 31, 2024 it ended.", LeftAlone.UNCERTAIN),
    ("It ended ({{start date|2024|12|5}}).", LeftAlone.TEMPLATE),
]


@pytest.mark.parametrize(("text", "reason"), _ALONE, ids=[text for text, _ in _ALONE])
def test_left_alone(text: str, reason: LeftAlone) -> None:
    page = read_text(text, load_profile("en.wikipedia"))
    assert rewrite(page, page.dates[0], _DMY) is reason


_SAFE = [
    ("It ended on December 5, 2024.", "It ended on 5 December 2024."),
    ("It ended on December&nbsp;5, 2024.", "It ended on 5&nbsp;December 2024."),
    ("December 5&ndash;8, 2024.", "5&ndash;8 December 2024."),
    ("On December 5, 2024, it ended.", "On 5 December 2024, it ended."),
    ("Rain. By late December 5, 2024, it fell.", "Rain. By late 5 December 2024, it fell."),
    ("The day, December 5, 2024, was dry.", "The day, 5 December 2024, was dry."),
    ("It rained on December 5, 2024, when he left.", "It rained on 5 December 2024, when he left."),
    ("Rain on December 5, 12 people fled.", "Rain on 5 December, 12 people fled."),
    ("It rained on December 5<br>7 wells.", "It rained on 5 December<br>7 wells."),
    ("Rain on Thursday, December 5, 2024, fell.", "Rain on Thursday, 5 December 2024, fell."),
    ("It rained on December 5, and it snowed.", "It rained on 5 December, and it snowed."),
    ("It is [[Day|December 5, 2024]] now.", "It is [[Day|5 December 2024]] now."),
    ("{{cite web|date=December 5, 2024}}", "{{cite web|date=5 December 2024}}"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), _SAFE, ids=[before for before, _ in _SAFE])
def test_safe(before: str, after: str) -> None:
    assert _rewritten(before, _DMY) == (after, True)


_UNSAFE = [
    ("Ash fell on December 5, 2024, in it.", _DMY, "Ash fell on 5 December 2024 in it."),
    ("Ash fell May 5, 2024,<ref>A</ref> in it.", _DMY, "Ash fell 5 May 2024<ref>A</ref> in it."),
    ("On 5 December 2024 it fell.", _MDY, "On December 5, 2024, it fell."),
    ("On [[Day|5 May 2024]] it fell.", _MDY, "On [[Day|May 5, 2024]] it fell."),
    ("Rain fell on Monday 5 May 2024.", _MDY, "Rain fell on Monday May 5, 2024."),
    ("== Fall of December 5, 2024 ==", _DMY, "== Fall of 5 December 2024 =="),
    ("{{Infobox person|debut=December 5}}", _DMY, "{{Infobox person|debut=5 December}}"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "wanted", "after"), _UNSAFE, ids=[before for before, _, _ in _UNSAFE]
)
def test_not_safe(before: str, wanted: Wanted, after: str) -> None:
    assert _rewritten(before, wanted) == (after, False)


_MDY_ALONE = [
    ("On 5, 6 and 7 December 2024 it rained.", LeftAlone.UNCERTAIN),
    ("On 5 December 12 people fled.", LeftAlone.UNCERTAIN),
    ("Rain on 5–\n6 December 2024.", LeftAlone.LINE_END),
]


@pytest.mark.parametrize(
    ("text", "reason"), _MDY_ALONE, ids=["days of one month", "a number behind", "a line ends"]
)
def test_the_month_does_not_leave_a_day_behind(text: str, reason: LeftAlone) -> None:
    page = read_text(text, load_profile("en.wikipedia"))
    assert rewrite(page, page.dates[0], _MDY) is reason


def test_an_article_does_not_stand_before_a_month() -> None:
    before, after = "It fell on the 7th of May 2020.", "It fell on May 7th, 2020."
    assert _rewritten(before, _MDY) == (after, False)


@pytest.mark.parametrize("behind", [" || Rain", " – Rain", "</code>", "\n|}"])
def test_no_comma_comes_before_a_mark(behind: str) -> None:
    text = "{|\n| " * (behind[-1] == "}") + "On 5 December 2024" + behind
    page = read_text(text, load_profile("en.wikipedia"))
    rewriting = rewrite(page, page.dates[0], _MDY)
    assert isinstance(rewriting, Rewriting)
    assert not apply_edits(text, [rewriting.edit]).endswith("," + behind)


def test_dates_side_by_side_are_read_with_each_other_anew() -> None:
    text = "Rain on 5 December and 6 December fell."
    page = read_text(text, load_profile("en.wikipedia"))
    alone = rewrite(page, page.dates[0], _MDY)
    assert alone is LeftAlone.UNCERTAIN
    found = [rewrite(page, date, _MDY, together=True) for date in page.dates]
    edits = [each.edit for each in found if isinstance(each, Rewriting)]
    assert apply_edits(text, edits) == "Rain on December 5 and December 6 fell."


@pytest.mark.parametrize("mark", [".", ",", ";", ")", " (Thursday)", "\n"])
def test_no_comma_comes_where_the_clause_ends(mark: str) -> None:
    text = f"(It fell on 5 December 2024{mark} more"
    assert _rewritten(text, _MDY) == (f"(It fell on December 5, 2024{mark} more", True)


@pytest.mark.parametrize(
    ("before", "after", "safe"),
    [
        ("On 5th May 2024.", "On 5 May 2024.", True),
        ("On the 5th of May 2024.", "On 5 May 2024.", False),
        ("The 5th May 2024 flood.", "The 5 May 2024 flood.", False),
    ],
)
def test_article_before_an_ordinal(before: str, after: str, safe: bool) -> None:
    assert _rewritten(before, Wanted(ordinal=False)) == (after, safe)


def test_no_comma_closes_the_year_in_urdu() -> None:
    assert _rewritten("جنگ 8 دسمبر 2024ء کو ہوئی۔", _MDY, "ur.wikipedia") == (
        "جنگ دسمبر 8، 2024ء کو ہوئی۔",
        True,
    )


def test_nothing_changes_where_nothing_has_to() -> None:
    text = "It ended on 5 December 2024."
    assert _rewritten(text, _DMY) == (text, True)


def test_the_target_of_a_link_is_told_from_its_label() -> None:
    page = read_text("[[A|B]] [[C]]", load_profile("en.wikipedia"))
    assert is_link_target(page, 2, 3)
    assert not is_link_target(page, 4, 5)
    assert is_link_target(page, 10, 11)
