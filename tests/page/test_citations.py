"""Citations: which templates are some, and what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki import page
from homs_wiki.page.citations import Citation, read_citations
from homs_wiki.profile import load_profile


def citations(text: str, wiki: str = "en.wikipedia") -> list[Citation]:
    return read_citations(page.read_text(text, load_profile(wiki)).document)


def citation(text: str, wiki: str = "en.wikipedia") -> Citation:
    (found,) = citations(text, wiki)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "{{unknown|title=a}}",
        "{{cite}}",
        "{{cite EB1911|title=a}}",
        "<!-- {{cite web}} -->",
        "cite web",
    ],
)
def test_it_is_no_citation(text: str) -> None:
    assert citations(text) == []


@pytest.mark.parametrize(
    ("text", "wiki", "kind"),
    [
        ("{{cite web}}", "en.wikipedia", "web"),
        ("{{Cite_web}}", "en.wikipedia", "web"),
        ("{{template:cite news}}", "en.wikipedia", "news"),
        ("{{ cite <!-- a --> book }}", "en.wikipedia", "book"),
        ("{{citation}}", "en.wikipedia", "citation"),
        ("{{حوالہ ویب}}", "ur.wikipedia", "web"),
        ("{{سانچہ:حوالہ خبر}}", "ur.wikipedia", "news"),
        ("{{cite news}}", "ur.wikipedia", "news"),
    ],
)
def test_kinds(text: str, wiki: str, kind: str) -> None:
    assert citation(text, wiki).kind == kind


def test_they_stand_anywhere() -> None:
    text = "{{cite web}}<ref>{{cite book}}</ref>{{x|{{cite news}}}}"
    found = citations(text)
    assert [each.kind for each in found] == ["web", "book", "news"]
    assert [each.index for each in found] == [0, 1, 2]
    assert [each.reference for each in found] == [None, 0, None]


def test_parameters_by_their_canonical_names() -> None:
    read = citation(
        "{{cite journal|journal=J|author=A|last2=B|author3-link=C|accessdate=D|pp=1|DOI=E|URL=F}}"
    )
    assert {name: each.value for name, each in read.parameters.items()} == {
        "work": "J",
        "last": "A",
        "last2": "B",
        "author-link3": "C",
        "access-date": "D",
        "pages": "1",
        "doi": "E",
        "url": "F",
    }


def test_empty_unknown_and_repeated_parameters() -> None:
    read = citation(
        "{{cite web|text|title=|url=a|url=b|URL=c|colour=red|date=<!-- none -->|shade=|title=T}}"
    )
    assert {name: each.value for name, each in read.parameters.items()} == {
        "url": "b",
        "title": "T",
    }
    assert [each.value for each in read.unknown] == ["text", "red"]
    assert [each.name for each in read.empty] == ["date", "shade"]
    assert [each.value for each in read.repeated] == ["a", "c"]


def test_values_without_comments_and_white_space() -> None:
    read = citation("{{cite web| title = A <!-- x --> b\n}}")
    assert read.value("title") == "A  b"
    assert read.value("date") == ""
    assert read.get("date") is None


def test_people() -> None:
    read = citation(
        "{{cite book|last=A|first=B|author-link=C|last2=D|first2=E|author2-mask=2|last3=|last4=F"
        "|last7=G|editor=H|editor2-last=I|translator-first=J}}"
    )
    assert [(each.last, each.first, each.link, each.mask) for each in read.authors] == [
        ("A", "B", "C", ""),
        ("D", "E", "", "2"),
        ("F", "", "", ""),
    ]
    assert [each.last for each in read.editors] == ["H", "I"]
    assert [(each.last, each.first) for each in read.translators] == [("", "J")]
    assert read.people("contributor") == []


def test_people_in_vancouver_style() -> None:
    text = "{{cite journal|vauthors=Smith AB, Khan C, ((The Group)), van der Berg D, et al.}}"
    read = citation(text)
    assert [(each.last, each.first) for each in read.authors] == [
        ("Smith", "AB"),
        ("Khan", "C"),
        ("The Group", ""),
        ("van der Berg", "D"),
    ]
    assert text[slice(*read.authors[1].span)] == "Khan C"


def test_a_name_with_two_numbers_is_one_person() -> None:
    read = citation("{{cite book|last1=A|first=B}}")
    assert [(each.last, each.first) for each in read.authors] == [("A", "B")]


IDENTIFIERS = {
    "an ISBN of 13": ("isbn", "978-0-306-40615-7", True),
    "an ISBN of 10": ("isbn", "0 306 40615 2", True),
    "a wrong check digit": ("isbn", "978-0-306-40615-8", False),
    "an ISBN that the editor vouches for": ("isbn", "((978-0-306-40615-8))", None),
    "an ISBN that a template makes": ("isbn", "{{x}}", None),
    "an ISSN": ("issn", "0378-5955", True),
    "a wrong ISSN": ("issn", "0378-5954", False),
    "a DOI": ("doi", "10.1000/182", True),
    "a DOI with a subcode": ("doi", "10.1000.10/a-b(c)", True),
    "a DOI with its address": ("doi", "https://doi.org/10.1000/182", False),
    "a DOI that ends in a full stop": ("doi", "10.1000/182.", False),
    "the DOI of examples": ("doi", "10.5555/12345678", False),
    "a PMID": ("pmid", "123456", True),
    "a PMID with words": ("pmid", "PMID 123456", False),
    "a PMC": ("pmc", "PMC123456", True),
    "an arXiv number": ("arxiv", "0711.1234v2", True),
    "an old arXiv number": ("arxiv", "hep-th/9901001", True),
    "a bibcode": ("bibcode", "1974AJ.....79..819H", True),
    "a short bibcode": ("bibcode", "1974AJ....79..819H", False),
    "a kind without a known form": ("asin", "B000000000", None),
}


@pytest.mark.parametrize(("name", "value", "valid"), IDENTIFIERS.values(), ids=IDENTIFIERS.keys())
def test_identifiers(name: str, value: str, valid: bool | None) -> None:
    (identifier,) = citation(f"{{{{cite journal|{name}={value}}}}}").identifiers
    assert (identifier.name, identifier.value, identifier.valid) == (name, value, valid)


def test_addresses() -> None:
    read = citation(
        "{{cite web|url=HTTPS://User@Example.org:80/a?b|archive-url=//web.archive.org/web/20200102030405/"
        "http://example.org|chapter-url=www.example.org}}"
    )
    assert [(each.name, each.scheme, each.host) for each in read.urls] == [
        ("url", "https", "example.org"),
        ("chapter-url", None, None),
        ("archive-url", None, "web.archive.org"),
    ]


@pytest.mark.parametrize(
    ("url", "service", "date"),
    [
        (
            "https://web.archive.org/web/20200102030405/http://a.org",
            "Wayback Machine",
            (2020, 1, 2),
        ),
        ("http://archive.org/web/20200102/http://a.org", "Wayback Machine", (2020, 1, 2)),
        (
            "https://web.archive.org/web/20200102030405if_/http://a.org",
            "Wayback Machine",
            (2020, 1, 2),
        ),
        ("https://web.archive.org/web/2020/http://a.org", "Wayback Machine", None),
        ("https://web.archive.org/web/20201399000000/http://a.org", "Wayback Machine", None),
        ("https://archive.ph/2020.01.02-030405/http://a.org", "archive.today", (2020, 1, 2)),
        ("https://archive.today/20200102030405/http://a.org", "archive.today", (2020, 1, 2)),
        ("https://archive.ph/abcde", None, None),
        ("http://example.org/20200102030405/http://a.org", None, None),
    ],
)
def test_archives(url: str, service: str | None, date: tuple[int, int, int] | None) -> None:
    (cited,) = citation(f"{{{{cite web|archive-url={url}}}}}").urls
    archive = cited.archive
    assert (archive.service if archive else None) == service
    assert (archive.date if archive else None) == date


def test_dates() -> None:
    read = citation("{{cite web|date=5 December 2024|access-date=soon|year=2023}}")
    found = read.date("date")
    assert found is not None
    assert tuple(found.date.start) == (2024, 12, 5)
    assert read.date("access-date") is None
    assert read.date("archive-date") is None
    year = read.date("year")
    assert year is not None
    assert year.date.start.year == 2023


@given(
    st.lists(
        st.sampled_from(
            ["{{cite web", "{{cite book", "|", "=", "}}", "title", "url", "http://a", "isbn", "((a"]
        ),
        max_size=25,
    ).map("".join)
)
def test_any_markup_can_be_read(text: str) -> None:
    for each in citations(text):
        _ = each.parameters, each.authors, each.reference, each.date("title")
        _ = [(url.scheme, url.host, url.archive) for url in each.urls]
        _ = [identifier.valid for identifier in each.identifiers]
