"""date-mixed-year-suffix: years with and without the sign of the era."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import house_norm, minorities
from homs_wiki.page.dates import FoundDate
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_BARE = ""
_ORDERS = frozenset(("dmy", "mdy", "my", "ym", "ymd", "y"))
_SPLIT = lazily(r"\d{4}[-–/]\d{2}\Z")
_LOOK_ALIKES = frozenset(("ئ", "ٔ"))


class DateMixedYearSuffix(Rule):
    """Some Gregorian years carry the sign ء, some do not.

    ## What it does
    Compares the years of dates in the text and infobox of an article. Where at least half of
    them carry the sign of the Gregorian era (`2024ء`), as is the habit of the wiki, those
    without it are found, and those with a space before it (`2024 ء`) or a letter that only looks
    like it (`2024ئ`). Decades (`1990 کی دہائی`), years before Christ, Hijri years, years given
    in numbers (`2024-12-05`), split years (`2024-25`), citations, templates for requests,
    tables and quotations are left alone.

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
    The fix puts the sign behind the year. It is safe: such a date is Gregorian by its month or
    by the words around it.
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
            if _in_table(page, date):
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
    if form.year_suffix in _LOOK_ALIKES:
        return _BARE
    return _BARE if form.suffix_gap else form.year_suffix


def _in_table(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands in the cell of a table, where room is dear."""
    if date.role != "prose":
        return False
    block = page.prose.block_at(date.prose)
    return block is not None and block.kind == "cell"


def _fix(page: Page, date: PageDate, suffix: str) -> Fix | None:
    """Put the sign behind the year, in place of a wrong one; only where the year is last."""
    start, end = date.span
    written = page.text[start:end]
    if written != date.text:
        return None  # a link or a mark stands in the date
    bare = written.rstrip("ءئٔ \u00a0")
    if not bare[-1:].isdecimal():
        return None
    if page.text[end : end + 2] == "]]":
        return None  # the sign belongs into the link's target, which another page may not have
    edit = Edit(start + len(bare), end, suffix)
    return Fix((edit,), safe=True, description=Phrase("Put “{text}” behind the year", text=suffix))
