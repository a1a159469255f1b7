"""Citations on wikis in other languages: names of their own, and what is not known of them."""

from datetime import date

import pytest

from homs_wiki import page
from homs_wiki.page.citations.judging import judge
from homs_wiki.profile import load_profile

_CLOCK = date(2026, 11, 22)


def ids(text: str, wiki: str) -> set[str]:
    profile = load_profile(wiki)
    citation = page.read_text(text, profile).citations[0]
    return {each.id for each in judge(citation.kind, citation.template, profile, _CLOCK)}


@pytest.mark.parametrize(
    ("wiki", "text"),
    [
        # Wikis without the module, and templates that are none of it.
        ("de", "{{Internetquelle |foo=bar}}"),
        ("fr", "{{Lien web |foo=bar}}"),
        ("ur", "{{حوالہ جال |foo=bar}}"),
        # Names of the wiki's own.
        ("es", "{{cita web |título=A |url=https://example.org |fechaacceso=5 May 2020}}"),
        ("tr", "{{Web kaynağı |başlık=A |url=https://example.org}}"),
        ("fa", "{{یادکرد وب |عنوان=A |نشانی=https://example.org}}"),
        # Names that may be the wiki's own: what seems to be missing may be given.
        ("fa", "{{یادکرد وب |فلان=A |accessdate=5 May 2020}}"),
        ("es", "{{cita web |loquesea=A |url-status=live}}"),
        ("ur", "{{حوالہ ویب |نامعلوم=A}}"),
        # A list of names under the wiki's own, and the first of them with a number.
        ("es", "{{cita libro |apellidos1=A |nombre1=B |apellidos2=C |nombre2=D |título=E}}"),
        ("ar", "{{cite book |مؤلف1=A |مؤلف2=B |وصلة مؤلف1=C |عنوان=D}}"),
        ("fa", "{{یادکرد کتاب |نام خانوادگی۱=A |نام۱=B |نام خانوادگی۲=C |عنوان=D}}"),
        # Names and words of older modules, which some wikis have kept.
        ("zh", "{{cite web |title=A |url=https://example.org |dead-url=yes}}"),
        ("ja", "{{cite web |title=A |url=https://example.org |deadlinkdate=2020-05-03}}"),
        ("es", "{{cita libro |título=A |coautores=B |ref=harv}}"),
        # Templates of other wikis that a word makes another one.
        ("ja", "{{Cite book|和書|title=A|date=昭和55年|naid=4}}"),
        # Digits that the module may read.
        ("fa", "{{یادکرد کتاب |عنوان=A |شابک=۹۷۸-۰-۳۰۶-۴۰۶۱۵-۷}}"),
        # Words, languages and dates that may be.
        ("ar", "{{cite web |title=A |url=https://example.org |url-status=حي}}"),
        ("tr", "{{cite book |title=A |df=gay}}"),
        ("ur", "{{cite book |title=A |language=[[اردو]] |date=5 دسمبر 2024ء}}"),
        ("ja", "{{cite book |title=A |date=2020年5月3日}}"),
        # One citation with all that ur.wikipedia's own articles have.
        (
            "ur",
            """{{cite news |url=https://example.org/a |title=خبر |newspaper=اخبار
|archive-url=https://web.archive.org/web/20241207101112/https://example.org/a
|archive-date=7 دسمبر 2024 |date=5 دسمبر 2024 |access-date=7 دسمبر 2024
|url-status=live |language=ar}}""",
        ),
    ],
)
def test_nothing_can_be_said(wiki: str, text: str) -> None:
    assert ids(text, wiki) == set()


@pytest.mark.parametrize(
    ("wiki", "text", "identifier"),
    [
        ("ur", "{{حوالہ ویب |title=A}}", "err_cite_web_url"),
        ("ur", "{{cite book |title=A |ref=harv}}", "err_invalid_param_val"),
        ("ur", "{{cite book |title=A |date=05 دسمبر 2024}}", "err_bad_date"),
        ("ur", "{{cite book |title=A |date=5 دسمبر 2024ء |year=2024ء}}", "err_bad_date"),
        ("fa", "{{یادکرد کتاب |title=A |isbn=123}}", "err_bad_isbn"),
        ("fa", "{{یادکرد کتاب |عنوان=A |title=B}}", "err_redundant_parameters"),
        ("ar", "{{cite book |title=A |colour=red}}", "err_parameter_ignored"),
        ("es", "{{cita libro |título=A |isbn=123}}", "err_bad_isbn"),
        ("zh", "{{cite web |url=https://example.org}}", "err_citation_missing_title"),
    ],
)
def test_what_is_wrong_everywhere(wiki: str, text: str, identifier: str) -> None:
    assert identifier in ids(text, wiki)


def test_conditions_of_a_citation_are_found_once() -> None:
    text = "{{cite book |title=A |isbn=123}}"
    citation = page.read_text(text, load_profile("en.wikipedia")).citations[0]
    assert citation.conditions is citation.conditions
    [condition] = citation.conditions
    assert condition.is_error
    assert [text[slice(*span)] for span in condition.spans] == ["123"]
    assert condition.values["name"] == "isbn"
