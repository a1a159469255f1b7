"""source-older-than-event: a source that was published before what it is cited for."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._days import published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.page.references import Use
    from homs_wiki.source import Span

# Kinds of sources that report what has happened.
_REPORTS = frozenset({"news", "web", "press-release", "pressrelease"})
# Of these, what may be changed after its date.
_PAGES = frozenset({"web"})
_SECOND = 2


class SourceOlderThanEvent(Rule):
    """A reference was published before the day of which the sentence before it tells.

    ## What it does
    Finds citations of news and web pages with a full date directly behind a sentence that names one
    day, and no other date, that lies two days after or more. Web pages that were looked at at some
    time are left alone: they may be newer than their date.

    ## Why it matters
    A source of 5 December cannot tell what happened on the 8th. It may tell what was planned,
    which the words of the sentence show and the rule does not read; so the rule is off by default.

    ## Example
    ```wikitext
    It burnt down on 8 December 2024.<ref>{{cite news |title=Mill |date=5 December 2024}}</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt down on 8 December 2024.<ref>{{cite news |title=Mill |date=9 December 2024}}</ref>
    ```

    ## Fix safety
    There is no fix: a source must be found.
    """

    name = "source-older-than-event"
    family = "references"
    severity = Severity.NOTE
    triggers = ("|",)
    languages = CS1_LANGUAGES
    message = "the source of {published} is older than {event}"
    rule_set = RuleSet.ALL

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each footnote whose source is older than the day in its sentence."""
        dates: list[PageDate] | None = None
        for reference in page.references.all:
            citations = reference.citations
            if len(citations) != 1 or citations[0].kind not in _REPORTS:
                continue
            citation = citations[0]
            if citation.kind in _PAGES and citation.get("access-date"):
                continue
            issued = published(page, citation) if citation.get("date") else None
            if issued is None or issued.first != issued.last:
                continue
            if dates is None:
                dates = sorted((each for each in page.dates if each.role == "prose"), key=_start)
            for use in reference.uses:
                event = _event(dates, use)
                if event is not None and (_day(event) - issued.last).days >= _SECOND:
                    yield self.finding(use.span, published=citation.value("date"), event=event.text)


def _start(each: PageDate) -> int:
    return each.start


def _event(dates: list[PageDate], use: Use) -> PageDate | None:
    """Return the only date of the sentence before a footnote, if that is one day."""
    sentence: Span | None = use.sentence if use.place == "prose" else None
    if sentence is None:
        return None
    first = bisect_left(dates, sentence.start, key=_start)
    found = dates[first : first + _SECOND]
    inside = [each for each in found if each.start < sentence.end]
    if len(inside) != 1:
        return None
    day = inside[0].date
    is_day = day.is_full_day and not day.is_range and day.calendar == "gregorian"
    return inside[0] if is_day and inside[0].found.fault is None else None


def _day(event: PageDate) -> date:
    year, month, day = event.date.start
    return date(year or 1, month or 1, day or 1)
