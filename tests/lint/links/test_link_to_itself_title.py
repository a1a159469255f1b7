"""link-to-itself where the page's title is known, which the cases cannot say."""

import pytest

from homs_wiki.lint.rules.links.link_to_itself import LinkToItself
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile


@pytest.mark.parametrize(
    ("title", "count"), [("Hilltown", 2), ("Mill", 0), ("Hilltown (Ash)", 0), (None, 0)]
)
def test_link_to_the_page_itself(title: str | None, count: int) -> None:
    text = "In [[Hilltown]], [[hilltown|the town]], {{a|[[Hilltown]]}}, [[Hilltown#Mills|mills]]."
    page = read_text(text, load_profile("en.wikipedia"), title)
    assert len(list(LinkToItself().check(page))) == count


def test_redirect_to_another_way_of_writing_is_left_alone() -> None:
    page = read_text("#REDIRECT [[Hilltown]]", load_profile("en.wikipedia"), "Hilltown")
    assert not list(LinkToItself().check(page))
