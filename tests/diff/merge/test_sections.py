"""What belongs to a moved block, and how edits are widened to words."""

import pytest

from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.model import Side
from homs_wiki.diff.merge.sections import Edge, belongs
from homs_wiki.diff.merge.words import widened

_SECTION = "== Mill ==\nThe mill stands on a hill.\n\n"
_PARAGRAPH = "The mill stands on a hill.\n\n"


@pytest.mark.parametrize(
    ("block", "added", "edge", "expected"),
    [
        (_SECTION, "It is old.\n\n", Edge.AFTER, True),
        (_SECTION, "=== Sails ===\nFour.\n\n", Edge.AFTER, True),
        (_SECTION, "== River ==\nA river.\n\n", Edge.AFTER, False),
        (_SECTION, "It is old.\n\n", Edge.BEFORE, False),
        (_SECTION, "It is old.\n\n== River ==\nA river.\n\n", Edge.AFTER, None),
        (_SECTION, "[[Category:Mills]]\n", Edge.AFTER, None),
        (_SECTION, "{{Navbox mills}}\n", Edge.AFTER, None),
        (_PARAGRAPH, "It is old.\n\n", Edge.AFTER, None),
        (_PARAGRAPH, "It is old.\n\n", Edge.BEFORE, None),
        (_PARAGRAPH, "== River ==\nA river.\n\n", Edge.AFTER, False),
        (_PARAGRAPH, "== River ==\n", Edge.BEFORE, None),
        ("* mill\n", "* river\n", Edge.AFTER, False),
        ("* mill\n", "* river\n", Edge.BEFORE, False),
        ("== پل ==\nپل پرانا ہے۔\n", "یہ لمبا ہے۔\n", Edge.AFTER, True),
    ],
)
def test_what_belongs_to_a_block(block: str, added: str, edge: Edge, expected: bool | None) -> None:
    assert belongs(block, added, edge) is expected


@pytest.mark.parametrize(
    ("base", "start", "end", "text", "expected"),
    [
        ("a 40 km way", 3, 4, "6", ("40", "46")),
        ("a 1,250 m way", 4, 5, "3", ("1,250", "1,350")),
        ("on 2011-04-09.", 9, 10, "5", ("2011-04-09", "2011-05-09")),
        ("one two three", 4, 7, "", ("two", "")),
        ("one two three", 4, 8, "", ("two ", "")),
        ("one two three", 3, 3, " and", ("", " and")),
        ("نہر لمبی ہے", 4, 5, "چ", ("لمبی", "چمبی")),
        ("cafe\u0301s are", 4, 5, "", ("cafe\u0301s", "cafes")),
        ("[[Mill|mill]]", 2, 6, "River", ("Mill", "River")),
        ("one. Two", 3, 4, "!", ("one.", "one!")),
    ],
)
def test_an_edit_takes_whole_words(
    base: str, start: int, end: int, text: str, expected: tuple[str, str]
) -> None:
    (edit,) = widened(base, [SideEdit(start, end, text, start, Side.OURS, lines=False)])
    assert (base[edit.start : edit.end], edit.text) == expected


def test_edits_of_one_word_become_one() -> None:
    edits = [SideEdit(at, at + 1, "x", at, Side.OURS, lines=False) for at in (4, 6)]
    (edit,) = widened("one two three", edits)
    assert (edit.start, edit.end, edit.text) == (4, 7, "xwx")
