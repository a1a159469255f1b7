"""Which way lines of wikitext run in a report."""

import pytest

from homs_wiki.report import line_direction, tags_apart

LINES = {
    "a sentence that begins with a Latin name": ("BBC نے کہا", "rtl", "rtl"),
    "a template": ("{{cite web|title=شہر}}", "rtl", "auto"),
    "Latin only": ("See also", "rtl", "auto"),
    "on a page from the left": ("شہر", "ltr", "auto"),
    "nothing": ("", "rtl", "auto"),
}


@pytest.mark.parametrize(("line", "page", "direction"), LINES.values(), ids=LINES)
def test_which_way_a_line_runs(line: str, page: str, direction: str) -> None:
    assert line_direction(line, page) == direction


PARTS = {
    "no line from the right": ("شہر <br> گاؤں", "auto", ["شہر <br> گاؤں"]),
    "a tag": ("شہر <br> گاؤں", "rtl", ["شہر ", "<br>", " گاؤں"]),
    "an address": ("شہر http://a.org/b گاؤں", "rtl", ["شہر ", "http://a.org/b", " گاؤں"]),
    "neither": ("3 < 4", "rtl", ["3 < 4"]),
}


@pytest.mark.parametrize(("text", "direction", "parts"), PARTS.values(), ids=PARTS)
def test_tags_are_parted_from_the_text(text: str, direction: str, parts: list[str]) -> None:
    assert tags_apart(text, direction) == parts
    assert "".join(parts) == text
