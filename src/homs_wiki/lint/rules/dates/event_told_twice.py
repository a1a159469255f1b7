"""event-told-twice: two sentences tell the same of two days."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.timeline.retelling import Telling
    from homs_wiki.source import Span

_SHORT = 80


class EventToldTwice(Rule):
    """Two sentences tell the same event, each of another day.

    ## What it does
    Compares the sentences of the text that tell of one certain day: because they name it, or
    because a sentence before them in the section began with it. It asks about two of them that are
    of different days at most a month apart (a week, where a day is taken from a sentence before),
    where one has all words of the other, or both have a clause word for word: what happened, and
    the place or person it happened to (the words for that are known for English, Urdu, French,
    Spanish and Russian; on a page with an infobox only if that is one of an event). It says nothing
    where a word such as “again” says that it happened twice.

    ## Why it matters
    Articles on events that last some days are put together from reports of many days. The report
    of the next morning is easily taken for another event. It is a question, not a verdict: the same
    place may have been hit on both days.

    ## Example
    ```wikitext
    On 5 December 2024, rebels advanced to the river. Warplanes struck the Alder Bridge.

    On 6 December 2024, the air force struck the Alder Bridge to stop them.
    ```

    ## Use instead
    ```wikitext
    On 5 December 2024, rebels advanced to the river. In the night to 6 December, the air force
    struck the Alder Bridge to stop them.
    ```

    ## Fix safety
    There is no fix: only the sources know the day.
    """

    name = "event-told-twice"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{clause}” is told of “{other}” on line {line}, and here of “{date}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the later place of each two."""
        if not _has_days_close_by(page):
            return
        from homs_wiki.page.timeline import read_timeline
        from homs_wiki.page.timeline.retelling import find_retellings

        lines = LineIndex(page.text)
        for told in find_retellings(page, read_timeline(page).statements):
            first = page.prose.start(told.first.span.start)
            yield self.finding(
                _place(page, told.second, told.clause),
                date=told.second.statement.found.text,
                other=told.first.statement.found.text,
                line=lines.position(first).line,
                clause=_shortened(told.clause or page.prose.text[slice(*told.first.span)]),
            )


def _has_days_close_by(page: Page) -> bool:
    """Tell whether two days of the text are near enough, or one has no year."""
    from homs_wiki.page.timeline import place
    from homs_wiki.page.timeline.contradictions import APART

    days: set[int] = set()
    for found in page.dates:
        if found.role in ("prose", "template") and found.date.precision == "day":
            when = place(found.date)
            if when is None:
                return True
            days.add(when.first)
    return any(later - day <= APART for day, later in pairwise(sorted(days)))


def _place(page: Page, telling: Telling, clause: str) -> Span:
    """Return where the clause stands in a sentence, or else the sentence."""
    start, end = telling.span
    found = page.prose.text.find(clause, start, end) if clause else -1
    if found >= 0:
        start, end = found, found + len(clause)
    return page.prose.span(start, end)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"
