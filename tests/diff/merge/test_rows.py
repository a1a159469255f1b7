"""The same change is always written the same way."""

import pytest

from homs_wiki.diff.merge.model import Side
from homs_wiki.diff.merge.rows import normal_rows
from homs_wiki.diff.text import Move, Row, RowKind, TextDiff, compare_texts
from homs_wiki.source import Span


def _rows(base: str, new: str, *spans: tuple[RowKind, int, int, int, int]) -> TextDiff:
    return TextDiff(base, new, [Row(kind, Span(a, b), Span(c, d)) for kind, a, b, c, d in spans])


def _told(diff: TextDiff) -> list[tuple[str, str]]:
    """Return what was put in, taken out and moved."""
    told = []
    for item in normal_rows(diff, Side.OURS):
        if item.kind in (RowKind.REMOVED, RowKind.ADDED):
            text = diff.new[slice(*item.new)] or diff.old[slice(*item.old)]
            told.append((("moved " if item.block else "") + item.kind.value, text))
    return told


def test_lines_put_in_stand_as_far_down_as_they_can() -> None:
    diff = _rows(
        "One.\n\nTwo.\n",
        "One.\n\nNew.\n\nTwo.\n",
        (RowKind.EQUAL, 0, 5, 0, 5),
        (RowKind.ADDED, 5, 5, 5, 11),
        (RowKind.EQUAL, 5, 11, 11, 17),
    )
    assert _told(diff) == [("added", "New.\n\n")]


def test_lines_taken_out_stand_as_far_down_as_they_can() -> None:
    diff = _rows(
        "|-\n| a\n|-\n| b\n",
        "|-\n| b\n",
        (RowKind.REMOVED, 0, 7, 0, 0),
        (RowKind.EQUAL, 7, 14, 0, 7),
    )
    assert _told(diff) == [("removed", "| a\n|-\n")]


@pytest.mark.parametrize(
    ("base", "new"),
    [
        (
            "First is short here.\n\nSecond is a longer line.\n\nThird is the longest of all.\n\n",
            "Second is a longer line.\n\nThird is the longest of all.\n\nFirst is short here.\n\n",
        ),
        (
            "== Heading ==\nText of one.\n|}\n\n== Other ==\nText of quite another kind.\n|}\n\n",
            "== Other ==\nText of quite another kind.\n|}\n\n== Heading ==\nText of one.\n|}\n\n",
        ),
    ],
    ids=["blank line", "signs"],
)
def test_a_block_takes_the_lines_behind_it_along(base: str, new: str) -> None:
    kinds = {kind for kind, _ in _told(compare_texts(base, new))}
    assert kinds == {"moved removed", "moved added"}


def test_a_line_taken_out_here_and_put_in_there_was_moved() -> None:
    base, new = "== Heading ==\nOne.\nTwo.\n", "One.\nTwo.\n== Heading ==\n"
    diff = _rows(
        base,
        new,
        (RowKind.REMOVED, 0, 14, 0, 0),
        (RowKind.EQUAL, 14, 24, 0, 10),
        (RowKind.ADDED, 24, 24, 10, 24),
    )
    assert _told(diff) == [
        ("moved removed", "== Heading ==\n"),
        ("moved added", "== Heading ==\n"),
    ]


def test_a_short_line_is_not_taken_for_a_moved_one() -> None:
    diff = _rows(
        "| 12\nOne.\nTwo.\n",
        "One.\nTwo.\n| 12\n",
        (RowKind.REMOVED, 0, 5, 0, 0),
        (RowKind.EQUAL, 5, 15, 0, 10),
        (RowKind.ADDED, 15, 15, 10, 15),
    )
    assert _told(diff) == [("removed", "| 12\n"), ("added", "| 12\n")]


def test_blocks_that_stayed_together_are_one() -> None:
    base = "alpha beta\ngamma delta\nrest of it\n"
    new = "rest of it\nalpha beta\ngamma delta\n"
    first = Move(1, Span(0, 11), Span(11, 22), [])
    second = Move(2, Span(11, 23), Span(22, 34), [])
    rows = [
        Row(RowKind.REMOVED, first.old, Span(0, 0), move=first),
        Row(RowKind.REMOVED, second.old, Span(0, 0), move=second),
        Row(RowKind.EQUAL, Span(23, 34), Span(0, 11)),
        Row(RowKind.ADDED, Span(34, 34), first.new, move=first),
        Row(RowKind.ADDED, Span(34, 34), second.new, move=second),
    ]
    assert _told(TextDiff(base, new, rows)) == [
        ("moved removed", "alpha beta\ngamma delta\n"),
        ("moved added", "alpha beta\ngamma delta\n"),
    ]
