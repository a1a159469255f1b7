"""Dates are written in another form, say the same, and are left alone where that is not certain."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.page.dates import FoundDate, find_dates
from homs_wiki.page.dates.writing import Wanted, write
from homs_wiki.profile.date_forms import load_date_forms, month_names
from homs_wiki.profile.dates import load_date_facts

_LANGUAGES = ("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr", "zh", "ja")
_ORDERS = ("dmy", "mdy", "ymd", "iso")
_DAYS = [(2024, 12, 5), (1999, 1, 31), (2020, 2, 29), (1583, 5, 1), (1947, 8, 14), (2008, 4, 4)]
_MARKED = Path(__file__).parent / "marked"
_MARK = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")

_FORMS = [
    Wanted(order=order, month=month, usual_comma=comma, ordinal=ordinal, repeated=repeated)  # type: ignore[arg-type]
    for order in (None, *_ORDERS)
    for month, comma, ordinal, repeated in (
        (None, False, None, None),
        ("long", True, False, False),
        ("short", True, None, None),
        ("number", False, None, None),
    )
]
_FORMS += [Wanted(leading_zero=True), Wanted(leading_zero=False, dash="–"), Wanted(year_suffix="ء")]
_FORMS += [Wanted(year_suffix=""), Wanted(digits="persian"), Wanted(digits="latin", repeated=False)]


def _only(text: str, language: str) -> FoundDate:
    (found,) = find_dates(text, load_date_facts(language))
    return found


def test_a_range_has_two_parts_and_what_stands_around_it() -> None:
    found = _only("He left 5 May – 3 June 2024, at noon.", "en")
    assert [part.text for part in found.parts] == ["5 May", "3 June 2024"]
    assert (found.text_before(5), found.text_behind(4)) == ("left ", ", at")
    assert found.has_month
    assert found.facts is load_date_facts("en")
    assert not _only("in 2024.", "en").has_month


_ALONE: list[tuple[str, str, dict[str, Any]]] = [
    ("en", "on 4/5/2024", {"order": "dmy"}),
    ("en", "on 4/5/2024", {"order": "iso"}),
    ("en", "on 4.5.2024", {"order": "iso"}),
    ("fr", "le 04/05/2024", {"order": "dmy"}),
    ("ur", "4/5/2024 کو", {"order": "dmy"}),
    ("en", "on 31 November 2024", {"order": "mdy"}),
    ("en", "on 5 May 1066", {"order": "iso"}),
    ("en", "on 5 May 44 BC", {"order": "iso"}),
    ("en", "5–8 May 2024", {"order": "iso"}),
    ("en", "from 5 May to 8 June 2024", {"order": "iso"}),
    ("ja", "2024年（令和6年）12月5日", {"order": "iso"}),
    ("ur", "2006-07-14 عیسوی", {"order": "dmy", "year_suffix": "ء"}),
    ("ur", "2024-12-05 ھ", {"order": "dmy"}),
    ("fa", "۱۶ آذر ۱۳۹۶", {"order": "iso"}),
    ("de", "am 5. Mai 2024", {"order": "mdy"}),
    ("fr", "le 5 mai 2024", {"order": "mdy"}),
    ("es", "el 5 de mayo de 2024", {"order": "mdy"}),
    ("ru", "5 мая 2024 года", {"order": "mdy"}),
    ("tr", "5 Mayıs 2024", {"order": "mdy"}),
    ("tr", "5 Mayıs 2024'te", {"order": "iso"}),
    ("ur", "یکم مارچ 2020ء", {"order": "mdy"}),
    ("ar", "5 نوفمبر/تشرين الثاني 2024", {"order": "mdy"}),
    ("ru", "дек. 2024", {"month": "long"}),
    ("en", "He left on 5 Dec. The rain fell.", {"month": "long"}),
]


@pytest.mark.parametrize(
    ("language", "text", "wanted"), _ALONE, ids=[f"{t} as {w}" for _, t, w in _ALONE]
)
def test_not_written_where_it_is_not_certain(
    language: str, text: str, wanted: dict[str, Any]
) -> None:
    assert write(_only(text, language), Wanted(**wanted)) is None


_SAME: list[tuple[str, str, dict[str, Any]]] = [
    ("en", "5 December 2024", {"order": "dmy"}),
    ("en", "5 December", {"order": "iso"}),
    ("en", "May 2020", {"order": "mdy"}),
    ("en", "the 1990s", {"order": "iso", "month": "short"}),
    ("en", "the 19th century", {"ordinal": False}),
    ("en", "May 5, 2020", {"month": "short"}),
    ("ur", "5 دسمبر 2024ء", {"month": "short"}),
    ("ur", "5 محرم 1446ھ", {"year_suffix": "ء"}),
    ("ur", "322 ق م", {"year_suffix": "ء"}),
    ("ur", "5 December 2024 کو", {"year_suffix": "ء"}),
    ("ur", "1398 عیسوی", {"year_suffix": "ء"}),
    ("en", "the 4th of July", {"ordinal": False}),
    ("fr", "1er mai 2024", {"ordinal": False}),
    ("de", "5. Mai 2024", {"ordinal": False}),
    ("en", "2024-12-05", {"digits": "persian"}),
]


@pytest.mark.parametrize(
    ("language", "text", "wanted"), _SAME, ids=[f"{t} as {w}" for _, t, w in _SAME]
)
def test_left_as_it_is_where_the_form_says_nothing_of_it(
    language: str, text: str, wanted: dict[str, Any]
) -> None:
    found = _only(text, language)
    assert write(found, Wanted(**wanted)) == found.text


_WRITTEN: list[tuple[str, str, dict[str, Any], str]] = [
    ("en", "December 5, 2024", {"order": "dmy"}, "5 December 2024"),
    ("en", "5 December 2024", {"order": "mdy"}, "December 5, 2024"),
    ("en", "5\u00a0December 2024", {"order": "mdy"}, "December\u00a05, 2024"),
    ("en", "December 5", {"order": "dmy"}, "5 December"),
    ("en", "5–8 December 2024", {"order": "mdy"}, "December 5–8, 2024"),
    ("en", "5 to 8 December 2024", {"order": "mdy"}, "December 5 to 8, 2024"),
    ("en", "May 5 – June 3, 2024", {"order": "dmy"}, "5 May – 3 June 2024"),
    ("en", "2024-12-05", {"order": "dmy"}, "5 December 2024"),
    ("en", "2024-12-05", {"order": "mdy", "month": "short"}, "Dec 5, 2024"),
    ("en", "2024-12-05/2025-01-08", {"order": "dmy"}, "5 December 2024 – 8 January 2025"),
    ("en", "31/12/2024", {"order": "dmy"}, "31 December 2024"),
    ("en", "12/31/2024", {"order": "iso"}, "2024-12-31"),
    ("en", "4/4/2024", {"order": "iso"}, "2024-04-04"),
    ("en", "Dec. 5, 2024", {"month": "long"}, "December 5, 2024"),
    ("en", "5-Dec-2024", {"month": "long"}, "5 December 2024"),
    ("ur", "1947ٔ", {"year_suffix": "ء"}, "1947ء"),
    ("en", "5th of December 2024", {"ordinal": False}, "5 December 2024"),
    ("en", "05 December 2024", {"leading_zero": False}, "5 December 2024"),
    ("en", "5 December, 2024", {"usual_comma": True}, "5 December 2024"),
    ("en", "December 5 2024", {"usual_comma": True}, "December 5, 2024"),
    ("en", "December, 2024", {"usual_comma": True}, "December 2024"),
    ("en", "5-8 December 2024", {"dash": "–"}, "5–8 December 2024"),
    ("en", "5 May - 3 June 2024", {"dash": "–"}, "5 May – 3 June 2024"),
    ("en", "5 May 2024 – 8 May 2024", {"repeated": False}, "5–8 May 2024"),
    ("en", "May 5, 2024 – June 8, 2024", {"repeated": False}, "May 5 – June 8, 2024"),
    ("en", "May 2024 – June 2024", {"repeated": False}, "May–June 2024"),
    ("ur", "دسمبر 8، 2024ء", {"order": "dmy"}, "8 دسمبر 2024ء"),
    ("ur", "8 دسمبر 2024", {"year_suffix": "ء"}, "8 دسمبر 2024ء"),
    ("ur", "8 دسمبر 2024ء", {"year_suffix": ""}, "8 دسمبر 2024"),
    ("ur", "5 دسمبر سنہ 2024ء", {"order": "iso"}, "2024-12-05"),
    ("ur", "۵ دسمبر ۲۰۲۴ء", {"digits": "latin"}, "5 دسمبر 2024ء"),
    ("ur", "2024-12-05", {"order": "dmy", "year_suffix": "ء"}, "5 دسمبر 2024ء"),
    ("ur", "19/7/1427ھ", {"order": "dmy", "year_suffix": "ء"}, "19 رجب 1427ھ"),
    ("ar", "13/8/2006 ميلادي", {"order": "dmy"}, "13 أغسطس 2006 ميلادي"),
    ("ur", "December 5, 2024", {"order": "dmy"}, "5 December 2024"),
    ("ar", "5 من ديسمبر 2024", {"order": "mdy"}, "ديسمبر 5، 2024"),
    ("fa", "۵ دسامبر ۲۰۲۴", {"order": "mdy"}, "دسامبر ۵، ۲۰۲۴"),
    ("fa", "2024-12-05", {"order": "dmy", "digits": "persian"}, "۵ دسامبر ۲۰۲۴"),
    ("de", "5.12.2024", {"order": "dmy"}, "5. Dezember 2024"),
    ("de", "5. Dezember 2024", {"month": "number"}, "5.12.2024"),
    ("fr", "2024-05-01", {"order": "dmy"}, "1er mai 2024"),
    ("es", "2024-05-01", {"order": "dmy"}, "1 de mayo de 2024"),
    ("ru", "5-го декабря 2024", {"ordinal": False}, "5 декабря 2024"),
    ("ru", "5 дек. 2024", {"month": "long"}, "5 декабря 2024"),
    ("ja", "2024-05-01", {"order": "ymd"}, "2024年5月1日"),
    ("zh", "2024年5月1日", {"order": "iso"}, "2024-05-01"),
]


@pytest.mark.parametrize(
    ("language", "text", "wanted", "written"),
    _WRITTEN,
    ids=[f"{t} as {w}" for _, t, w, _ in _WRITTEN],
)
def test_written_anew(language: str, text: str, wanted: dict[str, Any], written: str) -> None:
    assert write(_only(text, language), Wanted(**wanted), field=True) == written


def test_comma_of_a_citation_is_ascii() -> None:
    found = _only("5 دسمبر 2024", "ur")
    assert write(found, Wanted(order="mdy"), in_citation=True) == "دسمبر 5, 2024"


def _texts(language: str) -> list[str]:
    """Dates in all the forms that a language writes."""
    forms = load_date_forms(language)
    assert forms is not None
    found = []
    for (year, month, day), (order, template) in product(_DAYS, sorted(forms.templates.items())):
        if "d" not in order and order != "my":
            continue
        styles = month_names(language, "gregorian").values() or [tuple(map(str, range(1, 13)))]
        first = forms.first if day == 1 else ""
        found += [
            template.format(d=first or forms.day.format(day), m=names[month - 1], y=year)
            for names in styles
        ]
    return [*found, "2024-12-05", "2024-12-05/2025-01-08"]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_form_of_a_language_is_read_and_written(language: str) -> None:
    facts = load_date_facts(language)
    forms = load_date_forms(language)
    assert forms is not None
    for text in _texts(language):
        found = _only(text, language)
        assert found.text == text
        for wanted in _FORMS:
            written = write(found, wanted, field=True)
            if written is None:
                continue
            (again,) = find_dates(written, facts, field=True)
            assert again.text == written
            assert again.date == found.date
            # Nothing is left to do.
            assert write(again, wanted, field=True) == written
        if found.date.is_full_day:
            for order in forms.templates.keys() & {"dmy", "mdy", "ymd"}:
                assert write(found, Wanted(order=order), field=True), (text, order)  # type: ignore[arg-type]
            assert write(found, Wanted(order="iso"), field=True)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_no_date_of_the_marked_set_changes_its_value(language: str) -> None:
    facts = load_date_facts(language)
    changes = 0
    for line in (_MARKED / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        text = _MARK.sub(r"\1", line)
        dates = find_dates(text, facts)
        for wanted, found in product(_FORMS, dates):
            written = write(found, wanted)
            if written is not None and written != found.text:
                changes += 1
                changed = text[: found.start] + written + text[found.end :]
                again = find_dates(changed, facts)
                assert [each.date for each in again] == [each.date for each in dates], changed
    assert changes
