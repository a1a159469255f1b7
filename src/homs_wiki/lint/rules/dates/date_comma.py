"""date-comma: a comma in a date that has none in that form, or none where it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_EXTRA = Phrase("has a comma that a date in this order goes without")
_MISSING = Phrase("lacks the comma behind its day")
_LONGEST_WORD = 20
_NO_COMMA = frozenset(("dmy", "my"))
# A comma, or a day of one or two digits and the year behind it.
_MAYBE = lazily(r"[,،]|\d{1,2}\s\d{4}")


class DateComma(Rule):
    """A date has a comma where its form has none, or lacks the one that it has.

    ## What it does
    Finds, in the text, headings and infobox, dates with a comma before the year where the day is
    first or not there (`5 December, 2024`, `December, 2024`) and, in English, dates without one
    where the month is first (`December 5 2024`). Ranges are judged by their fuller end.
    Quotations, titles in italics, names, text marked as another language and lists of sources are
    left alone.

    ## Why it matters
    The comma keeps two numbers apart that would run into one another. Where the month stands
    between them it keeps nothing apart, and looks as if the sentence went on with a number.

    ## Example
    ```wikitext
    It began on 27 November, 2024 and ended on December 8 2024.
    ```

    ## Use instead
    ```wikitext
    It began on 27 November 2024 and ended on December 8, 2024.
    ```

    ## Fix safety
    The fix takes the comma out, or puts it in. It is safe, but not in a heading, to which links may
    lead, and not where a comma would go and a noun may be behind, which the number could count.
    """

    name = "date-comma"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” {problem}"
    languages = frozenset(("en", "de", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date with or without such a comma."""
        for date in glance(page).odd:
            if not _MAYBE.search(date.text):
                continue
            problem = _problem(date, page.profile.language)
            if problem is None or is_quoted(page, date):
                continue
            from homs_wiki.lint.rules.dates._rewriting import Wanted, fix_of

            safe = problem is _MISSING or _ends_there(date)
            fix = fix_of(page, date, Wanted(usual_comma=True), safe=safe)
            yield self.finding(date.span, fix, date=date.text, problem=problem)


def _problem(date: PageDate, language: str) -> Phrase | None:
    """Tell what is wrong with the comma of a date, if anything is."""
    form = date.form
    if form.month_style not in ("long", "short"):
        return None
    if form.order in _NO_COMMA:
        return _EXTRA if form.comma and not _counts(date) else None
    if form.order == "mdy" and not form.comma and "en" in (language, form.month_language):
        return _MISSING
    return None


def _counts(date: PageDate) -> bool:
    """Tell whether what is taken for the year counts what stands behind it (“2024 people”)."""
    found = date.found
    return isinstance(found, FoundDate) and _word_behind(found).lower() in found.facts.counted


def _ends_there(date: PageDate) -> bool:
    """Tell whether no noun stands behind a date that its year could count."""
    found = date.found
    if not isinstance(found, FoundDate) or date.role != "prose":
        return True
    word, facts = _word_behind(found), found.facts
    return not word or word in facts.functions or word in facts.verbs or word in facts.year_after


def _word_behind(found: FoundDate) -> str:
    """Give the word behind a date; nothing where a mark stands there first."""
    behind = found.text_behind(_LONGEST_WORD)
    words = behind.split() if behind[:1].isspace() else []
    return words[0].strip(".,;:)") if words else ""
