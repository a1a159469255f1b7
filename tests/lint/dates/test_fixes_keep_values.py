"""Any fix of a date, made alone, leaves what all dates of the page say as it was."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from homs_wiki.lint.discovery import catalogue, load_rule
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile
from homs_wiki.source import apply_edits

_USUAL = {
    "en": "5 May 2015",
    "ur": "5 مئی 2015ء",
    "de": "5. Mai 2015",
    "fr": "5 mai 2015",
}
_ODD = {
    "en": (
        "May 5, 2015", "05 May 2015", "5 May, 2015", "5th May 2015", "5 May 2015 – 5 May 2015",
        "5-8 May 2015", "5 – 8 May 2015", "8–5 May 2015", "5 May 2015–8 May 2015", "5. May 2015",
        "2015-05-05", "5 Dec. 2015", "5 May 2015 2015", "Monday, 5 May 2015", "the 1990's",
        "5 May 2015 AD",
        "[[5 May]], [[2015]]", "15–15 May 2015", "from 5 May–8 May 2015", "2015–5", "5 May 15–20",
    ),
    "ur": (
        "مئی 5، 2015ء", "05 مئی 2015ء", "5 مئی 2015", "۵ مئی ۲۰۱۵ء", "5 مئی، 2015ء",
        "5-8 مئی 2015ء",
        "5 مئی 2015 ء", "8 تا 5 مئی 2015ء", "15–15 مئی 2015ء", "پیر، 5 مئی 2015ء", "[[2015]]ء",
        "4 جمادی الثانی 1446ء", "5 مئی 2015ء 2015ء", "5 مئی 2015ء – 5 مئی 2015ء",
    ),
    "de": (
        "05. Mai 2015", "5. Mai, 2015", "5 Mai 2015", "5.-8. Mai 2015", "05.05.2015",
        "5. Dez. 2015",
        "5. – 8. Mai 2015", "8.–5. Mai 2015", "15.–15. Mai 2015", "5. Mai 2015 – 5. Mai 2015",
    ),
    "fr": ("05 mai 2015", "5 déc. 2015", "1 mai 2015", "5-8 mai 2015", "5 mai 2015 – 5 mai 2015"),
}  # fmt: skip
_BEHIND = (". ", ", ", " fell. ", "<ref>A</ref> ", "\n\n", ") (", "<br>", "; ")
_ADDS = frozenset(("date-range-empty", "date-without-year", "year-repeated", "hijri-sign-wrong"))
"""What these rules find says something else than it was meant to."""
_RULES = [entry for entry in catalogue() if entry.family == "dates" and entry.name not in _ADDS]


@st.composite
def _pages(draw: Any) -> tuple[str, str]:
    language = draw(st.sampled_from(sorted(_USUAL)))
    usual = st.just(_USUAL[language])
    dates = draw(st.lists(usual | usual | st.sampled_from(_ODD[language]), min_size=4, max_size=9))
    return "".join(f"Rain {each}{draw(st.sampled_from(_BEHIND))}" for each in dates), language


@settings(max_examples=80, deadline=None, derandomize=True)
@given(made=_pages())
def test_a_fix_keeps_what_dates_say(made: tuple[str, str]) -> None:
    text, language = made
    profile = load_profile(f"{language}.wikipedia")
    page = read_text(text, profile)
    said = [date.date for date in page.dates]
    for entry in _RULES:
        if entry.languages and language not in entry.languages:
            continue
        for finding in load_rule(entry.family, entry.name).check(page):
            if finding.fix is not None:
                after = read_text(apply_edits(text, finding.fix.edits), profile)
                assert [date.date for date in after.dates] == said, finding
