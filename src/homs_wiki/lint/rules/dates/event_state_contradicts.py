"""event-state-contradicts: a finished event that is said to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.story.state import claims_going_on, claims_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.story.state import Claim

_PLACES = {
    "lead": Phrase("lead"),
    "infobox": Phrase("infobox"),
    "category": Phrase("category"),
}


class EventStateContradicts(Rule):
    """One place says that the event goes on, another that it has ended.

    ## What it does
    Looks for what says that the page’s event goes on:

    * in the first sentence, or a second that begins with “It” or “The battle”, words such as “is an
      ongoing” or «ایک جاری»; in the first also a range that ends in “present” and begins with the
      infobox’s date;
    * in the infobox of a battle, campaign or war, a date that ends in “present” or «تاحال», and
      “ongoing” as its state or result;
    * a category of ongoing events.

    Each is held against what says that it is over: the last day in the infobox, a range in the
    first sentence with the beginning of the infobox’s date, and words in the lead such as “the
    battle ended” or «جنگ کا اختتام ہوا», where “battle” is what the first sentence calls it. A last
    day that is not over yet says nothing. Of a page without headings, the lead is its first line.

    ## Why it matters
    One of the two is out of date, usually the one that nobody has looked at since the end.

    ## Example
    ```wikitext
    The '''Battle of the Ford''' is an ongoing battle for the ford. With the fall of the
    mill on 8 December the battle ended.
    ```

    ## Use instead
    ```wikitext
    The '''Battle of the Ford''' was a battle for the ford. With the fall of the mill on
    8 December the battle ended.
    ```

    ## Fix safety
    There is no fix: the sentence must be written anew.
    """

    name = "event-state-contradicts"
    family = "dates"
    severity = Severity.WARNING
    message = "“{going}” says that it goes on, the {place} that it has ended: “{ended}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield what says that a finished event goes on."""
        going = claims_going_on(page)
        if not going:
            return
        over = next((claim for claim in claims_over(page) if _is_over(claim)), None)
        if over is None:
            return
        for claim in going:
            if claim.span != over.span:
                yield self.finding(
                    claim.span, going=claim.text, place=_PLACES[over.place], ended=over.text
                )


def _is_over(claim: Claim) -> bool:
    """Tell whether what a claim names as the end has come."""
    if claim.date is None:
        return True
    # Seldom needed.
    from homs_wiki.page.citations.judging import today
    from homs_wiki.page.timeline.days import gregorian_day
    from homs_wiki.page.timeline.when import place

    when, now = place(claim.date), today()
    return when is not None and when.last < gregorian_day(now.year, now.month, now.day)
