"""Pairs made to bring a comparison or a merge down: the result is right, and it ends."""

from itertools import permutations

import pytest
from benchmarks.hostile_pairs import HOSTILE_PAIRS, LARGEST

from homs_wiki.diff import compare
from homs_wiki.diff.merge import merge
from homs_wiki.diff.text import RowKind, TextDiff, compare_texts
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile
from homs_wiki.source import apply_edits

_PROFILE = load_profile("en.wikipedia")
_LARGE = 2_000_000
_SMALL = 250_000
_SHORT = 40_000
# What no text should hold, and some do.
_ODD = {
    "nothing": "",
    "a line end": "\n",
    "no line end": "a\nb",
    "carriage returns": "a\r\nb\rc\n\r\r",
    "nulls": "\0a\0\n\0",
    "lone surrogates": "\udc80 a \ud800\nb\udfff",
    "a byte order mark": "\ufeffa\n",
    "other line ends": "a\u2028b\u2029c\x0bd\x0ce\x85f\n",
    "marks without letters": "\u0301\u0301\n\u0651\u0650 \u0301",
    "controls of direction": "\u202bحمص\u202c \u2067a\u2069\n\u200f",
    "joined emoji": "👩\u200d👩\u200d👧 🇵🇰🇸🇾 a\n",
    "Urdu": "حمص کی جنگ۔\nدوسری سطر\u200c ہے",
    "Chinese": "霍姆斯之战\n第二行",
    "open markup": "{{a|[[b|<ref>{|\n'''<!--\n{{{c|",
    "conflict markers": "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n",
}


def _assert_right(diff: TextDiff) -> None:
    """The rows cover both texts in order, say what is true, and the edits make one of the other."""
    old = new = 0
    for row in diff.rows:
        assert (row.old.start, row.new.start) == (old, new)
        old, new = row.old.end, row.new.end
        if row.kind is RowKind.EQUAL:
            assert diff.old[slice(*row.old)] == diff.new[slice(*row.new)]
    assert (old, new) == (len(diff.old), len(diff.new))
    assert apply_edits(diff.old, diff.edits()) == diff.new
    assert apply_edits(diff.new, diff.reverse_edits()) == diff.old


@pytest.mark.parametrize("name", HOSTILE_PAIRS)
def test_the_text_view_of_a_large_pair_is_right(name: str) -> None:
    old, new = HOSTILE_PAIRS[name](_LARGE if name in LARGEST else _SMALL)
    _assert_right(compare_texts(old, new))


@pytest.mark.parametrize("name", HOSTILE_PAIRS)
def test_both_views_of_a_pair_end(name: str) -> None:
    old, new = HOSTILE_PAIRS[name](_SHORT)
    comparison = compare(read_text(old, _PROFILE), read_text(new, _PROFILE))
    assert comparison.changes
    _assert_right(comparison.text)
    for change in comparison.changes:
        assert change.old is None or 0 <= change.old.start <= change.old.end <= len(old)
        assert change.new is None or 0 <= change.new.start <= change.new.end <= len(new)


@pytest.mark.parametrize("name", HOSTILE_PAIRS)
def test_a_merge_of_a_pair_keeps_the_laws(name: str) -> None:
    base, other = HOSTILE_PAIRS[name](_SHORT)
    assert merge(base, base, other, _PROFILE).text == other
    assert merge(base, other, base, _PROFILE).text == other
    assert merge(base, other, other, _PROFILE).text == other


@pytest.mark.parametrize("name", HOSTILE_PAIRS)
def test_a_merge_of_three_texts_ends(name: str) -> None:
    base, ours = HOSTILE_PAIRS[name](_SHORT)
    theirs = base[: len(base) // 2] + " a third text " + base[len(base) // 2 :]
    there, back = merge(base, ours, theirs, _PROFILE), merge(base, theirs, ours, _PROFILE)
    assert len(there.conflicts) == len(back.conflicts)
    assert there.conflicts or there.text == back.text


@pytest.mark.parametrize(("old", "new"), list(permutations(_ODD, 2)))
def test_odd_texts_are_compared(old: str, new: str) -> None:
    comparison = compare(read_text(_ODD[old], _PROFILE), read_text(_ODD[new], _PROFILE))
    _assert_right(comparison.text)
    assert comparison.changes


@pytest.mark.parametrize(("base", "other"), list(permutations(_ODD, 2)))
def test_odd_texts_are_merged(base: str, other: str) -> None:
    x, y = _ODD[base], _ODD[other]
    assert merge(x, x, y, _PROFILE).text == y
    assert merge(x, y, x, _PROFILE).text == y
    assert merge(x, y, y, _PROFILE).text == y


@pytest.mark.parametrize("name", _ODD)
def test_a_text_does_not_differ_from_itself(name: str) -> None:
    comparison = compare(read_text(_ODD[name], _PROFILE), read_text(_ODD[name], _PROFILE))
    assert comparison.changes == []
    assert comparison.text.changes == []
    assert merge(_ODD[name], _ODD[name], _ODD[name], _PROFILE).text == _ODD[name]
