"""Where a date stands: in a table, in text, in somebody else's words, in a name."""

import pytest

from homs_wiki.page import Page, read_text
from homs_wiki.page.dates import PageDate
from homs_wiki.page.dates.standing import is_in_table, is_in_text, is_name, is_quoted, own_dates
from homs_wiki.profile import load_profile


def first(text: str) -> tuple[Page, PageDate]:
    page = read_text(text, load_profile("en.wikipedia"))
    return page, page.dates[0]


@pytest.mark.parametrize(
    "text",
    [
        "It fell on 5 May 2001.",
        "It fell on [[5 May]] 2001, “as foretold”.",
        "== The fall of 5 May 2001 ==",
        "{{Infobox battle\n|date = 5 May 2001\n}}",
    ],
)
def test_own_words(text: str) -> None:
    assert not is_quoted(*first(text))


@pytest.mark.parametrize(
    "text",
    [
        "He wrote “it fell on 5 May 2001” at once.",
        "He read ''The Fall of 5 May 2001'' at once.",
        "It is told by [https://a.example A of 5 May 2001].",
        "It is told in [[Battle of 5 May 2001|that]] and [[The fall of 5 May 2001 in short]].",
        "<blockquote>\nIt fell on 5 May 2001.\n</blockquote>",
        "It fell.\n\n== References ==\nSmith, 5 May 2001.",
        "It is named <code>5 May 2001</code> in the list.",
        'He wrote <span lang="de">Der 5 May 2001</span> at once.',
        "== The fall of <del>5 May 2001</del> ==",
        "{{Infobox battle\n|date = <s>5 May 2001</s>\n}}",
    ],
)
def test_words_of_others(text: str) -> None:
    assert is_quoted(*first(text))


def test_tables() -> None:
    assert is_in_table(*first("{|\n| 5 May 2001\n|}"))
    assert not is_in_text(*first("{|\n| 5 May 2001\n|}"))
    assert is_in_text(*first("* 5 May 2001"))
    assert is_in_text(*first("== 5 May 2001 =="))
    assert not is_in_table(*first("{{Infobox battle\n|date = 5 May 2001\n}}"))


def test_names() -> None:
    assert is_name(*first("The May 4 Movement began."))
    assert is_name(*first("The May 4 protests began."))
    assert not is_name(*first("On May 4 it began."))
    assert not is_name(*first("The May 4, 1919 protests began."))


def test_own_dates_are_no_citations() -> None:
    text = "In 2001.<ref>{{cite web |title=A |url=https://a.example |date=5 May 2002}}</ref>"
    page = read_text(text, load_profile("en.wikipedia"))
    assert [date.text for date in own_dates(page)] == ["2001"]
