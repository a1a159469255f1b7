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
    ("It rained on December 5, 2024, 6 and 7.", "It rained on 5 December 2024, 6 and 7."),
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
