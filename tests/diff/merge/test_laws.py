"""What must be true of every merge, for any strings."""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from homs_wiki.diff.merge import ConflictKind, Merge, Style, merge
from homs_wiki.profile import load_profile

_PROFILE = load_profile("ur.wikipedia")

_PIECES = st.sampled_from([
    "== Bridge ==\n", "=== Pier ===\n", "== پل ==\n", "\n", "\n\n", " ", "a", "b", "one ", "two ",
    "A sentence. ", "یہ ایک جملہ ہے۔ ", "12 March 2001", "40 km", "* item\n", "* other\n", "{|\n",
    "|-\n", "| cell\n", "|}\n", "{{", "}}", "|", "|x=1", "|y=2\n", "{{Cite web|title=A|date=1}}",
    "[[", "]]", "[[A|b]]", "<ref>", "</ref>", '<ref name="n">x</ref>', '<ref name="n" />', "<!--",
    "-->", "<nowiki>", "'''", "[[Category:A]]\n", "[[Category:B]]\n",
    "e\u0301", "\u200c", "=", "\r",
    "\u2028", "\x0c",
])  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=14).map("".join) | st.text(max_size=12)


@st.composite
def _edited(draw: st.DrawFn, base: list[str]) -> str:
    """Take pieces out, put some in, and move some."""
    pieces = list(base)
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(pieces)))
        end = min(len(pieces), start + draw(st.integers(0, 4)))
        taken = pieces[start:end]
        action = draw(st.integers(0, 2))
        pieces[start:end] = draw(st.lists(_PIECES, max_size=2)) if action == 0 else []
        if action == 1:
            place = draw(st.integers(0, len(pieces)))
            pieces[place:place] = taken
    return "".join(pieces)


@st.composite
def _triples(draw: st.DrawFn) -> tuple[str, str, str]:
    base = draw(st.lists(_PIECES, max_size=25))
    return "".join(base), draw(_edited(base)), draw(_edited(base))


def _merge(base: str, ours: str, theirs: str) -> Merge:
    return merge(base, ours, theirs, _PROFILE, style=Style.DIFF3)


@given(_TEXTS, _TEXTS)
def test_where_one_side_did_nothing_the_other_wins(base: str, new: str) -> None:
    assert _merge(base, base, new) == Merge(new, [], [])
    assert _merge(base, new, base) == Merge(new, [], [])
    assert _merge(base, new, new) == Merge(new, [], [])


@given(_triples() | st.tuples(_TEXTS, _TEXTS, _TEXTS))
@example(("a", "a\nb", "a\nc"))
@example(("", "a", "b\n"))
def test_sides_swapped_give_the_same_text_or_the_same_conflicts(
    texts: tuple[str, str, str],
) -> None:
    base, ours, theirs = texts
    result, swapped = _merge(base, ours, theirs), _merge(base, theirs, ours)
    assert _mirrored(swapped) == [(each.kind, each.reason, *each[2:5]) for each in result.conflicts]
    if not result.conflicts:
        assert result.text == swapped.text
    assert _without_conflicts(result) == _without_conflicts(swapped)
    assert _sides(result) == [(second, first) for first, second in _sides(swapped)]


def _mirrored(result: Merge) -> list[tuple[object, ...]]:
    return [
        (each.kind, each.reason, each.base, each.theirs, each.ours) for each in result.conflicts
    ]


def _without_conflicts(result: Merge) -> list[str]:
    done = 0
    parts = []
    for conflict in result.conflicts:
        parts.append(result.text[done : conflict.merged.start])
        done = conflict.merged.end
    return [*parts, result.text[done:]]


def _sides(result: Merge) -> list[tuple[str, str]]:
    """Return what stands between the markers."""
    sides = []
    for conflict in result.conflicts:
        text = result.text[slice(*conflict.merged)]
        assert text.startswith("<<<<<<< ours\n")
        assert text.endswith(">>>>>>> theirs\n")
        ours, rest = text.removeprefix("<<<<<<< ours\n").split("||||||| base\n", 1)
        theirs = rest.split("=======\n", 1)[1].removesuffix(">>>>>>> theirs\n")
        sides.append((ours, theirs))
    return sides


@given(_triples())
def test_spans_lie_in_their_texts(texts: tuple[str, str, str]) -> None:
    result = _merge(*texts)
    for conflict in result.conflicts:
        for span, text in zip(conflict[2:], (*texts, result.text), strict=True):
            assert 0 <= span.start <= span.end <= len(text)
    for carried in result.carried:
        assert 0 <= carried.base.start <= carried.base.end <= len(texts[0])
        assert 0 <= carried.merged.start <= carried.merged.end <= len(result.text)


@given(_triples())
def test_no_word_comes_from_nowhere(texts: tuple[str, str, str]) -> None:
    result = _merge(*texts)
    known = set("".join(texts))
    text = "".join(_without_conflicts(result))
    assert set(text) <= known | {"\n"}


@pytest.mark.parametrize("seed", range(4))
def test_many_moves_on_both_sides_end(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - repeatable
    lines = [f"Paragraph {index} speaks of {index * 7919 % 1000}.\n\n" for index in range(60)]
    sides = []
    for _ in range(2):
        side = list(lines)
        for _ in range(20):
            start = rng.randrange(len(side) - 5)
            block = side[start : start + rng.randrange(1, 5)]
            del side[start : start + len(block)]
            place = rng.randrange(len(side))
            side[place:place] = block
        sides.append("".join(side))
    result = _merge("".join(lines), *sides)
    swapped = _merge("".join(lines), *reversed(sides))
    assert _without_conflicts(result) == _without_conflicts(swapped)
    assert {conflict.kind for conflict in result.conflicts} <= set(ConflictKind)
