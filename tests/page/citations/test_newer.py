"""What newer editions of the module say, and which edition a wiki has."""

from datetime import date

import pytest

from homs_wiki import page
from homs_wiki.page.citations.judging import judge_with
from homs_wiki.profile import load_profile
from homs_wiki.profile.citation_module import CitationModule, citation_module
from homs_wiki.profile.citations import ModuleSettings

_CLOCK = date(2026, 11, 22)


def ids(text: str, edition: str = "2025", limits: dict[str, int] | None = None) -> set[str]:
    profile = load_profile("en.wikipedia")
    module = CitationModule(profile, ModuleSettings(edition, (), False, limits or {}))
    citation = page.read_text(text, profile).citations[0]
    return {each.id for each in judge_with(module, citation.kind, citation.template, _CLOCK)}


_ISBN = "978-0-306-40615-7"
_COPY = "https://web.archive.org/web/{}101112/https://a.org"
_COPIED = "{{{{cite web |title=A |url=https://a.org |archive-url={} |archive-date={}}}}}"

FOUND = {
    "err_archive_date_missing_url": "{{cite book |title=A |archive-date=3 May 2020}}",
    "err_archive_date_url_ts_mismatch": _COPIED.format(_COPY.format("20200503"), "4 May 2020"),
    "err_archive_url": _COPIED.format(_COPY.format("20200231"), "3 May 2020"),
    "err_bad_date": _COPIED.format(_COPY.format("20200503"), "May 2020"),
    "err_bad_medrxiv": "{{cite medRxiv |title=A |medrxiv=5}}",
    "err_generic_name": "{{cite book |title=A |last=Reuters}}",
    "err_generic_title": "{{cite web |url=https://a.org |title=Error 404: gone}}",
    "err_invalid_isbn_date": f"{{{{cite book |title=A |date=1950 |isbn={_ISBN}}}}}",
    "err_medrxiv_missing": "{{cite medRxiv |title=A}}",
    "err_missing_publisher": "{{cite document |title=A}}",
    "err_numeric_names": "{{cite book |title=A |last=1234}}",
    "err_param_has_twl_url": "{{cite web |title=A "
    "|url=https://www-x-org.wikipedialibrary.idm.oclc.org/a}}",
    "err_parameter_ignored": "{{cite book |title=A |lay-url=https://a.org}}",
    "err_periodical_ignored": "{{cite book |title=A |work=B}}",
    "maint_bibcode": "{{cite book |title=A |bibcode=2020MNRAS.tmp..123M}}",
    "maint_doi_unflagged_free": "{{cite book |title=A |doi=10.3389/a}}",
    "maint_location_no_publisher": "{{cite book |title=A |location=Hilltown |date=1990}}",
    "maint_overridden_setting": "{{cite book |title=A |mode=cs1}} {{CS1 config |mode=cs2}}",
    "maint_publisher_location": "{{cite book |title=A |publisher=Hilltown : B}}",
    "maint_year": "{{cite book |title=A |year=May 1990}}",
}


@pytest.mark.parametrize(("identifier", "text"), FOUND.items(), ids=FOUND)
def test_what_is_new(identifier: str, text: str) -> None:
    assert identifier not in ids(text, "2022")
    assert identifier in ids(text)


@pytest.mark.parametrize(
    ("identifier", "text"),
    [
        ("maint_authors", "{{cite book |title=A |authors=B}}"),
        ("err_bad_pmid", "{{cite book |title=A |pmid=40000000}}"),
        ("maint_numeric_names", "{{cite book |title=A |last=1234}}"),
        ("maint_unfit", _COPIED.format("https://archive.ph/x", "3 May 2020 |url-status=unfit")),
        ("err_bad_doi", "{{cite book |title=A |doi=10.60000/a}}"),
        ("err_bad_url", "{{cite web |title=A |url=https://x.media/a}}"),
        ("err_vancouver", "{{cite book |title=A |vauthors=Ḥasan A}}"),
        ("err_deprecated_params", "{{cite book |title=A |lay-url=https://a.org}}"),
        ("err_parameter_ignored", "{{cite interview |title=A |subject-last=B}}"),
        ("err_redundant_parameters", "{{cite encyclopedia |title=A |encyclopedia=B |work=C}}"),
        ("err_biorxiv_missing", "{{cite bioRxiv |title=A |biorxiv=5}}"),
    ],
)
def test_what_is_gone(identifier: str, text: str) -> None:
    assert identifier in ids(text, "2022")
    assert identifier not in ids(text)


@pytest.mark.parametrize(
    "text",
    [
        _COPIED.format(_COPY.format("20200503"), "2020-05-03"),
        _COPIED.format("https://archive.today/20200503101112/https://a.org", "3 May 2020"),
        "{{cite medRxiv |title=A |medrxiv=10.1101/2020.11.16.20232009v2}}",
        f"{{{{cite book |title=A |date=1990 |orig-date=1950 |isbn={_ISBN}}}}}",
        "{{cite document |title=A |publisher=B |translator=C |doi=10.1000/182}}",
        "{{cite interview |title=A |subject-last=B |subject-first=C}}",
        "{{cite book |title=A |bibcode=((2020 and more))}}",
        "{{cite book |title=A |doi=10.3389/a |doi-access=free}}",
        "{{cite book |title=A |location=Hilltown |publisher=none |date=1990}}",
        "{{cite book |title=A |location=Hilltown |date=1849}}",
        "{{cite book |title=A |year=c. 1990}}",
        "{{cite book |title=A |last=B |mode=cs1}} {{CS1 config |display-authors=2}}",
    ],
)
def test_nothing_is_wrong(text: str) -> None:
    assert ids(text) == set()


def test_an_old_isbn_is_not_judged_besides() -> None:
    assert ids("{{cite book |title=A |date=1950 |isbn=1}}") == {"err_invalid_isbn_date"}


@pytest.mark.parametrize(
    ("wiki", "edition"),
    [
        ("en.wikipedia", "2022"),
        ("fa.wikipedia", "2022"),
        ("ur.wikipedia", "2022"),
        ("ur.wikipedia@2025", "2025"),
        ("enwiki@2025", "2025"),
        ("en.wikibooks@2025", "2025"),
    ],
)
def test_the_wiki_says_the_edition_unless_another_is_asked_for(wiki: str, edition: str) -> None:
    module = citation_module(load_profile(wiki))
    assert module is not None
    assert module.edition == edition


def test_a_wiki_can_have_limits_of_its_own() -> None:
    text = "{{cite book |title=A |pmid=40000000}}"
    assert ids(text, "2022", {"pmid": 50_000_000}) == set()


def test_an_edition_that_there_is_not_is_told() -> None:
    profile = load_profile("ur.wikipedia@2030")
    assert profile.citation_edition == ""
    assert profile.name == "ur.wikipedia"
    assert "2030" in profile.notes[0]


def test_what_the_page_sets_is_seen_on_each_page() -> None:
    text = "{{cite book |title=A |mode=cs1}}"
    assert ids(text + "{{CS1 config |mode=cs2}}") == {"maint_overridden_setting"}
    assert ids(text) == set()
