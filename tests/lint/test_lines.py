"""Where lines begin."""

import pytest

from homs_wiki.lint.rules._lines import LineStarts, item_start


def test_lines_begin_behind_the_break_before_each_place() -> None:
    text = "one\ntwo three\n\nfour"
    lines = LineStarts(text)
    assert [lines.of(place) for place in range(len(text))] == [
        text.rfind("\n", 0, place) + 1 for place in range(len(text))
    ]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        pytest.param("", "", id="the page begins"),
        pytest.param("a\n* ", "* ", id="an item"),
        pytest.param("a\nb ", "b ", id="a paragraph"),
        pytest.param("a" * 999, None, id="a line too long to be marks"),
    ],
)
def test_what_stands_before_a_place_on_its_line(text: str, before: str | None) -> None:
    assert item_start(f"{text}[[x]]", len(text)) == before
