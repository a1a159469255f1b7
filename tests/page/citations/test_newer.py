"""What newer editions of the module say, switched by the wiki's profile."""

from datetime import date

import pytest

from homs_wiki import page
from homs_wiki.page.citations.judging import judge_with
from homs_wiki.profile import load_profile
from homs_wiki.profile.citation_module import CitationModule
from homs_wiki.profile.citations import ModuleSettings

_CLOCK = date(2026, 11, 22)


def ids(text: str, edition: str = "2025", limits: dict[str, int] | None = None) -> set[str]:
    profile = load_profile("en.wikipedia")
    module = CitationModule(profile, ModuleSettings(edition, (), False, limits or {}))
    citation = page.read_text(text, profile).citations[0]
    return {each.id for each in judge_with(module, citation.kind, citation.template, _CLOCK)}


FOUND = {
    "err_archive_date_missing_url": "{{cite book |title=A |archive-date=3 May 2020}}",
    "err_archive_date_url_ts_mismatch": "{{cite web |title=A |url=https://a.org |archive-url="
    "https://web.archive.org/web/20200503101112/https://a.org |archive-date=4 May 2020}}",
    "err_bad_medrxiv": "{{cite medRxiv |title=A |medrxiv=5}}",
    "err_medrxiv_missing": "{{cite medRxiv |title=A}}",
    "err_invalid_isbn_date": "{{cite book |title=A |date=1950 |isbn=978-0-306-40615-7}}",
    "err_numeric_names": "{{cite book |title=A |last=1234}}",
    "err_param_has_twl_url": "{{cite web |title=A "
    "|url=https://www-x-org.wikipedialibrary.idm.oclc.org/a}}",
    "err_periodical_ignored": "{{cite book |title=A |work=B}}",
    "maint_location_no_publisher": "{{cite book |title=A |location=Hilltown}}",
    "err_parameter_ignored": "{{cite book |title=A |lay-url=https://a.org}}",
    "err_generic_name": "{{cite book |title=A |last=Reuters}}",
    "err_generic_title": "{{cite web |url=https://a.org |title=Error 404: gone}}",
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
    ],
)
def test_what_is_gone(identifier: str, text: str) -> None:
    assert identifier in ids(text, "2022")
    assert identifier not in ids(text)


def test_nothing_is_wrong() -> None:
    text = (
        "{{cite web |title=A |url=https://a.org |archive-url="
        "https://web.archive.org/web/20200503101112/https://a.org |archive-date=2020-05-03}}"
    )
    assert ids(text) == set()


def test_a_wiki_can_have_limits_of_its_own() -> None:
    text = "{{cite book |title=A |pmid=40000000}}"
    assert ids(text, "2022", {"pmid": 50_000_000}) == set()
