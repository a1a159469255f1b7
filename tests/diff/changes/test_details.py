"""What a change says beside its kind: typed values, units, sections."""

import pytest

from homs_wiki.diff import compare
from homs_wiki.diff.changes import Change, ChangeKind, describe
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

_PAGE = """\
{{Infobox military conflict
| conflict = Skirmish
| date = 5 December 2024
| casualties1 = 7 killed
| strength1 = {{plainlist|
* 40 horses
* 20 riders
}}
}}
It is 40 km from the coast.<ref>{{cite web |title=Ford |url=https://example.org |date=2 May 2020 \
|accessdate=3 May 2020}}</ref>

== Aftermath ==
The treaty was signed on 5 May 1990 in the old hall.
"""


def change(old: str, new: str) -> Change:
    profile = load_profile("en.wikipedia")
    edited = _PAGE.replace(old, new, 1)
    (found,) = compare(read_text(_PAGE, profile), read_text(edited, profile)).changes
    return found


@pytest.mark.parametrize(
    ("old", "new", "details"),
    [
        ("7 killed", "12 killed", {"type": "number", "number-before": "7", "number-after": "12"}),
        (
            "date = 5 December",
            "date = 6 December",
            {"type": "date", "date-before": "2024-12-05", "date-after": "2024-12-06"},
        ),
        ("40 horses", "50 horses", {"number-before": "40", "number-after": "50"}),
        ("40 km", "46 km", {"unit": "km"}),
        ("5 May 1990", "May 1991", {"date-before": "1990-05-05", "date-after": "1991-05"}),
        (
            "2 May 2020 ",
            "4 May 2020 ",
            {
                "template": "Cite web",
                "citation": "web",
                "date-before": "2020-05-02",
                "date-after": "2020-05-04",
                "reference": "Ford",
            },
        ),
        ("accessdate=3", "accessdate=4", {"canonical": "access-date"}),
        ("old hall.", "old hall. Nobody kept it.", {"references": "0", "sentences": "1"}),
        ("coast.<ref>", "coast. So it was.<ref>", {"references": "1"}),
    ],
    ids=[
        "number of a field", "date of a field", "item of a list", "unit", "date in a sentence",
        "date of a citation", "canonical name", "no reference", "a reference",
    ],
)  # fmt: skip
def test_details(old: str, new: str, details: dict[str, str]) -> None:
    found = change(old, new).details
    assert {name: found.get(name) for name in details} == details


def test_section() -> None:
    assert change("40 km", "46 km").section == ""
    assert change("treaty", "contract").section == "Aftermath"


def test_every_kind_has_a_sentence() -> None:
    for kind in ChangeKind:
        assert describe(Change(kind, None, None)).endswith(".")


def test_a_description_is_safe_to_show() -> None:
    hostile = Change(ChangeKind.SECTION_ADDED, None, None, "a\x1b[31m\u202eb\nc")
    assert describe(hostile) == "Section “a␛[31m<U+202E>b c” added."
