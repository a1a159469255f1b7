"""Blocks that moved: one change each, and what changed inside them."""

import pytest

from homs_wiki.diff import compare
from homs_wiki.diff.changes import Change
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

_LEAD = "Tarn Ford is a village on the river. It has a mill, a hall and two old gates.\n\n"
_MILL = "The mill was built of grey stone. Barley was ground there in the winter months.\n\n"
_HALL = "The hall stands on the hill. Its roof was blown off twice within 30 years.\n\n"
_GATE = "The gates were closed at night. A guard slept beside each of them until dawn.\n\n"
_HISTORY = "== History ==\nFarmers came from the north. They cleared the wood along the river.\n\n"
_TODAY = (
    "== Today ==\nFew people live there now. The school was closed, and so was the shop.\n\n"
    "=== Roads ===\nOne road leads to the coast. Another one leads nowhere at all.\n\n"
)
_LIST = "".join(
    f"* {{{{cite web |title=Report on {what} |url=https://example.org/{what} |date=2020}}}}\n"
    for what in ("barley", "roads", "guards", "stone")
)


_COMMON = "{{Use dmy dates}}\n== References ==\n{{reflist}}\n\n"


def changes(old: str, new: str) -> list[Change]:
    profile = load_profile("en.wikipedia")
    return compare(read_text(old, profile), read_text(new, profile)).changes


def kinds(old: str, new: str) -> list[str]:
    return [change.kind.value for change in changes(old, new)]


def test_paragraph_moved() -> None:
    page = _LEAD + _MILL + _HALL + _GATE + _HISTORY
    (change,) = changes(page, _LEAD + _HALL + _GATE + _MILL + _HISTORY)
    assert change.kind.value == "paragraph-moved"
    assert change.subject == "The mill was built of grey stone. Barley was ground there in …"
    assert page[slice(*change.old or ())] == _MILL.strip()


def test_paragraph_moved_and_edited() -> None:
    page = _LEAD + _MILL + _HALL + _GATE + _HISTORY
    edited = _HALL.replace("30 years", "50 years")
    assert sorted(kinds(page, _LEAD + _MILL + _GATE + _HISTORY + edited)) == [
        "number-changed",
        "paragraph-moved",
    ]


def test_section_moved_with_its_subsection() -> None:
    page = _LEAD + _TODAY + _HISTORY + _MILL + _HALL + _GATE + "== End ==\nIt ends.\n"
    moved = _LEAD + _HISTORY + _MILL + _HALL + _GATE + _TODAY + "== End ==\nIt ends.\n"
    (change,) = changes(page, moved)
    assert (change.kind.value, change.subject) == ("section-moved", "Today")


def test_short_section_moved() -> None:
    short = "== Notes ==\n{{reflist}}\n\n"
    page = _LEAD + short + _HISTORY + _TODAY
    assert kinds(page, _LEAD + _HISTORY + short + _TODAY) == ["section-moved"]


def test_section_moved_and_edited() -> None:
    page = _LEAD + _TODAY + _HISTORY + _MILL + _HALL + _GATE + "== End ==\nIt ends.\n"
    edited = _TODAY.replace("leads nowhere", "led nowhere")
    moved = _LEAD + _HISTORY + _MILL + _HALL + _GATE + edited + "== End ==\nIt ends.\n"
    assert sorted(kinds(page, moved)) == ["section-moved", "sentence-changed"]


def test_reference_moved_to_another_paragraph() -> None:
    reference = "<ref>Village register, page 3.</ref>"
    page = _LEAD + _MILL.replace("stone.", f"stone.{reference}") + _HALL
    moved = _LEAD + _MILL + _HALL.replace("hill.", f"hill.{reference}")
    (change,) = changes(page, moved)
    assert (change.kind.value, change.subject) == ("reference-moved", "Village register, page 3.")


def test_reference_renamed_with_all_its_uses() -> None:
    page = (
        _LEAD.replace("river.", 'river.<ref name="a">Register.</ref>')
        + _MILL.replace("stone.", 'stone.<ref name="a" />')
        + _HALL.replace("hill.", 'hill.<ref name="a" />')
    )
    (change,) = changes(page, page.replace('"a"', '"register"'))
    assert change.kind.value == "reference-renamed"
    assert (change.before, change.after) == ("a", "register")
    assert len(change.others) == 2


def test_list_of_references_in_another_order() -> None:
    lines = _LIST.splitlines(keepends=True)
    page = _LEAD + "== Sources ==\n" + _LIST
    moved = _LEAD + "== Sources ==\n" + lines[3] + "".join(lines[:3])
    assert set(kinds(page, moved)) <= {"template-moved", "paragraph-moved", "reference-moved"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_LEAD + _MILL, _TODAY + _HISTORY),
        (_LEAD, _GATE),
        (_LIST, _LEAD + _HALL),
        (_LEAD + _COMMON + _MILL, _COMMON + _TODAY + _HISTORY),
    ],
    ids=["pages", "paragraphs", "a list and text", "pages with a template and heading in common"],
)
def test_no_move_between_unrelated_pages(old: str, new: str) -> None:
    assert [kind for kind in kinds(old, new) if kind.endswith("-moved")] == []


def test_page_created_and_removed() -> None:
    profile = load_profile("en.wikipedia")
    page = read_text(_LEAD + _HISTORY, profile)
    (created,) = compare(None, page).changes
    (removed,) = compare(page, None).changes
    assert (created.kind.value, removed.kind.value) == ("page-created", "page-removed")
    assert created.details["sections"] == "1"
    assert created.old is None
    assert compare(page, None).text.new == ""


def test_both_sides_missing() -> None:
    with pytest.raises(ValueError, match="both sides are missing"):
        compare(None, None)
