"""Prose: what a reader reads, and where it stands in the wikitext."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.page.prose import Prose, count_words, read_prose
from homs_wiki.page.prose.sentences import sentence_spans
from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse


def prose(text: str, wiki: str = "en.wikipedia") -> Prose:
    return read_prose(parse(text, load_profile(wiki)))


def blocks(text: str, wiki: str = "en.wikipedia") -> list[tuple[str, str]]:
    read = prose(text, wiki)
    return [(block.kind, read.text[block.start : block.end]) for block in read.blocks]


NOTHING = {
    "an empty page": "",
    "a comment": "<!-- word -->",
    "a heading": "== Heading ==",
    "a heading with a template": "== The {{x}} heading ==\n",
    "an infobox": "{{Infobox person\n| name = A name\n}}\n",
    "a reference": "<ref>Some text</ref>",
    "a reference list": "<references>\n<ref name=a>Some text</ref>\n</references>",
    "a category": "[[Category:Towns|Homs]]",
    "a link to another language": "[[fr:Homs]]",
    "a file without a caption": "[[File:Homs.jpg|thumb|250px]]",
    "what is not included": "<includeonly>word</includeonly>",
    "a formula": "<math>x^2</math>",
    "code": "<syntaxhighlight lang=python>\nprint\n</syntaxhighlight>",
    "a switch": "__NOTOC__",
    "a sort key": "{{DEFAULTSORT:Homs}}",
    "attributes of a table": '{| class="wikitable"\n|-\n|}',
    "a horizontal rule": "----",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_it_is_no_prose(text: str) -> None:
    assert blocks(text) == []


BLOCKS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "plain text": ("One two.\nThree.", [("paragraph", "One two.\nThree.")]),
    "an empty line parts": ("One.\n\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
    "a heading parts": ("One.\n== H ==\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
    "a line that is no heading": ("=One\ntwo", [("paragraph", "=One\ntwo")]),
    "emphasis": ("''One'' '''two''' '''''three'''''", [("paragraph", "One two three")]),
    "an apostrophe": ("rock 'n' roll", [("paragraph", "rock 'n' roll")]),
    "a link": ("in [[Homs]].", [("paragraph", "in Homs.")]),
    "a link with a label and a trail": ("the [[city|citi]]es", [("paragraph", "the cities")]),
    "a link with emphasis in it": ("[[a|''b'' c]]", [("paragraph", "b c")]),
    "a link to a section": ("[[a#b|c]]", [("paragraph", "c")]),
    "a link to a category page": (
        "see [[:Category:Towns]]",
        [("paragraph", "see :Category:Towns")],
    ),
    "a web address with a label": ("a [http://example.org b c] d", [("paragraph", "a b c d")]),
    "a web address without": ("a [http://example.org] d", [("paragraph", "a \ufffc d")]),
    "a bare web address": ("at http://example.org/a?b now", [("paragraph", "at \ufffc now")]),
    "brackets": ("he [sic] said", [("paragraph", "he [sic] said")]),
    "a template": ("about {{convert|5|km}} off", [("paragraph", "about \ufffc off")]),
    "templates around a paragraph": (
        "{{Infobox x\n|a=b}}\n{{main|c}}\nText.\n{{clear}}",
        [("paragraph", "Text.")],
    ),
    "a reference in a sentence": ("One<ref>x</ref> two.", [("paragraph", "One two.")]),
    "a request after a word": ("One.{{citation needed|date=May 2020}}", [("paragraph", "One.")]),
    "a shortened footnote": ("One.{{sfn|Smith|2001|p=4}}", [("paragraph", "One.")]),
    "a template whose text is certain": ("a {{nowrap|b c}} d", [("paragraph", "a b c d")]),
    "markup in such a template": ("a {{lang|fr|''b'' [[c|d]]}}", [("paragraph", "a b d")]),
    "a template in such a template": (
        "{{lang|fr|a {{convert|1|m}} b}}",
        [("paragraph", "a \ufffc b")],
    ),
    "character references": (
        "5&nbsp;km &ndash; a&#39;b &amp;c",
        [("paragraph", "5\u00a0km – a'b &c")],
    ),
    "no character reference": ("AT&T; R&D", [("paragraph", "AT&T; R&D")]),
    "tags": (
        "H<sub>2</sub>O <b>is</b> <span style='color:red'>wet</span>",
        [("paragraph", "H2O is wet")],
    ),
    "a line break": ("One<br />two", [("paragraph", "One\ntwo")]),
    "block tags": ("<div>One</div><p>two", [("paragraph", "One"), ("paragraph", "two")]),
    "what is no tag": ("if a <b and <foo> c", [("paragraph", "if a <b and <foo> c")]),
    "nowiki": ("a <nowiki>[[b]] ''c''</nowiki> d", [("paragraph", "a [[b]] ''c'' d")]),
    "a comment on a line": ("One\n<!-- c -->\ntwo", [("paragraph", "One\ntwo")]),
    "a list": (
        "One:\n* two\n** three\n# four\nfive",
        [
            ("paragraph", "One:"),
            ("list", "two"),
            ("list", "three"),
            ("list", "four"),
            ("paragraph", "five"),
        ],
    ),
    "a list at the start": ("*one\n:two", [("list", "one"), ("list", "two")]),
    "a table": (
        '{| class="x"\n|+ The caption\n! A !! B\n|-\n| style="y" | one || two\n|}\nText',
        [
            ("caption", "The caption"),
            ("cell", "A"),
            ("cell", "B"),
            ("cell", "one"),
            ("cell", "two"),
            ("paragraph", "Text"),
        ],
    ),
    "a list in a table": (
        "{|\n|\n* one\n|two\n|}",
        [("list", "one"), ("cell", "two")],
    ),
    "a table in a table": (
        "{|\n|\n{|\n|one\n|}\n|two\n|}\nthree",
        [("cell", "one"), ("cell", "two"), ("paragraph", "three")],
    ),
    "bars outside of tables": ("a || b !! c\n| d", [("paragraph", "a || b !! c\n| d")]),
    "exclamation in a cell": ("{|\n| Stop!! Now\n|}", [("cell", "Stop!! Now")]),
    "a file with a caption": (
        "[[File:A.jpg|thumb|alt=no|In [[Homs|the city]], 2024]]\nText.",
        [("caption", "In the city, 2024"), ("paragraph", "Text.")],
    ),
    "a file with a reference in its caption": (
        "[[Image:A.jpg|left|Cap<ref>r</ref>]]Text.",
        [("caption", "Cap"), ("paragraph", "Text.")],
    ),
    "a file that is not closed": ("[[File:A.jpg|thumb|Text", [("paragraph", "thumb|Text")]),
    "a gallery": (
        "<gallery>\nA.jpg|One ''cap''<ref>x</ref>\nB.jpg\nC.jpg|Two\n</gallery>",
        [("caption", "One cap"), ("caption", "Two")],
    ),
    "a quotation": (
        "One<blockquote>said\n\ntwice</blockquote>two",
        [("paragraph", "One"), ("quote", "said"), ("quote", "twice"), ("paragraph", "two")],
    ),
    "a poem": ("<poem>\nOne\ntwo\n</poem>", [("quote", "One\ntwo")]),
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS.keys())
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


def test_names_of_namespaces_are_those_of_the_wiki() -> None:
    text = "[[فائل:A.jpg|تصغیر|شہر]]\n[[زمرہ:شہر]]\n[[تصویر:B.jpg|250px]] متن"
    assert blocks(text, "ur.wikipedia") == [("caption", "شہر"), ("paragraph", "متن")]


def test_foreign_text_is_marked() -> None:
    read = prose("The name ({{lang|ar|حمص}}, Homs).")
    (foreign,) = read.foreign
    assert (read.text[foreign.start : foreign.end], foreign.language) == ("حمص", "ar")
    assert read.is_foreign(foreign.end - 1, foreign.end + 5)
    assert not read.is_foreign(0, foreign.start)
    assert not read.is_foreign(foreign.end, len(read.text))


def test_blocks_know_their_section() -> None:
    read = prose("A\n== H ==\nB\n\nC\n== I ==\n* D")
    assert [block.section for block in read.blocks] == [0, 1, 1, 2]


SPANS = {
    "as it stands": ("One two.", "two", "two"),
    "emphasis at the edge stays outside": ("One ''two''.", "two", "two"),
    "emphasis inside": ("O''n''e", "One", "O''n''e"),
    "a reference inside": ("One<ref>x</ref> two", "One two", "One<ref>x</ref> two"),
    "a reference at the edge": ("One<ref>x</ref>", "One", "One"),
    "the label of a link": ("[[a|b c]]", "c", "c"),
    "across the end of a link": ("[[a|b]]c", "bc", "b]]c"),
    "a character reference": ("5&nbsp;km", "\u00a0", "&nbsp;"),
    "with a character reference": ("5&nbsp;km", "5\u00a0k", "5&nbsp;k"),
    "a template": ("a {{b|c}} d", "\ufffc", "{{b|c}}"),
    "in a template": ("a {{lang|fr|bon mot}} d", "mot", "mot"),
    "behind markup in a template": ("a {{lang|fr|le ''bon'' mot}} d", "mot", "mot"),
    "across a template's border": ("a {{lang|fr|b c}} d", "c d", "c}} d"),
    "behind a comment": ("a<!-- x -->b c", "b c", "b c"),
    "at the start of the page": ("'''Homs''' is", "Homs", "Homs"),
    "in a list": ("* one\n* two", "two", "two"),
    "in a cell": ("{|\n|a||b\n|}", "b", "b"),
    "in nowiki": ("<nowiki>a b</nowiki>", "b", "b"),
    "in a gallery": ("<gallery>\nA.jpg|one\n</gallery>", "one", "one"),
}


@pytest.mark.parametrize(("text", "shown", "expected"), SPANS.values(), ids=SPANS.keys())
def test_spans(text: str, shown: str, expected: str) -> None:
    read = prose(text)
    start = read.text.index(shown)
    assert text[slice(*read.span(start, start + len(shown)))] == expected


def test_an_empty_span_is_empty() -> None:
    read = prose("''a''b")
    assert read.span(1, 1) == (5, 5)


@pytest.mark.parametrize(
    ("text", "at", "before"),
    [
        ("One two", "two", "One "),
        ("One<ref>x</ref> two", "<ref", "One"),
        ("One<ref>x</ref> two", "x", "One"),
        ("{{a}} ''b''", "b", "\ufffc "),
        ("a [[b|c]] d", "c", "a "),
    ],
)
def test_positions(text: str, at: str, before: str) -> None:
    read = prose(text)
    assert read.text[: read.position(text.index(at))] == before


SENTENCES = {
    "two": ("One two. Three four.", "en", ["One two.", "Three four."]),
    "no mark at the end": ("One two. Three", "en", ["One two.", "Three"]),
    "decimals and versions": (
        "It is 3.5 km or v1.2.3 long. Yes.",
        "en",
        ["It is 3.5 km or v1.2.3 long.", "Yes."],
    ),
    "a web address": ("See example.org for it. Now.", "en", ["See example.org for it.", "Now."]),
    "initials": ("J. R. Smith came. He left.", "en", ["J. R. Smith came.", "He left."]),
    "titles": (
        "Dr. Smith met Gen. Khan. Both left.",
        "en",
        ["Dr. Smith met Gen. Khan.", "Both left."],
    ),
    "letters with full stops": ("The U.S. Army came.", "en", ["The U.S. Army came."]),
    "a small letter follows": (
        "He said e.g. this and approx. that.",
        "en",
        ["He said e.g. this and approx. that."],
    ),
    "question and exclamation": ("Why? Go! Now.", "en", ["Why?", "Go!", "Now."]),
    "a quotation closes": ('He said "Go." She left.', "en", ['He said "Go."', "She left."]),
    "dots": ("He waited... Then he left.", "en", ["He waited...", "Then he left."]),
    "a template follows": ("One. \ufffc two.", "en", ["One.", "\ufffc two."]),
    "Urdu": ("وہ آیا۔ کیا وہ گیا؟ ہاں۔", "ur", ["وہ آیا۔", "کیا وہ گیا؟", "ہاں۔"]),
    "Urdu without a space": ("وہ آیا۔وہ گیا۔", "ur", ["وہ آیا۔", "وہ گیا۔"]),
    "Japanese": ("来た。帰った。", "ja", ["来た。", "帰った。"]),
    "a German day": (
        "Am 5. Mai 1945 kam er. Er ging.",
        "de",
        ["Am 5. Mai 1945 kam er.", "Er ging."],
    ),
    "an English number": ("There were 27. Others left.", "en", ["There were 27.", "Others left."]),
    "marks alone": ("...", "en", ["..."]),
    "nothing": ("", "en", []),
}


@pytest.mark.parametrize(("text", "language", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences(text: str, language: str, expected: list[str]) -> None:
    spans = sentence_spans(text, 0, len(text), language)
    assert [text[start:end] for start, end in spans] == expected


def test_sentences_of_a_block_count_the_prose() -> None:
    read = prose("First.\n\nOne. Two.")
    second = read.blocks[1]
    assert [read.text[slice(*span)] for span in read.sentences(second)] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.<ref>x</ref> Three.", "Two."),
        ("One. Two<ref>x</ref> goes on. Three.", "Two goes on."),
        ("One. Two.\n<ref>x</ref>", "Two."),
        ("<ref>x</ref> One.", None),
        ("One.\n\n<ref>x</ref>", None),
    ],
)
def test_the_sentence_before(text: str, expected: str | None) -> None:
    read = prose(text)
    found = read.sentence_before(read.position(text.index("<ref")))
    assert (read.text[slice(*found)] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("one", 1),
        ("one, two - three", 3),
        ("— … \ufffc", 0),
        ("'a' 5%", 2),
        ("شہرِ حمص", 2),
    ],
)
def test_words(text: str, number: int) -> None:
    assert count_words(text) == number


TOKENS = [
    "a",
    "b\n|\n|",
    "c",
    "||",
    "d\n!",
    "e",
    "!!",
    "f\n{|\n|}\n|-\n|+",
    "g\n*",
    "h\n:",
    "i\n==",
    "j",
    "==\n\n\n''",
    "'''",
    "[[",
    "]]",
    "[[k|l]]",
    "[[File:m.jpg|thumb|n]]",
    "[[Category:o]]",
    "{{p}}",
    "{{lang|ar|q}}",
    "{{nowrap|''r''}}",
    "<ref>s</ref>",
    "<ref",
    "</ref>",
    "<nowiki>t</nowiki>",
    "<gallery>\nu|v\n</gallery>",
    "<poem>",
    "</poem>",
    "<!--",
    "w",
    "-->",
    "<br>",
    "<div>",
    "</blockquote>",
    "<blockquote>",
    "[http://x",
    "y]",
    "[http://z]",
    "http://a.b/",
    "&nbsp;",
    "&amp",
    "&foo;",
    "__NOTOC__",
    "<includeonly>",
    "\x00",
    "\x01",
    "\x02",
    "\x04",
    "￼",
    "。",
    "۔",
    ".",
]


def _check_map(text: str) -> None:
    """What is shown as it stands maps back to itself; spans stay in the page and in order."""
    read = prose(text)
    offsets = range(len(read.text))
    assert read.starts(offsets) == [read.start(offset) for offset in offsets]
    position = 0
    for offset, letter in enumerate(read.text):
        start, end = read.span(offset, offset + 1)
        assert 0 <= start <= end <= len(text)
        assert start >= position or letter == "\n"
        position = max(position, start)
        if letter not in "\n\ufffc\ufffd" and end - start == 1:
            assert text[start:end] == letter
    last = 0
    for block in read.blocks:
        assert last <= block.start < block.end <= len(read.text)
        last = block.end
        for start, end in read.sentences(block):
            assert block.start <= start < end <= block.end


@given(st.lists(st.sampled_from(TOKENS), max_size=25).map(" ".join))
def test_any_markup_keeps_the_map(text: str) -> None:
    _check_map(text)


@given(st.text(max_size=60))
def test_any_text_keeps_the_map(text: str) -> None:
    _check_map(text)


HOSTILE = {
    "files in files": "[[File:a|",
    "bold": "'''a",
    "tables": "{|\n",
    "cells": "{|\n|a||",
    "list items": "*a\n",
    "open tags": "<div>",
    "quotes": "<blockquote>",
    "addresses": "[http://a.b c ",
    "bare addresses": "http://",
    "templates": "{{lang|ar|",
    "closed templates": "{{lang|ar|x}}",
    "galleries": "<gallery>\na|b\n",
    "equals": "\n=a",
    "stops": "a. ",
    "blanks": " ",
    "colons": ":",
    "entities": "&a",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read(piece: str) -> None:
    read = prose(piece * (200_000 // len(piece)))
    for block in read.blocks:
        read.sentences(block)


def test_the_corpus_keeps_the_map(
    corpus: Callable[[str], list[tuple[str, str, list[dict[str, Any]]]]],
) -> None:
    for _, text, _ in corpus("pt"):
        _check_map(text)
    for _, text, _ in corpus("wtf")[:8]:
        read = prose(text)
        for block in read.blocks:
            start, end = read.span(block.start, block.end)
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_places_can_be_asked_for_where_there_is_no_prose(text: str) -> None:
    read = prose(text)
    assert read.span(0, 0) <= (len(text), len(text))
    assert 0 <= read.position(len(text)) <= len(read.text)
