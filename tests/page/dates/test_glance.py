"""What one look at the dates of a page shows."""

import pytest

from homs_wiki.page import Page, read_text
from homs_wiki.page.dates.glance import Glance, glance
from homs_wiki.profile import load_profile


def look(text: str, wiki: str = "en.wikipedia") -> Glance:
    return glance(read_text(text, load_profile(wiki)))


def listed(text: str, name: str, wiki: str = "en.wikipedia") -> list[str]:
    return [date.text for date in getattr(look(text, wiki), name)]


def beside(text: str, name: str, wiki: str = "en.wikipedia") -> list[str]:
    seen = look(text, wiki)
    return [seen.near[index].text for index in getattr(seen, name)]


def test_the_dates_are_looked_at_once() -> None:
    page = read_text("In 1998–99 and the 1990's.", load_profile("en.wikipedia"))
    assert glance(page) is glance(page)


def test_a_page_without_dates() -> None:
    seen = look("No date.")
    assert [getattr(seen, name) for name in Glance.__slots__] == [[] for _ in Glance.__slots__]


PLAIN = "In 1998, in May 2001, on 5 May 2001, on May 5, 2001, on 2001-05-05, and in 1998–99."


@pytest.mark.parametrize(
    "name", ["doubtful", "genitive", "yearless", "open", "outside", "late", "worded", "brackets"]
)
def test_nothing_seldom_in_plain_dates(name: str) -> None:
    assert listed(PLAIN, name) == []


@pytest.mark.parametrize(
    ("text", "name", "dates"),
    [
        ("On 31 April 2001 and 30 April 2001.", "doubtful", ["31 April 2001"]),
        ("On 30 February 2001 and 28 February 2001.", "doubtful", ["30 February 2001"]),
        ("On 2001-02-30 and 2001-03-30.", "doubtful", ["2001-02-30"]),
        ("In 1998–99 and on 2001-05-05.", "dashed", ["1998–99"]),
        ("In 1998–99 and in 1999–1998.", "unrising", ["1999–1998"]),
        ("In the 1990's and the 1980s.", "genitive", ["1990's"]),
        ("On 5 May and on 6 May 2001.", "yearless", ["5 May"]),
        ("On 05 May 2001 and 6 May 2001.", "odd", ["05 May 2001"]),
        ("On 5 Dec 2001 and 6 December 2001.", "odd", ["5 Dec 2001"]),
        ("On 5 May 2001 and May 6, 2001.", "dmy", ["5 May 2001"]),
        ("On 5 May 2001 and May 6, 2001.", "mdy", ["May 6, 2001"]),
        ("In 2031 and in 2001.", "late", ["2031"]),
        ("It ran from 5 May to 8 May 2001, and in 2003.", "worded", ["5 May to 8 May 2001"]),
        ("In 5–8 May 2001 (four days) and in 2003 (one).", "brackets", ["5–8 May 2001"]),
    ],
)
def test_what_is_seldom(text: str, name: str, dates: list[str]) -> None:
    assert listed(text, name) == dates


@pytest.mark.parametrize(
    ("text", "wiki", "name", "dates"),
    [
        ("On Monday, 5 May 2001 and on 6 May 2001.", "en.wikipedia", "weekdays", ["5 May 2001"]),
        ("On 5 May 2001 (Monday), then 6 May 2001.", "en.wikipedia", "weekdays", ["5 May 2001"]),
        ("On 5 May. A day later, on 6 May, it fell.", "en.wikipedia", "relative", ["6 May"]),
        ("بدھ 5 مئی 2001ء کو، پھر 6 مئی 2001ء کو۔", "ur.wikipedia", "weekdays", ["5 مئی 2001ء"]),
    ],
)
def test_what_stands_beside(text: str, wiki: str, name: str, dates: list[str]) -> None:
    assert beside(text, name, wiki) == dates


def test_digits_of_any_script_may_be_late() -> None:
    assert listed("سنہ ۲۰۳۱ء اور ۲۰۰۱ء میں۔", "late", "ur.wikipedia") == ["سنہ ۲۰۳۱ء"]


def test_citations_count_only_where_nothing_else_is_asked() -> None:
    seen = look("{{cite web |title=A |url=https://a.example |date=31 April 2031 |year=1998–99}}")
    assert [date.text for date in seen.doubtful] == ["31 April 2031"]
    assert (seen.late, seen.dmy, seen.near) == ([], [], [])
    assert [text for _, text in seen.cited][:1] == ["31 April 2031"]


def test_infoboxes_and_templates_are_outside_the_text() -> None:
    page: Page = read_text(
        "{{Infobox person\n|birth_date=5 May 1901\n}}\nBorn {{start date|1901|5|5}} or in 1902.",
        load_profile("en.wikipedia"),
    )
    seen = glance(page)
    assert [date.role for date in seen.outside] == ["infobox", "template"]
    assert [date.role for date in seen.near] == ["infobox", "prose"]


def test_two_dates_close_together_are_given_with_what_is_between() -> None:
    seen = look("In 1446 AH (2024), and much later, when nobody had thought of it, in 1999.")
    assert [(one.text, two.text, what) for one, two, what in seen.followers] == [
        ("1446 AH", "2024", " (")
    ]
