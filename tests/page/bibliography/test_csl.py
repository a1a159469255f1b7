"""What citations become as items of CSL-JSON."""

import gzip
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.page.bibliography.csl_rules import faults

from homs_wiki.page import read_text
from homs_wiki.page.bibliography import biblatex_entry, csl_item, read_bibliography
from homs_wiki.page.bibliography.people import is_of_people
from homs_wiki.profile import load_profile

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text("utf-8")
)["cases"]

PIECES = st.lists(
    st.one_of(
        st.text(max_size=5),
        st.sampled_from(
            (
                "{{cite web", "{{cite book", "{{citation", "{{cite journal", "|title=", "|date=",
                "|url=http://a.org/", "|vauthors=", "|last=", "|first=", "|editor=", "|chapter=",
                "|contributor=", "|language=", "|script-title=ar:", "|archive-url=", "|doi=",
                "|people=", "|orig-date=", "|work=", "|access-date=", "|map=", "}}", "{{", "[[",
                "]]", "''", "'''", "<i>", "</i>", "<sub>", "</sub>", "((", "))", "{{!}}", "\\",
                "{", "}", "%", "&#0;", "&lt;b&gt;", "&#xD800;", "\x00", "\x85", "\ud800",
                "Spring 2020", "5 May 2020", "44 BC", "c. 1900", "1990s", " and ", ",", "et al.",
                "<ref name=a>", "</ref>", "<nowiki>", "</nowiki>", "<!--", "-->", "\n", "#", "*",
            )
        ),
    ),
    max_size=30,
).map("".join)  # fmt: skip


def items(wikitext: str, wiki: str = "en.wikipedia") -> list[dict[str, Any]]:
    return [csl_item(each) for each in read_bibliography(read_text(wikitext, load_profile(wiki)))]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_an_item_says(case: dict[str, Any]) -> None:
    [item] = items(case["wikitext"], case.get("wiki", "en.wikipedia"))
    assert item["type"] == case["type"]
    says = case.get("says", {})
    assert {name: item.get(name) for name in says} == says
    assert not item.keys() & set(case.get("not", ()))
    assert faults([item]) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("5–8 December 2024", {"date-parts": [[2024, 12, 5], [2024, 12, 8]]}),
        ("May 2020 – June 2021", {"date-parts": [[2020, 5], [2021, 6]]}),
        ("2010–2012", {"date-parts": [[2010], [2012]]}),
        ("Spring 2020", {"date-parts": [[2020]], "season": 1}),
        ("c. 1900", {"date-parts": [[1900]], "circa": True}),
        ("{{circa|1900}}", {"date-parts": [[1900]], "circa": True}),
        ("{{start date|2024|12|5}}", {"date-parts": [[2024, 12, 5]]}),
        ("Saturday, 7 December 2024", {"date-parts": [[2024, 12, 7]]}),
        ("((2024))", {"date-parts": [[2024]]}),
    ],
)
def test_dates_that_numbers_tell(written: str, said: dict[str, Any]) -> None:
    [item] = items(f"{{{{cite book|title=Rye|date={written}}}}}")
    assert item["issued"] == said


@pytest.mark.parametrize(
    "written",
    [
        "44 BC", "1990s", "Easter 2005", "n.d.", "30 February 2020", "5 May", "2010–present",
        "1925, 1930", "Spring–Summer 2020", "Q2 2020",
    ],
)  # fmt: skip
def test_dates_that_numbers_do_not_tell(written: str) -> None:
    [item] = items(f"{{{{cite book|title=Rye|date={written}}}}}")
    assert item["issued"] == {"literal": written}


@pytest.mark.parametrize(
    ("wiki", "written"),
    [
        ("ur.wikipedia", "5 مارچ 2024ء"),
        ("fa.wikipedia", "۵ مارس ۲۰۲۴"),
        ("ar.wikipedia", "5 مارس 2024"),
    ],
)
def test_dates_of_the_language(wiki: str, written: str) -> None:
    [item] = items(f"{{{{cite book|title=x|date={written}}}}}", wiki)
    assert item["issued"] == {"date-parts": [[2024, 3, 5]]}


def test_a_date_of_another_calendar_stays_a_text() -> None:
    [item] = items("{{cite book|title=x|date=۱۵ آذر ۱۴۰۳}}", "fa.wikipedia")
    assert item["issued"] == {"literal": "۱۵ آذر ۱۴۰۳"}


def test_month_and_publication_date_count_where_there_is_no_date() -> None:
    first, second = items(
        "{{cite book|title=a|publication-date=2001}}"
        "{{cite book|title=b|date=2000|publication-date=2001}}"
    )
    assert first["issued"] == {"date-parts": [[2001]]}
    assert second["custom"] == {"publication-date": {"date-parts": [[2001]]}}


def test_every_parameter_has_a_place() -> None:
    # What says how a citation looks, or to whom a name links, is no fact about the work.
    silent = {"df", "mode", "ref", "postscript", "no-pp", "name-list-style"}
    values = {
        "title": "T1", "chapter": "C1", "last1": "L1", "first1": "F1", "last2": "L2",
        "editor-last": "E1", "translator-last": "T2", "publisher": "P1", "location": "P2",
        "series": "S1", "volume": "V1", "edition": "E2", "pages": "7", "at": "A1", "quote": "Q1",
        "via": "V2", "agency": "A2", "others": "O1", "url": "http://a.org", "isbn": "I1",
        "oclc": "11", "bibcode": "B1", "id": "I2", "format": "F2", "type": "T3",
        "access-date": "2020-01-01", "archive-url": "http://b.org", "archive-date": "2020-02-02",
        "language": "de", "url-access": "free", "department": "D1", "trans-title": "T4",
        "df": "dmy", "mode": "cs2", "ref": "none", "postscript": "none",
    }  # fmt: skip
    wikitext = "".join(f"|{name}={value}" for name, value in values.items())
    [item] = items(f"{{{{cite book{wikitext}}}}}")
    said = (
        json.dumps(item).replace("[2020, 1, 1]", "2020-01-01").replace("[2020, 2, 2]", "2020-02-02")
    )
    for name, value in values.items():
        assert (value in said) is (name not in silent), name
    assert not any(map(is_of_people, item["custom"]))


def test_keys() -> None:
    wikitext = (
        "<ref name='Rye history'>{{cite web|title=a}}</ref>"
        "<ref name=':0'>{{cite web|title=a|last=Müller|date=2020}}</ref>"
        "{{cite web|title=a|last=Muller|year=2020}}"
        "<ref name='MULLER-2020'>{{cite web|title=a}}</ref>"
        "<ref name='روٹی'>{{cite web|title=a|author=احمد|url=https://www.example.co.uk/|date=2021}}</ref>"
        "{{cite web|title=a}}{{cite web|title=a}}"
    )
    assert [item["id"] for item in items(wikitext)] == [
        "Rye-history",
        "muller-2020",
        "muller-2020-2",
        "MULLER-2020-3",
        "example-2021",
        "web",
        "web-2",
    ]


def test_values_too_long_to_be_meant_are_left_out() -> None:
    [item] = items("{{cite web|title=" + "a" * 10_001 + "}}")
    assert "title" not in item


def test_templates_in_templates() -> None:
    count = 3000
    assert len(items("{{cite web|title=" * count + "x" + "}}" * count)) == count


@given(PIECES, st.sampled_from(("en.wikipedia", "ur.wikipedia", "zh.wikipedia")))
def test_any_text_makes_items_that_are_allowed(wikitext: str, wiki: str) -> None:
    entries = read_bibliography(read_text(wikitext, load_profile(wiki)))
    assert faults([csl_item(each) for each in entries]) == []
    for each in entries:
        assert biblatex_entry(each).count("{") == biblatex_entry(each).count("}")


def test_real_citations_make_items_that_are_allowed(shared: Path) -> None:
    path = shared / "cs1" / "real.dev.jsonl.gz"
    if not path.exists():
        pytest.skip("the reference citations are not there")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        citations = [json.loads(line)["wikitext"] for line in lines]
    found = items("\n".join(citations))
    assert len(found) == len(citations)
    assert faults(found) == []
