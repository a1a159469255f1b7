"""as-of-outdated: what is said to be so as of a day that is years ago."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.page.dates.coming import years_ago
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.profile.story_words import load_story_words
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.profile.story_words import NarrativeWords

_LONGEST: Final = 24
_PRECISE: Final = frozenset(("day", "month", "year"))


class AsOfOutdated(Rule):
    """Something is said to be so as of a day that is years ago.

    ## What it does
    Finds `{{as of}}` and its words in running text (“as of 2015”, „2015ء کے مطابق“, „(Stand: Mai
    2015)“, “a fecha de 2015”, “по состоянию на 2015 год”, „2015年現在“) with a Gregorian date that
    is as many full years ago as is set, or more. Quotations are left alone.

    ## Why it matters
    The statement asks to be renewed, and nobody is reminded of it. It may still be right, or be
    meant as history; so it is a question.

    ## Example
    ```wikitext
    As of May 2009, the town has ten mills.
    ```

    ## Fix safety
    There is no fix: a newer source must be found.
    """

    name = "as-of-outdated"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    options = {  # noqa: RUF012 - as in all rules
        "years": Option(5, "How many years ago the day must be at least."),
    }
    message = "“{date}” is {years} years ago or more: is this still so?"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date as of which something is so that is long ago."""
        least = self.number("years")
        for date in _as_of(page):
            if years_ago(date) >= least and not is_quoted(page, date):
                # In a template the parts of a date are parted by pipes.
                told = date.text.replace("|", "-")
                yield self.finding(date.span, date=told, years=least)


def _as_of(page: Page) -> Iterator[PageDate]:
    """Yield the dates as of which something is so."""
    words = load_story_words(page.profile.language).narrative
    shown = page.prose.text
    seen = -1
    for date in page.dates:
        if date.role == "prose":
            is_told = date.start != seen and _is_told(date, shown, words)
        else:
            is_told = date.name == "as_of"
        if is_told and date.date.precision in _PRECISE:
            seen = date.start  # a template and the text that it shows are one date
            yield date


def _is_told(date: PageDate, shown: str, words: NarrativeWords) -> bool:
    """Tell whether words beside a date say that something is so as of it."""
    start, end = date.found.start, date.found.end
    before = max(0, start - _LONGEST)
    if shown.endswith(words.as_of_ends, before, start) and compiled(rf"{words.as_of}\Z").search(
        shown, before, start
    ):
        return True
    return (
        shown.startswith(words.as_of_behind_begins, end)
        and compiled(words.as_of_behind).match(shown, end) is not None
    )
