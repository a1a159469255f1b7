"""date-month-in-numbers: a date in numbers in a text that writes its months as words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import house_norm, minority_of
from homs_wiki.page.dates.declared import declared_order
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import is_in_text
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.page.dates.writing import Wanted

_NUMERIC = frozenset(("iso", "numeric"))
_MAYBE = lazily(r"\d[-./]\d")
_WHOLE = frozenset(("dmy", "mdy"))
_TIME = lazily(r"[T ,]{1,2}\d{1,2}:\d\d")
_LONGEST_TIME = 7
_WORDS, _NUMBERS = "words", "numbers"


class DateMonthInNumbers(Rule):
    """A date is all numbers, where most dates of the text have their months as words.

    ## What it does
    Finds `2024-12-05` and `31/12/2024` in sentences, list items and headings in which at least
    three dates and three of four have the month as a word. Tables, infoboxes and citations are left
    alone, where such dates are usual, and so are dates with a time of day behind them, quotations
    and text marked as another language.

    ## Why it matters
    Such a date stops a reader in the middle of a sentence, and `4/5/2024` is another day in
    America than in Europe.

    ## Example
    ```wikitext
    It began on 27 November 2024, spread on 29 November 2024, reached the city on 5 December 2024
    and ended on 2024-12-08.
    ```

    ## Use instead
    ```wikitext
    It began on 27 November 2024, spread on 29 November 2024, reached the city on 5 December 2024
    and ended on 8 December 2024.
    ```

    ## Fix safety
    The fix writes the month as a word, in the order of the other dates. It is safe, except where a
    comma may have to come behind the year. There is none where day and month could be meant the
    other way round (`4/5/2024`).
    """

    name = "date-month-in-numbers"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” is all numbers; {count} of {total} dates have the month as a word"
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such date."""
        if not any(_is_numeric(date) and is_in_text(page, date) for date in glance(page).odd):
            return
        dates = [date for date in page.dates if is_in_text(page, date)]
        wanted: Wanted | None = None
        for found in minority_of(page, dates, _way):
            date = found.date
            if found.norm != _WORDS or _has_time(page, date):
                continue
            from homs_wiki.lint.rules.dates._rewriting import fix_of

            wanted = wanted or _form(page, dates)
            yield self.finding(
                date.span,
                fix_of(page, date, wanted),
                date=date.text,
                count=found.same,
                total=found.total,
            )


def _is_numeric(date: PageDate) -> bool:
    """Tell whether a date is all numbers."""
    return _MAYBE.search(date.text) is not None and date.form.order in _NUMERIC


def _way(date: PageDate) -> str | None:
    """Tell how a whole day is written."""
    form = date.form
    if form.order in _NUMERIC:
        return _NUMBERS
    return _WORDS if form.order in _WHOLE else None


def _has_time(page: Page, date: PageDate) -> bool:
    """Tell whether a time of day stands behind a date, as in a log."""
    end = date.span.end
    return _TIME.match(page.text, end, end + _LONGEST_TIME) is not None


def _form(page: Page, dates: list[PageDate]) -> Wanted:
    """Give the form that most of the others have."""
    from homs_wiki.lint.rules.dates._rewriting import Wanted

    others = [each.form for each in dates if _way(each) == _WORDS]
    order = (
        declared_order(page.document)
        or house_norm(page, "order")
        or _commonest(form.order for form in others)
    )
    return Wanted(
        order="mdy" if order == "mdy" else "dmy",
        month="long",
        year_suffix=_commonest(form.suffix_gap + form.year_suffix for form in others),
        digits=_commonest(form.digits for form in others),
    )


def _commonest(ways: Iterator[str]) -> str:
    return Counter(ways).most_common(1)[0][0]
