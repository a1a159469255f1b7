"""request-date-form: a request dated with more than a month and a year."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.metadata._templates import DATED, templates_of_the_page
from homs_wiki.page.dates.declared import read_declarations
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Template

_LONGEST = 60
_SHORT = 200
_PLAIN = lazily(r"\|\s*+date\s*+=\s*+([^\W\d_]+) [0-9]{4}\s*+[|}]")
_YEAR = 4
_DIGITS = lazily(r"\d{4}")


class RequestDateForm(Rule):
    """The date of a request to editors is not the name of a month and a year.

    ## What it does
    Finds dates in templates such as `{{Citation needed}}` and `{{Use dmy dates}}` that have a day,
    a month in short or as a number, a comma, or a sign behind the year (`جنوری 2026ء`), on wikis
    that file requests by month. Years alone, months in another language and what is no date are
    left alone.

    ## Why it matters
    The template makes the name of a category of the date as it is written. There is one for May
    2020, and none for 4 May 2020.

    ## Example
    ```wikitext
    The mill was built in 1902.{{Citation needed|date=4 May 2020}}
    ```

    ## Use instead
    ```wikitext
    The mill was built in 1902.{{Citation needed|date=May 2020}}
    ```

    ## Fix safety
    The fix writes month and year. It is safe. Dates as 4/5/2020, of which nobody knows the month,
    are left alone.
    """

    name = "request-date-form"
    family = "metadata"
    severity = Severity.WARNING
    triggers = ("{{",)
    message = "“{date}” in “{template}” should be a month and a year: “{wanted}”"
    languages = frozenset(("ar", "en", "ur"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date of a request that has another form."""
        months = _months(page.profile.language)
        odd = [each for each in _dated(page) if not _is_plain(each, months)]
        habit = page.profile.house.maintenance_date if odd else None
        if habit is None:
            return
        # English names of parameters are read on most wikis besides their own.
        names = dict.fromkeys(("date", habit.strip("|").partition("=")[0]))
        for template in odd:
            for parameter in filter(None, map(template.get, names)):
                start, end = parameter.stripped_span
                value = page.text[start:end] if end - start <= _LONGEST else ""
                month, _, year = value.rpartition(" ")
                if month in months and len(year) == _YEAR and year.isascii() and year.isdecimal():
                    continue
                wanted = _month_and_year(page, value)
                if wanted is not None and wanted != value:
                    fix = write((start, end), wanted, safe=True)
                    name = template.name
                    yield self.finding((start, end), fix, date=value, template=name, wanted=wanted)


def _dated(page: Page) -> Iterator[Template]:
    """Yield the templates that are filed by month."""
    for template, concept in templates_of_the_page(page.document):
        if concept in DATED:
            yield template
    for declaration in read_declarations(page.document):
        yield declaration.template


def _is_plain(template: Template, months: Mapping[str, int]) -> bool:
    """Tell whether a template is seen at a glance to have month and year, as almost all have."""
    start, end = template.span
    found = _PLAIN.findall(template.source, start, min(end, start + _SHORT))
    return len(found) == 1 and found[0] in months


@cache
def _months(language: str) -> dict[str, int]:
    """Give the full names of the months, with their numbers; of several the usual one last."""
    return {
        name: month.number
        for name, month in load_date_facts(language).months.items()
        if (month.calendar, month.style, month.language) == ("gregorian", "long", language)
    }


def _month_and_year(page: Page, value: str) -> str | None:
    """Give the month and year of a value that is one date with both; None of others."""
    if not _DIGITS.search(value):
        return None
    from homs_wiki.page.dates import find_dates  # few requests come so far

    language = page.profile.language
    dates = find_dates(value, load_date_facts(language), field=True)
    if len(dates) != 1 or dates[0].text != value or dates[0].fault:
        return None
    date, form = dates[0].date, dates[0].form
    year, number, _ = date.start
    if date.calendar != "gregorian" or date.end != date.start or date.approximate or not year:
        return None
    if form.order == "numeric" or form.month_language not in ("", language):
        return None
    names = {of: name for name, of in _months(language).items()}
    return f"{names[number]} {year:04}" if number in names and year > 0 else None
