"""The HTML page as text: that it needs nothing, and does nothing that a checked page says."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from homs_wiki.lint.finding import Finding, Fix
from homs_wiki.lint.messages import use_language
from homs_wiki.lint.output.html.pieces import (
    apart,
    manual,
    page_direction,
    wikitext,
)
from homs_wiki.lint.output.result import FileResult
from homs_wiki.source import Edit

Found = Callable[..., Finding]
Made = Callable[..., FileResult]
Shown = Callable[..., str]

VOID = {"meta", "link", "input"}


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed where it must be, every id stands once."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.rows: list[str] = []
        self.marked: list[str] = []
        self.messages: list[str] = []
        self.raw: dict[str, str] = {"style": "", "script": ""}
        self._message = 0
        self.feed(text)
        self.close()
        assert self.open == []
        assert not [name for name, number in self.ids.items() if number > 1]
        assert {link[1:] for link in self.links if not link.startswith("data:")} <= {*self.ids}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        if "id" in given:
            self.ids[given["id"]] += 1
        assert not {name for name in given if name.startswith("on") or name == "src"}
        self.links += [given["href"]] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)
        if given.get("class") == "row":
            self.rows.append("")
        if tag == "mark":
            self.marked.append("")
        if given.get("class") == "m":
            self._message = len(self.open)
            self.messages.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if len(self.open) < self._message:
            self._message = 0

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside in self.raw:
            self.raw[inside] += data
        if "mark" in self.open:
            self.marked[-1] += data
        if self._message:
            self.messages[-1] += data
        if self.rows and "bdi" in self.open and "section" in self.open and data != "\n":
            self.rows[-1] += data


def test_a_page_with_a_finding(shown: Shown, made: Made, found: Found) -> None:
    fix = Fix((Edit(4, 7, ""),), safe=False, description="Remove “two”")
    page = Reader(shown("html", made("one two\nthree", found(4, 7, fix, word="two"))))
    assert page.rows[:2] == ["one two", "three"]
    assert page.marked == ["two"]
    assert page.messages == ["two"]


def test_nothing_found(shown: Shown, made: Made) -> None:
    text = shown("html", made("x"))
    page = Reader(text)
    assert page.tags["mark"] == page.tags["section"] - 1 == 0
    assert "no findings in 1 file" in text


def test_needs_nothing_else(shown: Shown, made: Made, found: Found) -> None:
    text = shown("html", made("x", found(0, 1)))
    page = Reader(text)
    assert {link for link in page.links if not link.startswith("#")} == {"data:,"}
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|https?://", text)
    for kind, content in page.raw.items():
        hashed = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{hashed}'" in text.replace("&#39;", "'")
    assert page.tags["script"] == page.tags["style"] == 1


def test_hostile_text(hostile: str, shown: Shown, made: Made, found: Found) -> None:
    fix = Fix((Edit(0, 1, hostile),), True, hostile)
    result = made(hostile, found(0, len(hostile) - 2, fix, word=hostile), name=hostile)
    result = result._replace(language='u"><b>', direction="rtl")
    text = shown("html", result, troubles=[(hostile, hostile)])
    page = Reader(text)
    plain = Reader(shown("html", made("x", found(0, 1))))
    for tag in ("script", "style", "a", "details"):
        assert page.tags[tag] == plain.tags[tag]
    body = text.partition("<main")[2].partition("<script>")[0]
    assert not set("\x1b\x00\x01\t\u202e\u2066\u2067\u2068\u2069\x9f\ufeff") & set(body)


def test_what_cannot_be_seen_is_shown() -> None:
    assert wikitext("a\u202e&\t", "auto") == 'a<b class="c">U+202E</b>&amp;<b class="c">␉</b>'
    assert wikitext("\u202e" * 500, "auto") == '<b class="c">U+202E ×500</b>'
    assert wikitext("می\u200cشود", "rtl") == "می\u200cشود"


def test_tags_and_addresses_stay_in_one_piece_from_the_left() -> None:
    assert wikitext("حمص<ref name=a>", "rtl") == 'حمص<bdi dir="ltr">&lt;ref name=a&gt;</bdi>'
    assert wikitext("حمص<ref name=a>", "auto") == "حمص&lt;ref name=a&gt;"


DIRECTIONS = {
    "Urdu with much markup": ("{{cite web|title=شہر|url=http://example.org}} حمص کی جنگ", "rtl"),
    "English with a word of Urdu": ("The city of Homs (حمص) lies in the west of Syria.", "ltr"),
    "nothing": ("", "ltr"),
}


@pytest.mark.parametrize(("text", "direction"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_which_way_a_page_runs(text: str, direction: str) -> None:
    assert page_direction(text) == direction


def test_a_manual_has_paragraphs_and_code() -> None:
    assert manual("Finds `<b>`.\n\nAnd:\n```wikitext\n<ref>\n\nx\n```\nSo.") == (
        '<p>Finds <code dir="auto">&lt;b&gt;</code>.</p><p>And:</p>'
        '<pre dir="auto">&lt;ref&gt;\n\nx\n</pre><p>So.</p>'
    )


def test_every_manual_can_be_shown(shown: Shown, made: Made, found: Found) -> None:
    names = ("reference-empty", "repeated-word", "unheard-of")
    text = shown("html", made("x", *(found(0, 1, rule=name) for name in names)))
    page = Reader(text)
    assert page.tags["details"] == 3
    assert "Why it matters" in text


def test_a_message_keeps_what_is_from_the_page_apart(
    shown: Shown, made: Made, found: Found
) -> None:
    text = shown("html", made("x", found(0, 1, word="<i>سے</i>")))
    assert '<span class="m"><bdi>&lt;i&gt;سے&lt;/i&gt;</bdi></span>' in text


def test_marks_of_direction_from_elsewhere_make_no_element() -> None:
    assert apart(lambda show: f"\u2069\u2068<{show('a')}") == (
        "&lt;U+2069&gt;&lt;U+2068&gt;&lt;<bdi>a</bdi>"
    )


def test_of_very_many_lines_those_near_findings_are_shown(
    shown: Shown, made: Made, found: Found
) -> None:
    text = shown("html", made("x\n" * 100_000, found(100_000, 100_001)))
    page = Reader(text)
    assert len(page.rows) == 11
    assert page.marked == ["x"]
    assert "… 49995 lines without findings …" in text


def test_in_urdu(shown: Shown, made: Made, found: Found) -> None:
    use_language("ur")
    try:
        text = shown("html", made("x", found(0, 1)))
    finally:
        use_language(None)
    assert '<html lang="ur" dir="rtl">' in text
    Reader(text)
