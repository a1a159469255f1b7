"""Values of parameters, and questions about templates by their names."""

import pytest

from homs_wiki.page.by_name import ByName
from homs_wiki.page.values import is_blank, is_made, plain_value
from homs_wiki.profile import load_profile
from homs_wiki.syntax import Parameter, Template, parse


def templates(text: str) -> list[Template]:
    return parse(text, load_profile("en.wikipedia")).templates


def parameter(value: str) -> Parameter:
    return templates(f"{{{{x|a={value}}}}}")[0].parameters[0]


@pytest.mark.parametrize(
    ("value", "blank", "made", "plain"),
    [
        ("", True, False, ""),
        (" \n", True, False, ""),
        (" <!-- a --> <!-- b -->", True, False, ""),
        ("&nbsp;", False, False, "&nbsp;"),
        (" a <!-- b -->", False, False, "a"),
        ("{{b}}", False, True, None),
        ("a {{{b}}}", False, True, None),
    ],
)
def test_values(value: str, blank: bool, made: bool, plain: str | None) -> None:
    read = parameter(value)
    assert (is_blank(read), is_made(read), plain_value(read)) == (blank, made, plain)


def test_a_name_is_asked_about_once_as_it_is_written() -> None:
    asked = []

    def ask(name: str) -> str:
        asked.append(name)
        return name.upper()

    answer = ByName(ask, "")
    assert [answer(each) for each in templates("{{a b}}{{a_b}}{{a b|c}}{{ a<!-- -->b }}")] == [
        "A B",
        "A B",
        "A B",
        "AB",
    ]
    assert asked == ["a b", "a b", "ab"]


def test_many_templates_are_asked_about_at_once() -> None:
    answer = ByName(str.upper, "")
    assert [*answer.of_each(templates("{{a_b}}{{c|{{a b}}}}"))] == ["A B", "C", "A B"]


def test_a_name_that_is_too_long_is_not_asked_about() -> None:
    answer = ByName(len, -1)
    assert [answer(each) for each in templates(f"{{{{{'a' * 5000}}}}}{{{{b}}}}")] == [-1, 1]
