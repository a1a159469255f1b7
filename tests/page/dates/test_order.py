"""Which of day and month comes first in the dates of a page."""

from homs_wiki.page import Page, read_text
from homs_wiki.page.dates.order import is_outvoted, may_have, order_of, ordered, text_orders
from homs_wiki.profile import load_profile


def page(text: str) -> Page:
    return read_text(text, load_profile("en.wikipedia"))


def test_dates_in_numbers_and_years_have_no_order() -> None:
    dates = page("On 2001-05-05, in May 2001, in 2001, on 5 May 2001 and May 6, 2001.").dates
    assert [order_of(date) for date in dates] == [None, None, None, "dmy", "mdy"]


def test_orders_are_counted_without_quotations_and_names() -> None:
    text = "On 5 May 2001 and May 6, 2001, “on May 7, 2001”, the May 4 Movement, 8 May."
    assert text_orders(page(text)) == {"dmy": 2, "mdy": 1}
    assert [date.text for date in ordered(page("In 2001, on May 6, 2001, on 5 May."))] == [
        "May 6, 2001",
        "5 May",
    ]


def test_what_may_be_counted_is_seen_sooner() -> None:
    two = page("On 5 May 2001 and 6 May 2001.")
    assert may_have(two, "dmy", 2)
    assert not may_have(two, "dmy", 3)
    assert not may_have(two, "mdy", 1)


def test_four_of_five_outvote_a_declaration() -> None:
    orders = text_orders(page("On 5 May, May 6, May 7, May 8 and May 9."))
    assert is_outvoted(orders, "dmy")
    assert not is_outvoted(orders, "mdy")
