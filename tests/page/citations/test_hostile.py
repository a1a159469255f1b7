"""Judging never raises, and takes no longer than a page is long."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki import page
from homs_wiki.page.citations import read_conditions
from homs_wiki.page.citations.judging import judge
from homs_wiki.profile import load_profile

_CLOCK = date(2026, 11, 22)
_WIKIS = ("en.wikipedia", "ur.wikipedia", "ar.wikipedia", "ja.wikipedia", "de.wikipedia")

NAMES = st.sampled_from(
    [
        "title", "url", "date", "year", "last", "last2", "first", "vauthors", "doi", "isbn",
        "archive-url", "archive-date", "access-date", "chapter", "chapter-url", "work",
        "website",
        "ref", "mode", "language", "postscript", "1", "", "last99999", "display-authors", "pmc",
        "pmc-embargo-date", "title-link", "encyclopedia", "map", "script-title", "quote", "id",
    ]
)  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "5 May 2020", "2020-02-30", "((", "))", "(())", "[[", "]]", "{{!}}", "{{", "}}",
            "<ref>", "</ref>", "<!--", "-->", "http://", "//", "news:", ":", "=", "et al.", "n.d.",
            "https://web.archive.org/web/20200503101112/https://a.org", "10.1000/1", "none",
            "harv", "A, B, C; D", "\x00", "\x7f", "\ud800", "٢٠٢٠", "-", "0", "²", "½",
        ]
    ),
)  # fmt: skip
KINDS = st.sampled_from(
    ["cite web", "cite book", "citation", "cite journal", "cite map", "cite episode", "cite arXiv"]
)


@given(KINDS, st.lists(st.tuples(NAMES, VALUES), max_size=12), st.sampled_from(_WIKIS))
def test_it_never_raises(kind: str, parameters: list[tuple[str, str]], wiki: str) -> None:
    text = "{{" + kind + "".join(f"|{name}={value}" for name, value in parameters) + "}}"
    profile = load_profile(wiki)
    for citation in page.read_text(text, profile).citations:
        for condition in judge(citation.kind, citation.template, profile, _CLOCK):
            for span in condition.spans:
                assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{cite web|title=" * 5000,
        "{{cite web|title=" * 3000 + "}}" * 3000,
        "{{cite web|" + "last=a|" * 30000 + "}}",
        "{{cite web|" + "".join(f"last{number}=a|" for number in range(9999)) + "}}",
        "{{cite web|title=" + "<ref>" * 20000 + "}}",
        "{{cite web|title=" + "<" * 50000 + "}}",
        "{{cite web|url=" + "a" * 50000 + " b:c}}",
        "{{cite book|last=" + " " * 50000 + "et al}}",
        "{{cite book|vauthors=" + "((a," * 20000 + "}}",
        "{{cite book|date=" + "1" * 50000 + "}}",
        "{{cite book|date=" + "May–" * 20000 + "}}",
        "{{cite book|title=" + "[[fr:" * 20000 + "}}",
        "{{cite newsgroup|message-id=" + "a@" * 30000 + ">}}",
        "{{cite book|" + "x=1|" * 30000 + "}}",
        "{{cite book|title=a b=" * 3000,
    ],
)
def test_long_pages(text: str) -> None:
    read_conditions(page.read_text(text, load_profile("en.wikipedia")).document)
