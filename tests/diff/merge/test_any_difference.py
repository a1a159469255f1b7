"""The merge is right for every difference that is true, however clumsy."""

import random
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.diff.merge import merge, merging
from homs_wiki.diff.text import Move, Row, RowKind, TextDiff, WordChange
from homs_wiki.profile import load_profile
from homs_wiki.source import Span

_PROFILE = load_profile("en.wikipedia")
_LINES = st.lists(
    st.sampled_from(["== A ==\n", "\n", "* one two\n", "red blue green\n", "|-\n", "x\n", "y"]),
    max_size=8,
).map("".join)


def _whole(old: str, new: str) -> TextDiff:
    """Everything was taken out, and everything put in."""
    rows = [
        Row(RowKind.REMOVED, Span(0, len(old)), Span(0, 0)),
        Row(RowKind.ADDED, Span(len(old), len(old)), Span(0, len(new))),
    ]
    return TextDiff(old, new, [row for row in rows if _fills(row)])


def _letters(old: str, new: str) -> TextDiff:
    """One changed row, its words cut anywhere."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    word = WordChange(Span(start, len(old) - end), Span(start, len(new) - end))
    row = Row(RowKind.CHANGED, Span(0, len(old)), Span(0, len(new)), [word])
    return TextDiff(old, new, [row] if _fills(row) else [])


def _scattered(old: str, new: str) -> TextDiff:
    """One changed row with a change for every letter that differs."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    words = [
        WordChange(Span(a, b), Span(c, d))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
    row = Row(RowKind.CHANGED, Span(0, len(old)), Span(0, len(new)), words)
    return TextDiff(old, new, [row] if _fills(row) else [])


def _moves(old: str, new: str) -> TextDiff:
    """Every line that is there again was moved, and the moves are many."""
    rng = random.Random(len(old) + 31 * len(new))  # noqa: S311 - repeatable
    places = dict(_lines(old))
    moves: dict[str, Move] = {}
    for line, span in _lines(new):
        if line in places and line not in moves and rng.random() < 0.8:
            moves[line] = Move(len(moves) + 1, places[line], span, [])
    removed = [
        Row(RowKind.REMOVED, span, Span(0, 0), move=_at(moves, line, span, old=True))
        for line, span in _lines(old)
    ]
    end = Span(len(old), len(old))
    added = [
        Row(RowKind.ADDED, end, span, move=_at(moves, line, span, old=False))
        for line, span in _lines(new)
    ]
    return TextDiff(old, new, removed + added)


def _at(moves: dict[str, Move], line: str, span: Span, *, old: bool) -> Move | None:
    move = moves.get(line)
    return move if move and (move.old if old else move.new) == span else None


def _lines(text: str) -> Iterator[tuple[str, Span]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end], Span(start, end)
        start = end


def _fills(row: Row) -> bool:
    return row.old != (row.old.end, row.old.end) or row.new != (row.new.end, row.new.end)


@pytest.mark.parametrize("compare", [_whole, _letters, _scattered, _moves])
def test_any_true_difference_will_do(
    monkeypatch: pytest.MonkeyPatch, compare: Callable[[str, str], TextDiff]
) -> None:
    monkeypatch.setattr(merging, "compare_texts", compare)

    @given(_LINES, _LINES, _LINES)
    def check(base: str, ours: str, theirs: str) -> None:
        result = merge(base, ours, theirs, _PROFILE)
        swapped = merge(base, theirs, ours, _PROFILE)
        if not result.conflicts:
            assert swapped.text == result.text
        assert [conflict.kind for conflict in swapped.conflicts] == [
            conflict.kind for conflict in result.conflicts
        ]

    check()


@pytest.mark.parametrize("compare", [_whole, _letters, _scattered, _moves])
def test_what_one_side_did_alone_is_done_exactly(
    monkeypatch: pytest.MonkeyPatch, compare: Callable[[str, str], TextDiff]
) -> None:
    """The other side's only edit stands far away, so that nothing is decided beforehand."""
    monkeypatch.setattr(
        merging,
        "compare_texts",
        lambda old, new: compare(old, new) if "ZEBRA" not in new else _letters(old, new),
    )

    @given(_LINES, _LINES)
    def check(base: str, ours: str) -> None:
        tail = "\nQuite another line with many words in it.\n"
        result = merge(base + tail, ours + tail, base + tail.replace("many", "ZEBRA"), _PROFILE)
        if not result.conflicts:
            assert result.text == ours + tail.replace("many", "ZEBRA")

    check()
