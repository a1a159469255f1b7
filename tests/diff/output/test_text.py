"""The text format: to be read on a terminal, with colour and without."""

import re
from collections.abc import Callable

import pytest

from homs_wiki.diff.changes import Change, ChangeKind
from homs_wiki.diff.output import ComparedFile, make_format
from homs_wiki.diff.output.compared import Trouble
from homs_wiki.source import Span

Made = Callable[..., ComparedFile]
Shown = Callable[..., str]

FSI, PDI = "\u2068", "\u2069"
LINES = "".join(f"line {number}\n" for number in range(1, 31))
LONG = " ".join(["word"] * 200)


def view(text: str) -> str:
    """Return the text view alone, without the summary."""
    return text[text.index("@@") :].rpartition("\n\n")[0] + "\n"


_VIEWS: dict[str, tuple[list[tuple[str, str]], str]] = {
    "a word": (
        [("=", "a\n"), ("~", "x [-one-]{+two+} y\n"), ("=", "b\n")],
        """\
@@ Lead
  1 1   a
  2 2 ~ x [-one-]{+two+} y
  3 3   b
""",
    ),
    "lines": (
        [("=", "a\n"), ("-", "b\nc\n"), ("+", "d\n"), ("=", "e\n")],
        """\
@@ Lead
  1 1   a
  2   - b
  3   - c
    2 + d
  4 3   e
""",
    ),
    "far apart": (
        [("-", "x\n"), ("=", LINES), ("+", "y\n")],
        """\
@@ Lead
   1    - x
   2  1   line 1

@@ Lead
  31 30   line 30
     31 + y
""",
    ),
    "one line between": (
        [("-", "x\n"), ("=", "a\nb\nc\n"), ("-", "y\n")],
        """\
@@ Lead
  1   - x
  2 1   a
  3 2   b
  4 3   c
  5   - y
""",
    ),
    "a section": (
        [("=", "== Siege ==\nb\n"), ("+", "c\n")],
        """\
@@ Siege
  1 1   == Siege ==
  2 2   b
    3 + c
""",
    ),
    "moved": (
        [("<1", "a long line\n"), ("=", "b\n"), (">1", "a long line\n")],
        """\
@@ Lead
  1   → moved to line 2: a long line
  2 1   b
    2 → moved from line 1: a long line
""",
    ),
    "moved and changed, several lines": (
        [("<1", "first\nsecond old\n"), ("=", "b\n"), (">1", "first\nsecond [-old-]{+new+}\n")],
        """\
@@ Lead
  1   → moved to line 2 (2 lines): first
  3 1   b
    2 → moved from line 1 (2 lines): first
    3 ~ second [-old-]{+new+}
""",
    ),
    "a paragraph split": (
        [("~", "one.[- -]{+\n\n+}two.\n"), ("=", "b\n")],
        """\
@@ Lead
  1 1 ~ (white space only) one.[-␣-]{+↵+}
    2 ~ {+↵+}
    3 ~ two.
  2 4   b
""",
    ),
    "paragraphs joined": (
        [("~", "one.[-\n\n-]{+ +}two.\n"), ("=", "b\n")],
        """\
@@ Lead
  1 1 ~ (white space only) one.[-↵↵-]{+␣+}two.
  4 2   b
""",
    ),
    "white space": (
        [("~", "a[- -]{+\t\u00a0+}b\n")],
        """\
@@ Lead
  1 1 ~ (white space only) ⁨a[-⁨␣⁩-]{+⁨⇥⍽⁩+}b⁩
""",
    ),
    "a final newline": (
        [("=", "a\n"), ("~", "b{+\n+}")],
        """\
@@ Lead
  1 1   a
  2 2 ~ (white space only) b{+↵+}
""",
    ),
    "a long line": (
        [("~", f"{LONG} [-one-]{{+two+}} {LONG} {{+three +}}{LONG}\n")],
        "@@ Lead\n  1 1 ~ …"
        + "word " * 12
        + "[-one-]{+two+} "
        + "word " * 11
        + "word…"
        + "word " * 12
        + "{+three +}"
        + "word " * 11
        + "word…\n",
    ),
    "Urdu": (
        [("~", "حمص [-شہر-]{+city+}\n")],
        f"@@ Lead\n  1 1 ~ {FSI}حمص [-{FSI}شہر{PDI}-]{{+{FSI}city{PDI}+}}{PDI}\n",
    ),
    "control characters": (
        [("~", "\x1b[1m[-a-]{+\u202e+}\n"), ("+", "\x07\n")],
        f"""\
@@ Lead
  1 1 ~ {FSI}␛[1m[-{FSI}a{PDI}-]{{+{FSI}<U+202E>{PDI}+}}{PDI}
    2 + ␇
""",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), _VIEWS.values(), ids=_VIEWS)
def test_the_text_view(
    rows: list[tuple[str, str]], expected: str, made: Made, shown: Shown
) -> None:
    written = view(shown("text", made(*rows)))
    assert written.replace("word …", "word…") == expected


def test_more_context_on_request(made: Made, shown: Shown) -> None:
    rows = [("-", "x\n"), ("=", LINES)]
    assert "line 3" in shown("text", made(*rows), context=3)
    assert "line 4" not in shown("text", made(*rows), context=3)
    assert "line 1" not in shown("text", made(*rows), context=0)


def test_changes_come_first_by_section_with_signs(made: Made, shown: Shown) -> None:
    changes = [
        Change(ChangeKind.FIELD_CHANGED, Span(0, 1), Span(0, 1), "dead", "7", "12"),
        Change(ChangeKind.CATEGORY_ADDED, None, Span(4, 5), "Wars", section="Siege"),
        Change(ChangeKind.PARAGRAPH_MOVED, Span(0, 2), Span(4, 6), "A", section="Siege"),
        Change(ChangeKind.PARAGRAPH_REMOVED, Span(2, 3), None, "B"),
    ]
    written = shown("text", made(("=", "a\nb\n"), ("-", "x\n"), ("+", "c\n"), changes=changes))
    listed = written[: written.index("@@")]
    assert re.findall(r"^    (\S \S+(?: → \S+)?)  |^  (\S+)$", listed, re.MULTILINE) == [
        ("", "Lead"), ("~ 1", ""), ("- 2", ""),
        ("", "Siege"), ("+ 3", ""), ("→ 1 → 3", ""),
    ]  # fmt: skip
    assert "“7” to “12”" in listed
    assert written.endswith("\n\n4 changes in 1 file\n")


def test_colour_takes_the_place_of_marks(made: Made, shown: Shown) -> None:
    written = shown("text", made(("~", "x [-one-]{+two+} y\n"), ("-", "z\n")), colour=True)
    assert "x \x1b[31;9mone\x1b[0m\x1b[32;4mtwo\x1b[0m y" in written
    assert "\x1b[31m-\x1b[0m \x1b[31mz\x1b[0m" in written
    plain = re.sub(r"\x1b\[[\d;]*m", "", written)
    assert "[-" not in plain
    assert "\x1b" not in plain


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        (None, b"a\n", "The page is new."),
        (b"a\n", None, "The page is gone."),
        (b"a\r\n", b"a\n", "The line ends changed from CRLF to LF."),
        (b"a\nb\r\n", b"a\r\nb\n", "Some line ends changed."),
        (b"\xef\xbb\xbfa\n", b"a\n", "The byte order mark was removed."),
        (b"a\n", b"\xef\xbb\xbfa\n", "The byte order mark was added."),
    ],
)
def test_what_is_about_the_file_is_said(
    old: bytes | None, new: bytes | None, note: str, compared: Made, shown: Shown
) -> None:
    assert f"\n  {note}\n" in shown("text", compared(old, new))


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({}, "page.wiki"),
        ({"old_name": "a.wiki", "new_name": "b.wiki"}, "a.wiki → b.wiki"),
        ({"labels": ("HEAD~1", "HEAD")}, "page.wiki (HEAD~1 → HEAD)"),
        ({"new_name": "حمص", "old_name": "حمص"}, f"{FSI}حمص{PDI}"),
        ({"new_name": "\x1b", "old_name": "\x1b"}, "␛"),
    ],
)
def test_the_title(given: dict[str, object], title: str, made: Made, shown: Shown) -> None:
    assert shown("text", made(("+", "a\n"), **given)).splitlines()[0] == title


def test_equal_files_are_not_mentioned(compared: Made, shown: Shown) -> None:
    assert shown("text", compared(b"a\n", b"a\n")) == "no differences\n"


def test_errors_are_counted() -> None:
    assert make_format("text").finish([Trouble("a", "b")]) == (
        "no differences; 1 error on the way\n"
    )


def test_a_huge_line_is_cut(compared: Made, shown: Shown) -> None:
    old = b"word " * 200_000
    written = shown("text", compared(old, old[:500_000] + b"changed" + old[500_000:]))
    assert "changed" in view(written)
    assert len(view(written)) < 1000
    assert len(view(shown("text", compared(b"", old)))) < 10_000


def test_unknown_formats_and_impossible_context_are_refused() -> None:
    with pytest.raises(ValueError, match="there are text, unified, json, html"):
        make_format("xml")
    with pytest.raises(ValueError, match="-1"):
        make_format("text", context=-1)
