"""date-mixed-year-suffix: years with and without the sign of the era."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import house_norm, minorities
from homs_wiki.lint.rules.dates._parts import may_be_safe, part_span
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.standing import is_in_table
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import DateForm, PageDate

_BARE = ""
_ORDERS = frozenset(("dmy", "mdy", "my", "ym", "ymd", "y"))
_SPLIT = lazily(r"\d{4}[-–/]\d{2}\Z")
_YEAR = lazily(r"\d{3,4}\Z")
_NO_SIGN = frozenset((_BARE, "ئ", "ٔ"))
_NO_YEAR_OR_NOTHING_ELSE = frozenset(("dm", "md", "m", "y"))


class DateMixedYearSuffix(Rule):
    """Some Gregorian years carry the sign ء, some do not.

    ## What it does
    Compares the years of dates in the text, headings and infobox of an article. Where at least
    half of them carry the sign of the Gregorian era (`2024ء`), as is the habit of the wiki, those
    without it are found, and those with a letter that only looks like it (`2024ئ`). A space
    before the sign (`2024 ء`) has a rule of its own (`year-sign-apart`). Decades (`1990 کی
    دہائی`), years before Christ, Hijri years, years given in numbers (`2024-12-05`), split years
    (`2024-25`), citations, templates for requests, tables and quotations are left alone.

    ## Why it matters
    The sign tells a year from another number, and a Gregorian year from a Hijri one; where it is
    missing now and then a reader looks for a reason.

    ## Example
    ```wikitext
    یہ لڑائی 5 دسمبر 2024ء کو شروع ہوئی اور 8 دسمبر 2024 کو ختم ہوئی۔
    ```

    ## Use instead
    ```wikitext
    یہ لڑائی 5 دسمبر 2024ء کو شروع ہوئی اور 8 دسمبر 2024ء کو ختم ہوئی۔
    ```

    ## Fix safety
    The fix puts the sign behind the year. It is safe, but for headings, to which links may
    lead: such a date is Gregorian by its month or by the words around it.
    """

    name = "date-mixed-year-suffix"
    family = "dates"
    severity = Severity.WARNING
    triggers = (
        "ء",
        "&#",
    )
    message = "the year of “{date}” has no “{suffix}”; {count} of {total} have it"
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each year without the sign."""
        suffix = house_norm(page, "year_suffix")
        if suffix is None:
            return
        for found in minorities(page, _suffix, suffix, ("text",)):
            date = found.date
            if is_in_table(page, date):
                continue
            yield self.finding(
                date.span,
                _fix(page, date, suffix),
                date=date.text,
                suffix=suffix,
                count=found.same,
                total=found.total,
            )


def _suffix(date: PageDate) -> str | None:
    """Give the sign of a Gregorian year; None where none is to be expected."""
    form = date.form
    if form.order not in _ORDERS or not isinstance(date.found, FoundDate):
        return None
    if _SPLIT.search(date.text):
        return None
    value = date.date
    year = value.start.year if value.end is None else value.end.year
    if value.calendar != "gregorian" or year is None or year < 0:
        return None
    if form.month_language not in ("", "ur") or value.precision in ("decade", "century"):
        return None
    return next((_BARE for each in date.found.forms if _lacks(each, form)), form.year_suffix)


def _lacks(form: DateForm, last: DateForm) -> bool:
    """Tell whether the year of an end of a date has no sign, or one that only looks like it."""
    if form is not last and form.order in _NO_YEAR_OR_NOTHING_ELSE:
        return False  # in “1871 تا 1918ء” the sign is for both
    return form.year_suffix in _NO_SIGN


def _fix(page: Page, date: PageDate, suffix: str) -> Fix | None:
    """Put the sign behind each year that has none, in place of a wrong one."""
    text = date.text
    place = date.found.separator_span
    ends = [len(text)]
    if place is not None and len(date.found.forms) > 1:
        ends.insert(0, place.start - date.found.start)
    edits = []
    for end in ends:
        bare = len(text[:end].rstrip("ءئٔ \u00a0"))
        if _YEAR.search(text, 0, bare) is None or text[bare:end] == suffix:
            continue
        span = part_span(page, date, bare - 1, end)  # with a digit: nothing stands nowhere
        if span is None or page.text[span.start] != text[bare - 1]:
            return None
        edits.append(Edit(span.start + 1, span.end, suffix))
    description = Phrase("Put “{text}” behind the year", text=suffix)
    return Fix(tuple(edits), may_be_safe(date), description) if edits else None
