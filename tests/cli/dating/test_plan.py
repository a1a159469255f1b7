"""Which dates are written anew, and why others are left alone."""

from collections.abc import Callable
from typing import Any

import pytest

from homs_wiki.cli.dating.plan import Step, plan
from homs_wiki.page import Page, read_text
from homs_wiki.page.dates import PageDate
from homs_wiki.profile import load_profile
from homs_wiki.source import apply_edits

_MOST_ROUNDS = 3


def _plan(text: str, target: str = "dmy", *, unsafe: bool = False) -> list[Step]:
    return plan(read_text(text, load_profile("en.wikipedia")), target, unsafe=unsafe)


_REASONS = [
    ("“December 5, 2024”", "it is in somebody else's words"),
    ("The day in log format: <code>2024-12-05</code>", "it is in somebody else's words"),
    ("The December 5 Movement", "it is part of a name"),
    ("{{Infobox person|name=December 5, 2024 Band}}", "it is part of a name"),
    ("[[December 5]]", "a link leads to the page of that name"),
    ("December '''5''', 2024", "markup stands in it"),
    ("November 31, 2024", "no calendar has it"),
    ("4/5/2024", "day and month could be meant the other way round"),
    ("It fell on December 5, 2024, in it.", "the comma behind it has to be looked at"),
    ("== December 5, 2024 ==", "links may lead to the heading"),
    ("{{Infobox person|debut=December 5}}", "the infobox may put a year to it"),
    ("{|\n| 2024-12-05\n|}", "it may be what the table is sorted by"),
    ("<!-- homs-wiki: off[dates] --> December 5, 2024", "a comment says so"),
    ("<!-- homs-wiki: off[dates] --> {{start date|2024|12|5}}", "a comment says so"),
    (
        "<ref>{{cite book|title=A|orig-date=First December 5, 2024}}</ref>",
        "the value of the parameter says more than the date",
    ),
]


@pytest.mark.parametrize(("text", "reason"), _REASONS, ids=[text for text, _ in _REASONS])
def test_left_alone_with_a_reason(text: str, reason: str) -> None:
    (step,) = _plan(text)
    assert (step.reason, step.edits) == (reason, ())


@pytest.mark.parametrize(
    "text",
    [
        "It was 2024, May 2024, 5 December 2024 and the 1990s.",
        "{{Citation needed|date=December 2024}} {{Use mdy dates|date=May 2024}}",
        "[[File:December 5, 2024.jpg]] http://a.example/2024-12-05 {{lang|xx|December 5, 2024}}",
        "<ref>{{cite web|url=http://a.example/2024-12-05|title=December 5, 2024}}</ref>",
        "{{webarchive|url=http://a.example|date=20241205000000}}",
        "{{Infobox person|image=A December 5, 2024.jpg|map=December 5, 2024 x.SVG}}",
    ],
)
def test_nothing_is_said_of_what_is_no_date_of_ours_or_written_so(text: str) -> None:
    assert [step for step in _plan(text) if step.edits] == []


def test_templates_get_and_lose_the_parameter_for_the_order() -> None:
    text = "{{Infobox event|date={{start date|2024|12|5}}}} {{end date|2024|12|6|df=y}}"
    (step,) = _plan(text)
    assert apply_edits(text, step.edits) == text.replace("|5}}", "|5|df=y}}")
    (step,) = _plan(text, "mdy")
    assert apply_edits(text, step.edits) == text.replace("|df=y", "")


def test_the_article_before_an_ordinal_is_for_a_person() -> None:
    page = read_text("It began on the 5th of May 2024.", load_profile("en.wikipedia"))
    (step,) = plan(page, "house")
    assert step.reason == "the article before it has to be looked at"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("4 Rajab 1446 AH", "ISO 8601 knows the Gregorian calendar only"),
        ("5 May 1066", "ISO 8601 has days from 1583 on only"),
        ("5–8 May 2024", "an end of the range has no day, month and year of its own"),
        ("5/6/2024", "day and month could be meant the other way round"),
        ("5, 6 and 7 May 2024", "another day of its month may stand beside it"),
    ],
)
def test_iso_does_not_have_every_date(text: str, reason: str) -> None:
    (step,) = _plan(text, "iso")
    assert (step.reason, step.edits) == (reason, ())


def test_a_language_may_not_have_the_form() -> None:
    page = read_text("Am 5. Mai 2024.", load_profile("de.wikipedia"))
    (step,) = plan(page, "mdy")
    assert step.reason == "its language does not write dates so"


def test_unsafe_rewrites_more() -> None:
    text = "It fell on December 5, 2024, in it. == A =="
    (step,) = _plan(text, unsafe=True)
    assert apply_edits(text, step.edits) == "It fell on 5 December 2024 in it. == A =="


def test_dates_side_by_side_are_rewritten_together() -> None:
    text = "It fell on 5 December and 6 December."
    steps = _plan(text, "mdy")
    edits = [edit for step in steps for edit in step.edits]
    assert apply_edits(text, edits) == "It fell on December 5 and December 6."


Corpus = Callable[[str], list[tuple[str, str, list[dict[str, Any]]]]]


@pytest.mark.parametrize(
    ("target", "unsafe"), [("dmy", False), ("mdy", True), ("iso", True), ("house", False)]
)
def test_the_corpus_comes_to_rest_and_says_the_same(
    target: str, unsafe: bool, corpus: Corpus
) -> None:
    profile = load_profile("en.wikipedia")
    changed = 0
    for _, text, _ in corpus("wtf"):
        page = read_text(text, profile)
        rounds = 0
        while edits := _edits(page, target, unsafe):
            rounds += 1
            assert rounds < _MOST_ROUNDS
            after = read_text(apply_edits(page.text, edits), profile)
            assert [_said(date) for date in after.dates] == [_said(date) for date in page.dates]
            page = after
            changed += len(edits)
    assert changed


def _edits(page: Page, target: str, unsafe: bool) -> list[Any]:
    """Give the edits, of which each is at a date or a template that states one."""
    steps = plan(page, target, unsafe=unsafe)
    for step in steps:
        for edit in step.edits:
            assert step.start <= edit.start
            # A comma behind the date may go with it.
            assert page.text[step.end : edit.end] in ("", ",")
    return [edit for step in steps for edit in step.edits]


def _said(date: PageDate) -> tuple[object, ...]:
    return date.date, date.role, date.name
