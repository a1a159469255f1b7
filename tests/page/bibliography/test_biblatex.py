"""What citations become in biblatex, and that a BibTeX parser reads it again."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from pybtex.database import BibliographyData, parse_string
from tests.page.bibliography.test_csl import PIECES

from homs_wiki.page import read_text
from homs_wiki.page.bibliography import biblatex_entry, csl_item, read_bibliography
from homs_wiki.profile import load_profile

# What TeX makes of what is written in its place.
_SHOWN = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
}  # fmt: skip
_SPECIAL = r"100% of A&B #1 C_D $5 ~ ^ \macro } {"


def entries(wikitext: str, wiki: str = "en.wikipedia") -> BibliographyData:
    found = read_bibliography(read_text(wikitext, load_profile(wiki)))
    data = parse_string("".join(map(biblatex_entry, found)), "bibtex")
    assert list(data.entries) == [entry.key for entry in found]
    return data


def entry(wikitext: str, wiki: str = "en.wikipedia") -> Any:
    [one] = entries(wikitext, wiki).entries.values()
    return one


def shown(text: str) -> str:
    for written, char in _SHOWN.items():
        text = text.replace(written, char)
    for char in "%&#_$":
        text = text.replace(f"\\{char}", char)
    return text


def names(one: Any, role: str) -> list[tuple[str, str]]:
    return [
        (
            " ".join(who.prelast_names + who.last_names),
            " ".join(who.first_names + who.middle_names),
        )
        for who in one.persons.get(role, [])
    ]


@pytest.mark.parametrize(
    ("wikitext", "kind"),
    [
        ("{{cite web|title=a}}", "online"),
        ("{{cite news|title=a}}", "article"),
        ("{{cite journal|title=a}}", "article"),
        ("{{cite book|title=a}}", "book"),
        ("{{cite book|title=a|chapter=b}}", "inbook"),
        ("{{cite book|title=a|chapter=b|editor=c}}", "incollection"),
        ("{{cite thesis|title=a}}", "thesis"),
        ("{{cite report|title=a}}", "report"),
        ("{{cite conference|title=a}}", "inproceedings"),
        ("{{cite map|title=a}}", "misc"),
        ("{{cite encyclopedia|title=a}}", "inreference"),
        ("{{cite AV media|title=a}}", "video"),
        ("{{cite arXiv|title=a|eprint=2001.01234}}", "online"),
    ],
)
def test_types(wikitext: str, kind: str) -> None:
    assert entry(wikitext).type == kind


def test_fields() -> None:
    one = entry(
        "{{cite journal|last=Doe|first=Jane|title=''Rye''|journal=Dough|volume=3|issue=2"
        "|pages=5–9|date=7 December 2024|access-date=2024-12-09|doi=10.1000/1_2|arxiv=2001.01234"
        "|class=cs.AI|jstor=99|issn=1234-5679|pmc=12|language=de|url=http://a.org/b_c%20{d}"
        "|archive-url=http://c.org|archive-date=2024-12-10|quote=So|department=D|via=V}}"
    )
    assert dict(one.fields) == {
        "title": r"\mkbibemph{Rye}",
        "journaltitle": "Dough",
        "volume": "3",
        "number": "2",
        "pages": "5--9",
        "date": "2024-12-07",
        "urldate": "2024-12-09",
        "usera": "2024-12-10",
        "doi": "10.1000/1_2",
        "url": "http://a.org/b_c%20%7Bd%7D",
        "verba": "http://c.org",
        "eprint": "2001.01234",
        "eprinttype": "arxiv",
        "eprintclass": "cs.AI",
        "jstor": "99",
        "issn": "1234-5679",
        "pmcid": "12",
        "language": "de",
        "annotation": "So",
        "note": "D. V",
    }
    assert names(one, "author") == [("Doe", "Jane")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("5–8 December 2024", "2024-12-05/2024-12-08"),
        ("Autumn 2020", "2020-23"),
        ("c. 1900", "1900~"),
        ("May 2020", "2020-05"),
        ("987", "0987"),
    ],
)
def test_dates(written: str, said: str) -> None:
    one = entry(f"{{{{cite book|title=a|date={written}}}}}")
    assert one.fields["date"] == said
    assert "year" not in one.fields


def test_a_date_that_numbers_do_not_tell() -> None:
    one = entry("{{cite book|title=a|date=44 BC}}")
    assert one.fields["year"] == "44 BC"
    assert "date" not in one.fields


def test_what_means_something_to_tex_is_escaped() -> None:
    one = entry(f"{{{{cite book|title={_SPECIAL}|publisher={_SPECIAL}|last={_SPECIAL}}}}}")
    assert shown(one.fields["title"]) == _SPECIAL
    assert shown(one.fields["publisher"]) == _SPECIAL


@pytest.mark.parametrize(
    ("parameters", "read"),
    [
        ("last=Doe|first=Jane", [("Doe", "Jane")]),
        ("last=van Doe|first=Jane", [("van Doe", "Jane")]),
        ("last=Doe|first=J., Jr.", [("Doe", "{J., Jr.}")]),
        ("author=Jane Doe", [("{Jane Doe}", "")]),
        ("author=Salt and Bread Ltd.", [("{Salt and Bread Ltd.}", "")]),
        ("last=Salt and Bread|first=A", [("{Salt and Bread}", "A")]),
        ("author=احمد علی", [("{احمد علی}", "")]),
        ("last1=A|first1=B|last2=C|first2=D", [("A", "B"), ("C", "D")]),
        ("last=A|first=B|display-authors=etal", [("A", "B"), ("others", "")]),
        ("author=others", [("{others}", "")]),
    ],
)
def test_names(parameters: str, read: list[tuple[str, str]]) -> None:
    assert names(entry(f"{{{{cite book|title=a|{parameters}}}}}"), "author") == read


def test_items_of_lists_stay_whole() -> None:
    one = entry("{{cite book|title=a|publisher=Salt and Bread|location=Homs}}")
    assert one.fields["publisher"] == "{Salt and Bread}"
    assert one.fields["location"] == "Homs"


def test_the_book_of_a_foreword() -> None:
    one = entry(
        "{{cite book|contributor=R. Roe|contribution=Foreword|last=Doe|first=J|title=Rye|editor=E}}"
    )
    assert one.type == "inbook"
    assert one.fields["booktitle"] == "Rye"
    assert one.fields["bookauthor"] == "Doe, J"


def test_the_address_is_that_of_the_cited_part() -> None:
    one = entry("{{cite book|chapter=a|title=b|url=http://b.org|chapter-url=http://a.org}}")
    assert one.fields["url"] == "http://a.org"


def test_every_item_of_csl_has_its_entry() -> None:
    wikitext = "{{cite book|title=a}}{{cite book|title=A}}<ref name=Book>{{cite web|url=b}}</ref>"
    found = read_bibliography(read_text(wikitext, load_profile("en.wikipedia")))
    assert list(entries(wikitext).entries) == [csl_item(each)["id"] for each in found]


@given(PIECES)
def test_any_text_makes_entries_that_can_be_read(wikitext: str) -> None:
    entries(wikitext)


def test_real_citations_can_be_read(shared: Path) -> None:
    path = shared / "cs1" / "real.dev.jsonl.gz"
    if not path.exists():
        pytest.skip("the reference citations are not there")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        citations = [json.loads(line)["wikitext"] for line in lines]
    assert len(entries("\n".join(citations)).entries) == len(citations)
