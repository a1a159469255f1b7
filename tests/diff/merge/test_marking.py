"""How conflicts stand in the text, and what is said of them."""

import pytest

from homs_wiki.diff.merge import ConflictKind, Side, Style, merge
from homs_wiki.profile import load_profile
from homs_wiki.source import Span

_PROFILE = load_profile("ur.wikipedia")
_BASE, _OURS, _THEIRS = "a\nb\nc\n", "a\nours\nc\n", "a\ntheirs\nc\n"


def test_the_base_is_shown_on_wish() -> None:
    result = merge(_BASE, _OURS, _THEIRS, _PROFILE, style=Style.DIFF3)
    assert result.text == (
        "a\n<<<<<<< ours\nours\n||||||| base\nb\n=======\ntheirs\n>>>>>>> theirs\nc\n"
    )


def test_labels_and_size_are_those_asked_for() -> None:
    result = merge(
        _BASE, _OURS, _THEIRS, _PROFILE, labels=("HEAD", "", "a/page.wiki"), marker_size=9
    )
    assert result.text == ("a\n<<<<<<<<< HEAD\nours\n=========\ntheirs\n>>>>>>>>> a/page.wiki\nc\n")


def test_a_marker_without_a_label_has_no_space() -> None:
    result = merge(_BASE, _OURS, _THEIRS, _PROFILE, labels=("", "", ""), style=Style.DIFF3)
    assert result.text.count("<\n") == result.text.count("|\n") == result.text.count(">\n") == 1


def test_places_are_told_in_all_texts() -> None:
    (conflict,) = merge(_BASE, _OURS, _THEIRS, _PROFILE).conflicts
    assert conflict.kind is ConflictKind.BOTH_CHANGED
    assert _BASE[slice(*conflict.base)] == "b\n"
    assert _OURS[slice(*conflict.ours)] == "ours\n"
    assert _THEIRS[slice(*conflict.theirs)] == "theirs\n"
    assert conflict.merged == Span(
        2, 2 + len("<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs\n")
    )


def test_places_behind_other_edits_are_right() -> None:
    base = "".join(f"Line {index} of the text.\n" for index in range(9))
    ours = base.replace("Line 2", "Line two and more").replace("Line 7", "Ours 7")
    theirs = base.replace("Line 4 of the text.\n", "").replace("Line 7", "Theirs 7")
    (conflict,) = merge(base, ours, theirs, _PROFILE).conflicts
    assert base[slice(*conflict.base)] == "Line 7 of the text.\n"
    assert ours[slice(*conflict.ours)] == "Ours 7 of the text.\n"
    assert theirs[slice(*conflict.theirs)] == "Theirs 7 of the text.\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("a b\nc", "a b\nc", "a b\nd", "a b\nd"),
        ("one\ntwo\nthree", "one!\ntwo\nthree", "one\ntwo\nthree\n", "one!\ntwo\nthree\n"),
        ("one\ntwo\nthree\n", "one!\ntwo\nthree", "one\ntwo\nthree\n", "one!\ntwo\nthree"),
        ("one\ntwo\nthree", "one!\ntwo\nthree", "one\ntwo\nthree four", "one!\ntwo\nthree four"),
        ("one\ntwo", "one!\ntwo", "one\ntwo\nthree", "one!\ntwo\nthree"),
    ],
    ids=["one side", "added by one", "taken by one", "missing in all", "line added behind it"],
)
def test_a_missing_last_line_break_is_kept(base: str, ours: str, theirs: str, merged: str) -> None:
    result = merge(base, ours, theirs, _PROFILE)
    assert (result.text, result.conflicts) == (merged, [])


def test_markers_stand_on_lines_of_their_own_without_a_last_line_break() -> None:
    assert merge("a\nb", "a\nc", "a\nd", _PROFILE).text == (
        "a\n<<<<<<< ours\nc\n=======\nd\n>>>>>>> theirs\n"
    )


def test_only_lf_ends_a_line() -> None:
    base = "one\u2028two\rthree\x0cfour words here\nnext\n"
    result = merge(base, base.replace("one", "eins"), base.replace("here", "there"), _PROFILE)
    assert result.text == base.replace("one", "eins").replace("here", "there")


def test_two_pages_made_from_nothing_are_a_conflict() -> None:
    result = merge("", "ours\n", "theirs\n", _PROFILE)
    assert result.text == "<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs\n"
    assert [conflict.kind for conflict in result.conflicts] == [ConflictKind.BOTH_ADDED]


def test_the_same_page_made_twice_is_none() -> None:
    assert merge("", "same\n", "same\n", _PROFILE).text == "same\n"


def test_what_is_carried_is_told() -> None:
    paragraphs = [
        f"Paragraph {name} tells of {name} and of nothing else that anybody knows.\n\n"
        for name in ("apples", "bread", "cheese", "dates", "eggs")
    ]
    base = "".join(paragraphs)
    ours = "".join(paragraphs[1:4] + paragraphs[:1] + paragraphs[4:])
    theirs = base.replace("nothing else that anybody", "nothing else that somebody", 1)
    result = merge(base, ours, theirs, _PROFILE)
    assert result.text == ours.replace(paragraphs[0], paragraphs[0].replace("anybody", "somebody"))
    (carried,) = result.carried
    assert carried.side is Side.THEIRS
    assert base[slice(*carried.block)] == paragraphs[0]
    assert base[slice(*carried.base)] == "anybody"
    assert result.text[slice(*carried.merged)] == "somebody"
