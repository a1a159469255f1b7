"""The form in which each date is to be written."""

import pytest

from homs_wiki.cli.dating.targets import Targets
from homs_wiki.page import read_text
from homs_wiki.page.dates.writing import Wanted
from homs_wiki.profile import load_profile

_DAYS = "It was 5 May 2024, 6 May 2024 and 7 May 2024. "


def _order(text: str, wiki: str = "en.wikipedia") -> str | None:
    return Targets(read_text(text, load_profile(wiki)), "house").order


def _forms(text: str, target: str, wiki: str = "en.wikipedia") -> list[Wanted]:
    page = read_text(text, load_profile(wiki))
    targets = Targets(page, target)
    return [targets.of(date) for date in page.dates]


@pytest.mark.parametrize(
    ("text", "wiki", "order"),
    [
        ("It was 2010.", "en.wikipedia", None),
        ("It was 5 May 2024 or May 6, 2024.", "en.wikipedia", None),
        (_DAYS, "en.wikipedia", "dmy"),
        ("It was May 6, 2024.", "en.wikipedia", "mdy"),
        ("{{Use mdy dates}}" + _DAYS, "en.wikipedia", "mdy"),
        ("مئی 6، 2024ء", "ur.wikipedia", "dmy"),
        ("2024年5月6日", "ja.wikipedia", "ymd"),
    ],
)
def test_order_of_the_house(text: str, wiki: str, order: str | None) -> None:
    assert _order(text, wiki) == order


def test_iso_is_iso_everywhere() -> None:
    assert set(_forms(_DAYS + "== 5 May 2024 ==", "iso")) == {Wanted(order="iso")}


def test_house_writes_months_in_full_in_sentences_only() -> None:
    text = "{{Infobox person|died=5 May 2024}}\nIt was 5 May 2024.\n{|\n| 6 May 2024\n|}"
    assert [wanted.month for wanted in _forms(text, "house")] == [None, "long", None]


def test_house_has_the_mark_of_years_and_the_digits_of_the_wiki() -> None:
    (wanted,) = _forms("یہ 5 مئی 2024 تھا۔", "house", "ur.wikipedia")
    assert (wanted.year_suffix, wanted.digits) == ("ء", "latin")


def test_an_order_alone_leaves_the_rest_as_it_is() -> None:
    words, number = _forms("یہ 5 مئی 2024 اور 2024-05-06 تھا۔", "dmy", "ur.wikipedia")
    assert (words.year_suffix, words.digits, words.month) == (None, None, None)
    assert number.year_suffix == "ء"


def test_house_leaves_numbers_where_nothing_says_which_order() -> None:
    text = "It was 5 May 2024, May 6, 2024 and 2024-05-07."
    assert [wanted.order for wanted in _forms(text, "house")] == [None, None, None]
    assert _forms(text, "house")[-1] == Wanted()


def test_house_keeps_the_order_of_most_citations() -> None:
    cite = "{{cite web|title=A|url=http://a.example|date=5 May 2020|access-date=2020-05-0%d}}"
    text = "{{Use mdy dates}}" + " ".join(cite % day for day in (6, 7, 8))
    orders = {wanted.order for wanted in _forms(text, "house")}
    assert orders == {"dmy", "iso"}


def test_an_order_that_is_asked_for_is_that_of_citations_as_well() -> None:
    text = "<ref>{{cite web|title=A|url=http://a.example|access-date=2020-05-06}}</ref>"
    assert [wanted.order for wanted in _forms(text, "mdy")] == ["mdy"]
