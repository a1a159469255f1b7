"""How well a page is referenced."""

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.references.coverage import read_coverage
from homs_wiki.profile import load_profile

CASES = {
    "nothing": ("", []),
    "headings, lists and images are no paragraphs": ("== Fire ==\n* It burnt.\n", []),
    "a paragraph without a reference": ("It burnt down.", [("paragraph", "", 3, 0)]),
    "references in it and behind it": (
        "It burnt<ref>A</ref> down.<ref>B</ref>\n\n== Later ==\nIt rose.",
        [("paragraph", "", 3, 2), ("paragraph", "Later", 2, 0)],
    ),
    "numbers in an infobox": (
        "{{Infobox settlement |name=A |population_total=31<ref>A</ref> |elevation_m=250}}\nIt is.",
        [
            ("field", "population_total", 0, 1),
            ("field", "elevation_m", 0, 0),
            ("paragraph", "", 2, 0),
        ],
    ),
}


@pytest.mark.parametrize(("text", "found"), CASES.values(), ids=CASES)
def test_coverage(text: str, found: list[tuple[str, str, int, int]]) -> None:
    covered = read_coverage(read_text(text, load_profile("en.wikipedia")).document)
    assert [(each.kind, each.name, each.words, each.references) for each in covered] == found


def test_in_urdu() -> None:
    text = "وہ آیا۔<ref>کتاب</ref>\n\n== بعد ==\nوہ گیا۔"
    covered = read_coverage(read_text(text, load_profile("ur.wikipedia")).document)
    assert [(each.name, each.references) for each in covered] == [("", 1), ("بعد", 0)]
