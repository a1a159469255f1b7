"""Whatever a page holds: only dates change, they say the same, and a second time nothing does."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homs_wiki.cli.dating.normalise import prove
from homs_wiki.cli.dating.plan import Step, plan
from homs_wiki.cli.reading import ReadPage
from homs_wiki.page import Page, read_text
from homs_wiki.profile import load_profile
from homs_wiki.source import SourceFile

_DATES = {
    "en": (
        "5 December 2024", "December 5, 2024", "2024-12-05", "5 December", "December 5",
        "5–8 December 2024", "December 5–8, 2024", "30 May – 3 June 2021", "the 5th of May 2020",
        "May 7th, 2020", "4/5/2024", "31 November 2023", "2024", "Dec. 5, 2024", "05 December 2024",
        "5&nbsp;December 2024", "5&ndash;8 May 2021", "May 5, 44 BC", "12 Rajab 1446 AH",
        "5, 6 and 7 May 2020", "5 May and 6 May 2020", "14.12.2024",
    ),
    "ur": (
        "5 دسمبر 2024ء", "5 دسمبر 2024", "دسمبر 5، 2024ء", "۵ دسمبر ۲۰۲۴ء", "5 تا 8 دسمبر 2024ء",
        "2024-12-05", "5/12/2024", "14/12/2024", "4 جمادی الثانی 1446ھ", "05 دسمبر 2024",
        "5، 6 اور 7 مئی",
    ),
    "de": (
        "5. Dezember 2024", "05.12.2024", "5. Dez. 2024", "5.–8. Mai 2020", "5. und 6. Mai 2020",
        "2024-12-05", "1. Mai", "4.5.2024",
    ),
}  # fmt: skip
_BEFORE = ("", "On ", "The ", "“", "''", "<code>", "[[", "[[x|", "=", "File:A ", "== ", "'''", "(")
_BEHIND = (
    ". ", ", he left. ", " it rained. ", "”. ", "''. ", "</code>, ", "]], ", ".jpg ", " ==\n",
    "''', ", ")\n\n", "\n* ", "<br>", "<ref>A</ref>\n\n", " || B\n|-\n| ", ", {{lang|fr|A}} ",
    "<!-- A -->. ", "}}, ", " (A) ",
)  # fmt: skip
_AROUND = (
    "{}",
    "{{{{Infobox person|born={}}}}}",
    "{{|\n| {}\n|}}",
    "{{{{cite web|date={}|title=A}}}}",
)


@st.composite
def _pages(draw: Any) -> tuple[str, str]:
    language = draw(st.sampled_from(sorted(_DATES)))
    piece = st.tuples(
        st.sampled_from(_BEFORE), st.sampled_from(_DATES[language]), st.sampled_from(_BEHIND)
    )
    text = "".join("".join(each) for each in draw(st.lists(piece, min_size=1, max_size=6)))
    return draw(st.sampled_from(_AROUND)).format(text), language


def _planned(page: Page, target: str, unsafe: bool) -> tuple[list[Step], SourceFile, Page]:
    this = ReadPage(SourceFile("x", page.text.encode()), page)
    return prove(this, plan(page, target, unsafe=unsafe))


@pytest.mark.parametrize("target", ["dmy", "mdy", "iso", "house"])
@settings(max_examples=60, deadline=None, derandomize=True)
@given(made=_pages(), unsafe=st.booleans())
def test_only_dates_change_and_say_the_same(
    target: str, made: tuple[str, str], unsafe: bool
) -> None:
    text, language = made
    page = read_text(text, load_profile(f"{language}.wikipedia"))
    steps, changed, after = _planned(page, target, unsafe)
    assert [each.date for each in after.dates] == [each.date for each in page.dates]
    assert changed.text == after.text
    for step in steps:
        assert bool(step.edits) != bool(step.reason)
        for edit in step.edits:
            # An article goes with an ordinal, and a comma comes or goes behind the year.
            assert text[edit.start : step.start].strip() in ("", "the", "The")
            assert text[step.end : edit.end] in ("", ",")
    again, _, _ = _planned(after, target, unsafe)
    assert [step for step in again if step.edits] == []
