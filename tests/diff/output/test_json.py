"""JSON: what it says made to the old file gives the new one, byte for byte."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homs_wiki.diff.changes import Change, ChangeKind
from homs_wiki.diff.output import ComparedFile, make_format
from homs_wiki.diff.output.compared import Trouble
from homs_wiki.source import LineIndex, Span

Made = Callable[..., ComparedFile]
Shown = Callable[..., str]

BOM = "\ufeff"


def document(shown: Shown, *files: ComparedFile) -> Any:
    return json.loads(shown("json", *files))


def applied(text: str, rows: list[dict[str, Any]], *, back: bool = False) -> str:
    """Return the other text as a program makes it that knows nothing but the document."""
    side, out, put = ("new", "added", "removed") if back else ("old", "removed", "added")
    made = []
    for row in rows:
        done = row[side]["start"]
        for word in row.get("words", [row] if row["kind"] != "equal" else []):
            start, end = word[side]["start"], word[side]["end"]
            assert text[start:end] == word[out]
            made += [text[done:start], word[put]]
            done = end
        made.append(text[done : row[side]["end"]])
    return "".join(made)


_PIECES = st.sampled_from(["a", "b", "", "ا", " ", "x y", BOM, "\u2028", "\x85"])
_ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
_TEXTS = st.builds(
    lambda lines, last, bom: bom + "".join(map("".join, lines)) + last,
    st.lists(st.tuples(_PIECES, _ENDS), max_size=20),
    _PIECES,
    st.sampled_from(["", "", BOM]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(old=_TEXTS, new=_TEXTS)
def test_any_two_files(old: str, new: str, compared: Made, shown: Shown) -> None:
    files = document(shown, compared(old.encode(), new.encode()))["files"]
    assert bool(files) is (old != new)
    for file in files:
        assert file["old"]["byte_order_mark"] is old.startswith(BOM)
        assert file["new"]["byte_order_mark"] is new.startswith(BOM)
        old, new = old.removeprefix(BOM), new.removeprefix(BOM)
        assert applied(old, file["rows"]) == new
        assert applied(new, file["rows"], back=True) == old
        for side, text in (("old", old), ("new", new)):
            places = [row[side] for row in file["rows"]]
            assert [place["end"] for place in places[:-1]] == [
                place["start"] for place in places[1:]
            ]
            assert not places or (places[0]["start"], places[-1]["end"]) == (0, len(text))


def test_a_row_has_its_words_and_places(made: Made, shown: Shown) -> None:
    file = document(shown, made(("=", "a\n"), ("~", "x [-one-]{+two+}\n")))["files"][0]
    assert file["rows"] == [
        {"kind": "equal", "old": place("a\nx one\n", 0, 2), "new": place("a\nx two\n", 0, 2)},
        {
            "kind": "changed",
            "old": place("a\nx one\n", 2, 8),
            "new": place("a\nx two\n", 2, 8),
            "words": [
                {
                    "old": place("a\nx one\n", 4, 7),
                    "new": place("a\nx two\n", 4, 7),
                    "removed": "one",
                    "added": "two",
                }
            ],
        },
    ]


def place(text: str, start: int, end: int) -> dict[str, int]:
    lines = LineIndex(text)
    first, last = lines.position(start), lines.position(end)
    return {
        "start": start,
        "end": end,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
    }


def test_a_moved_block_is_told_once_with_its_words(made: Made, shown: Shown) -> None:
    file = document(
        shown, made(("<1", "a long line\n"), ("=", "b\n"), (">1", "a [-long-]{+short+} line\n"))
    )["files"][0]
    assert [(row["kind"], row.get("move")) for row in file["rows"]] == [
        ("removed", 1), ("equal", None), ("added", 1)
    ]  # fmt: skip
    (move,) = file["moves"]
    assert (move["number"], move["old"]["line"], move["new"]["line"]) == (1, 1, 2)
    assert [(word["removed"], word["added"]) for word in move["words"]] == [("long", "short")]


def test_a_change_has_all_that_is_known(made: Made, shown: Shown) -> None:
    change = Change(
        ChangeKind.FIELD_CHANGED, Span(2, 3), Span(2, 4), "casualties", "7", "12", "Siege",
        {"unit": "dead"},
    )  # fmt: skip
    change.others = ((Span(0, 1), None),)
    rows = ("~", "x=[-7-]{+12+}\n")
    (told,) = document(shown, made(rows, changes=[change]))["files"][0]["changes"]
    assert "casualties" in told.pop("description")
    assert told == {
        "kind": "field-changed",
        "subject": "casualties",
        "before": "7",
        "after": "12",
        "section": "Siege",
        "old": place("x=7\n", 2, 3),
        "new": place("x=12\n", 2, 4),
        "others": [{"old": place("x=7\n", 0, 1), "new": None}],
        "details": {"unit": "dead"},
    }


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        (None, b"a\n", None, "LF"),
        (b"a\r\nb\n", None, "mixed", None),
        (b"a\n", b"a\r\n", "LF", "CRLF"),
        (b"a\r", b"a", "CR", "none"),
    ],
)
def test_a_side_says_what_the_file_is(
    old: bytes | None,
    new: bytes | None,
    before: str | None,
    after: str | None,
    compared: Made,
    shown: Shown,
) -> None:
    file = document(shown, compared(old, new, "old.wiki", "new.wiki"))["files"][0]
    for side, data, ends in (("old", old, before), ("new", new, after)):
        assert file[side] == (
            data
            and {
                "name": f"{side}.wiki",
                "label": None,
                "length": len(data),
                "byte_order_mark": False,
                "line_ends": ends,
            }
        )


def test_equal_files_are_no_files(compared: Made, shown: Shown) -> None:
    file = compared(b"a\n", b"a\n")
    assert document(shown, file) == {"version": 1, "files": [], "errors": []}


def test_errors_are_told() -> None:
    form = make_format("json")
    written = form.start() + form.finish([Trouble("a.wiki", "not UTF-8")])
    assert json.loads(written)["errors"] == [{"file": "a.wiki", "message": "not UTF-8"}]


def test_nothing_in_it_acts_on_a_terminal(made: Made, shown: Shown) -> None:
    written = shown("json", made(("~", "[-a-]{+\x1b[31m\u202e\x9b\x7f+}\n")))
    assert not set(written) & set("\x1b\u202e\x9b\x7f")
    assert (
        json.loads(written)["files"][0]["rows"][0]["words"][0]["added"] == "\x1b[31m\u202e\x9b\x7f"
    )
