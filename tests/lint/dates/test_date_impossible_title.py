"""date-impossible where the page's title is known, which the cases cannot say."""

import pytest

from homs_wiki.lint.rules.dates.date_impossible import DateImpossible
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile


@pytest.mark.parametrize(("title", "count"), [("31 June (novel)", 0), ("Hilltown", 1), (None, 1)])
def test_name_of_the_page_is_no_date(title: str | None, count: int) -> None:
    page = read_text("The novel 31 June is of 1961.", load_profile("en.wikipedia"), title)
    assert len(list(DateImpossible().check(page))) == count
