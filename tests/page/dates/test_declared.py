"""The order of dates that an article declares."""

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.dates.declared import declared_order, read_declarations
from homs_wiki.profile import load_profile

ENGLISH = load_profile("en.wikipedia")


@pytest.mark.parametrize(
    "text",
    [
        "On 5 May 2020.",
        "{{Use British English}} {{dmy dates}} {{Dmytro}}",
        "<!-- {{Use dmy dates}} --> <nowiki>{{Use dmy dates}}</nowiki>",
        "{{Use dmy dates",
        "{{{{{{}}}}}} {{}} {{|}}",
    ],
    ids=["none", "other templates", "not read", "not closed", "braces"],
)
def test_nothing_is_declared(text: str) -> None:
    document = read_text(text, ENGLISH).document
    assert read_declarations(document) == []
    assert declared_order(document) is None


@pytest.mark.parametrize(
    ("wiki", "text", "order"),
    [
        ("en", "{{Use dmy dates|date=May 2020|cs1-dates=ly}}", "dmy"),
        ("en", "A {{use_mdy_dates}}", "mdy"),
        ("en", "{{Template:Mdy}}", "mdy"),
        ("ar", "{{يوم شهر عام}}", "dmy"),
        ("ur", "{{Use dmy dates}}", "dmy"),
    ],
)
def test_an_order_is_declared(wiki: str, text: str, order: str) -> None:
    document = read_text(text, load_profile(f"{wiki}.wikipedia")).document
    assert declared_order(document) == order
    (declaration,) = read_declarations(document)
    assert declaration.order == order
    assert declaration.template.text in text


def test_of_two_orders_none_counts() -> None:
    document = read_text("{{Use dmy dates}} {{Use mdy dates}}", ENGLISH).document
    assert [each.order for each in read_declarations(document)] == ["dmy", "mdy"]
    assert declared_order(document) is None


def test_the_same_twice_counts() -> None:
    document = read_text("{{Use dmy dates}} {{Dmy}}", ENGLISH).document
    assert declared_order(document) == "dmy"
