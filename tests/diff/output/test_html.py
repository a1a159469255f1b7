"""The HTML page, as it is written; what a browser makes of it is in `test_browser`."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from homs_wiki.diff.changes import Change, ChangeKind
from homs_wiki.diff.output import ComparedFile, make_format
from homs_wiki.diff.output.compared import Trouble
from homs_wiki.source import Span

Made = Callable[..., ComparedFile]
Shown = Callable[..., str]

LINES = "".join(f"line {number}\n" for number in range(1, 31))
_VOID = {"meta", "link", "input", "br"}


class Read(HTMLParser):
    """A page read strictly: elements must be closed as they were opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.labels: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        self.labels += [values["aria-labelledby"] or ""] if "aria-labelledby" in values else []
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def rows(page: str, kind: str) -> list[str]:
    """Return the rows of a kind, without the hidden marks of which cell they are."""
    found = re.findall(rf'<div class="row {kind}".*?\n</div>', page, re.DOTALL)
    return [re.sub(r' (?:lang|dir)="[^"]*"', "", row) for row in found]


@pytest.fixture
def several(made: Made) -> list[ComparedFile]:
    changes = [
        Change(ChangeKind.PARAGRAPH_MOVED, Span(0, 5), Span(12, 20), "A", section="<b>Siege"),
        Change(ChangeKind.CATEGORY_ADDED, None, Span(2, 5), "Wars"),
    ]
    moved = made(
        ("<1", "first\nold\nx\ny\nz\n"),
        ("=", LINES),
        (">1", "first\n[-old-]{+new+}\nx\ny\nz\n"),
        ("-", "gone\n"),
        ("=", LINES),
        changes=changes,
        wiki="ur.wikipedia",
    )
    return [moved, made(("+", "<script>alert(1)</script>\n"), new_name="<script>x</script>")]


def test_it_is_well_formed_and_its_links_lead_somewhere(
    several: list[ComparedFile], shown: Shown
) -> None:
    read = Read(shown("html", *several))
    assert len(read.ids) == len(set(read.ids))
    targets = [link for link in read.links if link != "data:,"]
    assert targets
    assert all(link.startswith("#") for link in targets)
    assert {link[1:] for link in targets} <= set(read.ids)
    assert set(read.labels) <= set(read.ids)


def test_no_part_of_it_comes_from_elsewhere(several: list[ComparedFile], shown: Shown) -> None:
    page = shown("html", *several)
    read = Read(page)
    assert not {"img", "iframe", "object", "embed", "base", "form"} & set(read.tags)
    assert not {"src", "style", "srcset", "action"} & {name for name, _ in read.attributes}
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert read.tags.count("script") == read.tags.count("style") == 1


@pytest.mark.parametrize("part", ["style", "script"])
def test_the_policy_names_what_may_run(
    part: str, several: list[ComparedFile], shown: Shown
) -> None:
    page = shown("html", *several)
    content = re.findall(rf"<{part}>(.*?)</{part}>", page, re.DOTALL)
    digest = b64encode(sha256(content[0].encode()).digest()).decode()
    policy = next(value for _, value in Read(page).attributes if value and "default-src" in value)
    assert f"{part}-src 'sha256-{digest}';" in policy
    assert "default-src 'none';" in policy
    assert "unsafe" not in policy


def test_what_pages_hold_is_never_markup(several: list[ComparedFile], shown: Shown) -> None:
    page = shown("html", *several)
    assert page.count("<script>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert "<b>Siege" not in page


def test_control_characters_are_shown_by_name(made: Made, shown: Shown) -> None:
    page = shown("html", made(("~", "[-\u202e-]{+\x1b\x9b+}\u2066\n"), new_name="\u202ename"))
    assert not set(page) & set("\u202e\x1b\x9b\u2066")
    assert "&lt;U+202E&gt;name" in page


def test_a_changed_line_is_there_beside_and_in_one(made: Made, shown: Shown) -> None:
    (row,) = rows(shown("html", made(("~", "a [-one-]{+two+} b\n"))), "changed")
    assert '<bdi class="t ot on-side">a <del>one</del> b</bdi>' in row
    assert '<bdi class="t nt on-side">a <ins>two</ins> b</bdi>' in row
    assert '<bdi class="t it on-inline">a <del>one</del><ins>two</ins> b</bdi>' in row
    assert 'aria-label="Changed line 1"' in row


def test_white_space_is_drawn(made: Made, shown: Shown) -> None:
    (row,) = rows(shown("html", made(("~", "a[- -]{+  +}b\n"))), "changed")
    assert "<del>␣</del><ins>␣␣</ins>" in row
    assert "white space only" in row


def test_a_split_paragraph_is_one_row(made: Made, shown: Shown) -> None:
    (row,) = rows(shown("html", made(("~", "one.[- -]{+\n\n+}Two[-.-]{+!+}\n"))), "changed")
    assert "one.<del>␣</del>Two<del>.</del>" in row
    assert "one.<ins>↵↵</ins>Two" in row


@pytest.mark.parametrize(
    ("wiki", "line", "direction"),
    [
        ("en.wikipedia", "Homs حمص", "auto"),
        ("ur.wikipedia", "حمص Homs", "rtl"),
        ("ur.wikipedia", "BBC نے کہا", "rtl"),
        ("ur.wikipedia", "* [[حمص]]", "rtl"),
        ("ur.wikipedia", "plain", "auto"),
        ("ur.wikipedia", "| place = حمص", "auto"),
        ("ur.wikipedia", '<ref name="a">حمص</ref>', "auto"),
    ],
)
def test_lines_run_as_they_are_read(
    wiki: str, line: str, direction: str, made: Made, shown: Shown
) -> None:
    page = shown("html", made(("=", line + "\n"), ("+", "x\n"), wiki=wiki))
    language = wiki.partition(".")[0]
    found = re.findall(r'<bdi class="t [^"]*" lang="([^"]*)" dir="([^"]*)">', page)
    assert found[0] == (language, direction)


def test_tags_keep_their_order_in_a_line_from_the_right(made: Made, shown: Shown) -> None:
    line = 'حمص<ref name="a" /> ہے https://a.example/x۔\n'
    page = shown("html", made(("=", line), ("+", "x\n"), wiki="ur.wikipedia"))
    assert '<bdi dir="ltr">&lt;ref name=&#34;a&#34; /&gt;</bdi>' in page
    assert '<bdi dir="ltr">https://a.example/x</bdi>۔' in page


def test_unchanged_lines_are_folded_with_their_text(made: Made, shown: Shown) -> None:
    page = shown("html", made(("-", "x\n"), ("=", LINES), ("-", "y\n")), context=2)
    assert "<summary>26 unchanged lines</summary>" in page
    assert len(re.findall(r'<div class="line">', page)) == 26
    assert len(rows(page, "equal")) == 4


def test_very_many_unchanged_lines_are_left_out(made: Made, shown: Shown) -> None:
    page = shown("html", made(("=", LINES * 1000), ("-", "y\n")))
    assert "29,998 unchanged lines" in page
    assert "29,898 lines not in this page" in page
    assert len(page) < 100_000


def test_a_very_long_line_is_shortened_where_it_is_equal(made: Made, shown: Shown) -> None:
    long = "word " * 200_000
    page = shown("html", made(("~", f"{long}[-a-]{{+b+}}{long}\n")))
    assert "characters not shown" in page
    assert len(page) < 50_000


def test_links_of_changes_lead_to_their_rows(made: Made, shown: Shown) -> None:
    changes = [
        Change(ChangeKind.CATEGORY_REMOVED, Span(0, 1), None, "A"),
        Change(ChangeKind.FIELD_CHANGED, Span(2, 3), Span(0, 1), "f", "b", "c"),
        Change(ChangeKind.CATEGORY_ADDED, None, Span(4, 5), "D"),
    ]
    page = shown(
        "html",
        made(("-", "a\n"), ("~", "[-b-]{+c+}\n"), ("=", "x\n"), ("+", "d\n"), changes=changes),
    )
    listed = re.findall(r'<span class="where">(.*?)</span>', page)
    links = [re.findall(r'href="#(.*?)"', text) for text in listed]
    assert links == [["f1r1"], ["f1r2", "f1r2"], ["f1r3"]]
    assert re.findall(r'class="row (\w+)" id="(\w+)"', page) == [
        ("removed", "f1r1"), ("changed", "f1r2"), ("added", "f1r3")
    ]  # fmt: skip


def test_pages_without_differences(compared: Made, shown: Shown) -> None:
    page = shown("html", compared(b"a\n", b"a\n"))
    Read(page)
    assert "There are no differences." in page


def test_a_file_with_other_line_ends_only(compared: Made, shown: Shown) -> None:
    page = shown("html", compared(b"a\r\n", b"a\n"))
    Read(page)
    assert "The line ends changed from CRLF to LF." in page


@pytest.mark.parametrize(("old", "new"), [(None, b"a\n"), (b"a\n", None), (None, b"")])
def test_a_side_that_is_missing(
    old: bytes | None, new: bytes | None, compared: Made, shown: Shown
) -> None:
    page = shown("html", compared(old, new))
    Read(page)
    assert f"The page is {'new' if old is None else 'gone'}." in page


def test_what_could_not_be_compared_is_said() -> None:
    form = make_format("html")
    page = form.finish([Trouble("<b>", "not UTF-8\u202e")])
    Read(page)
    assert "<bdi>&lt;b&gt;</bdi>: <bdi>not UTF-8&lt;U+202E&gt;</bdi>" in page


def test_it_grows_no_faster_than_the_text(made: Made, shown: Shown) -> None:
    def size(lines: int) -> int:
        row = [("~", "some [-old-]{+new+} text\n")] * lines
        return len(shown("html", made(*row)))

    assert size(800) < 2.1 * size(400)
